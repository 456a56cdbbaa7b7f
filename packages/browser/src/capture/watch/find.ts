import type { Guard } from './follow.js';

/** Told of media and frames as they come and go. */
export interface Finder {
  added(element: Element): void;
  removed(element: Element): void;
}

const PLAYERS = 'video,audio,iframe';

/**
 * Finds what may play under a root and in open shadow roots: there now, and added later. Nothing tells when a shadow
 * root is attached to an element that is there already, so such roots are found when a custom element is defined, or
 * when the visitor clicks in them. Returns how to stop.
 */
export function findPlayers(root: ParentNode & Node, { added, removed }: Finder, guard: Guard): () => void {
  const present = new Set<Element>();
  const awaited = new Set<string>();
  const listening = new AbortController();

  const observer = new MutationObserver(
    guard((records: readonly MutationRecord[]) => {
      for (const element of present)
        if (!element.isConnected) {
          present.delete(element);
          removed(element);
        }
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node instanceof Element && node.isConnected) enter(node);
    }),
  );
  const watched = new WeakSet<Node>();
  const enter = (from: ParentNode & Node): void => {
    const all = [...(from instanceof Element ? [from] : []), ...from.querySelectorAll('*')];
    for (const element of all) {
      if (element.matches(PLAYERS) && !present.has(element)) {
        present.add(element);
        added(element);
      }
      if (element.shadowRoot) look(element.shadowRoot);
      else if (element.matches(':not(:defined)')) void whenDefined(element.localName);
    }
  };
  const look = (scope: ParentNode & Node): void => {
    if (watched.has(scope)) return;
    watched.add(scope);
    observer.observe(scope, { childList: true, subtree: true });
    enter(scope);
  };
  const whenDefined = async (name: string): Promise<void> => {
    if (awaited.has(name)) return;
    awaited.add(name);
    await customElements.whenDefined(name);
    if (!listening.signal.aborted) guard(enter)(root);
  };

  root.addEventListener(
    'click',
    guard((event: Event) => {
      for (const target of event.composedPath()) if (target instanceof ShadowRoot) look(target);
    }),
    { capture: true, passive: true, signal: listening.signal },
  );
  look(root);
  return () => {
    listening.abort();
    observer.disconnect();
    present.clear();
  };
}
