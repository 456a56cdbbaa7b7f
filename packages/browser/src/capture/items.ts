import { ITEM } from '../markup.js';

/** Told of the items on the page as they come and go. */
export interface ItemsWatcher {
  added(element: Element): void;
  removed(element: Element): void;
  changed(): void;
}

const within = (node: Node): Element[] =>
  node instanceof Element ? [...(node.matches(ITEM) ? [node] : []), ...node.querySelectorAll(ITEM)] : [];

/** Watches the items under a root: those there now, and those added, moved, removed or recycled for another item later. Returns how to stop. */
export function watchItems(root: ParentNode & Node, watcher: ItemsWatcher): () => void {
  const observer = new MutationObserver((records) => {
    watcher.changed();
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'attributes' && target instanceof Element) {
        watcher.removed(target);
        if (target.matches(ITEM)) watcher.added(target);
      }
      for (const node of removedNodes) within(node).forEach(watcher.removed);
      for (const node of addedNodes) if (node.isConnected) within(node).forEach(watcher.added);
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-penchant-item'] });
  root.querySelectorAll(ITEM).forEach(watcher.added);
  return () => observer.disconnect();
}
