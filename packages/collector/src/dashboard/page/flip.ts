const MOVE_MS = 200;

/** Lets what changed its place move there, so that the eye can follow. Marked with `data-moves`, by its key. */
export function moving(root: ParentNode, change: () => void): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return change();
  const before = new Map(placesOf(root));
  change();
  if (before.size === 0) return;
  for (const [key, { top, element }] of placesOf(root)) {
    const was = before.get(key);
    if (!was || was.element !== element || was.top === top) continue;
    element.animate([{ transform: `translateY(${was.top - top}px)` }, { transform: 'none' }], {
      duration: MOVE_MS,
      easing: 'ease-out',
    });
  }
}

/** Where each one is in its list: what moves the whole list moves none of them. */
function placesOf(root: ParentNode): [key: string, place: { top: number; element: HTMLElement }][] {
  return [...root.querySelectorAll<HTMLElement>('[data-moves]')].map((element) => [
    element.dataset['moves'] ?? '',
    { top: element.offsetTop - (element.parentElement?.offsetTop ?? 0), element },
  ]);
}
