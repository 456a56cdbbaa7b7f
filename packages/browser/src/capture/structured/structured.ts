import { planOf, type Attributes } from './plan.js';

export { planOf, type Source } from './plan.js';

const NAMES = ['source', 'list', 'features', 'creator', 'item'] as const satisfies (keyof Attributes)[];
const SOURCE = '[data-penchant-source]';

/** What the page's author marked up. Where there is any, structured data is not asked. */
export const OWN_MARKUP: string = ['item', 'list'].map((name) => `[data-penchant-${name}]:not(${SOURCE})`).join();

/** A page that changes is read again: after this long, and never for more than a twentieth of the time. */
const AGAIN_MS = 200;
const REST = 20;

/**
 * Marks up a page that has no mark-up, from its JSON-LD, microdata and Open Graph, and does so again as it changes.
 * `data-penchant-source` says where each mark comes from. Returns how to stop, which takes the marks away.
 */
export function annotate(root: ParentNode & Node, onFailure: (error: unknown) => void): () => void {
  let pauseMs = AGAIN_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(update, pauseMs);
  });
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    mark(root, new Map());
  };
  const update = (): void => {
    timer = undefined;
    const start = performance.now();
    try {
      if (root.querySelector(OWN_MARKUP)) return stop();
      mark(root, planOf(root, document).elements);
      observer.takeRecords(); // of the marks
      pauseMs = Math.max(AGAIN_MS, REST * (performance.now() - start));
    } catch (error) {
      stop();
      onFailure(error);
    }
  };
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['data-penchant-item', 'href', 'content'], // a framework took a mark away, or shows something else
  });
  update();
  return stop;
}

function mark(root: ParentNode, wanted: ReadonlyMap<Element, Attributes>): void {
  for (const element of new Set([...root.querySelectorAll(SOURCE), ...wanted.keys()]))
    for (const name of NAMES) {
      const value = wanted.get(element)?.[name];
      const attribute = `data-penchant-${name}`;
      if (!value) element.removeAttribute(attribute);
      else if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
    }
}
