/** In view and painted: moving it now would move it under the visitor's eyes. */
export function isLookedAt(element: Element): boolean {
  if (performance.getEntriesByName('first-contentful-paint').length === 0) return false;
  const { top, bottom, left, right, width } = element.getBoundingClientRect();
  const inView = width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return inView && getComputedStyle(element).visibility !== 'hidden';
}

/** What stands now in a new order, but that what `stays` keeps its place. */
export function reorder<T>(now: readonly T[], wanted: readonly T[], stays: (each: T) => boolean): T[] {
  const staying = new Set(now.filter(stays));
  const moving = wanted.filter((each) => !staying.has(each)).values();
  return now.map((each) => (staying.has(each) ? each : (moving.next().value ?? each)));
}
