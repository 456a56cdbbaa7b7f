import { fits, isElement, ITEM, itemsIn, type List } from '../markup.js';

/** Told of what is on the page as it comes and goes. */
export interface Follower {
  /** What to tell of; items, if it does not say. */
  readonly selector?: string;
  /** There from the start, added or moved since; or an item that stands for another now. */
  added?(element: Element): void;
  removed?(element: Element): void;
  changed?(): void;
  /** A document to listen in: the page's own, or that of a frame. Events in open shadow roots reach it by themselves. */
  entered?(root: Node): void;
  left?(root: Node): void;
}

/** All that can be seen of a page: its document, open shadow roots and frames of the same origin, and the items in them. */
export interface Tree {
  /** Tells of what is there now, and from then on. Returns how to stop; what was entered is left then. */
  follow(follower: Follower): () => void;
  /** Looks into the shadow roots on an event's path: nothing tells of one that an element gets late, but a click in it. */
  discover(path: readonly EventTarget[]): void;
  /** The items of a list, in page order. */
  itemsIn(list: List): Element[];
  stop(): void;
}

export function treeOf(root: ParentNode & Node): Tree {
  const followers = new Set<Follower>();
  const documents = new Set<ParentNode & Node>();
  const shadows = new WeakSet<ShadowRoot>();
  const frames = new WeakMap<Element, Document>();
  const awaited = new Set<string>();
  const ending = new AbortController();
  let hasShadows = false;

  const within = (node: ParentNode, selector: string): Element[] => {
    if (!hasShadows) return [...node.querySelectorAll(selector)];
    const found: Element[] = [];
    for (const element of node.querySelectorAll('*')) {
      if (fits(element, selector)) found.push(element);
      if (element.shadowRoot) found.push(...within(element.shadowRoot, selector));
    }
    return found;
  };
  /** Tells everybody of what is in a node, and is the node. */
  const tell = (what: 'added' | 'removed', node: ParentNode & Node): void => {
    for (const follower of followers) {
      const { selector = ITEM } = follower;
      if (!follower[what]) continue;
      if (fits(node, selector)) follower[what](node);
      within(node, selector).forEach((element) => follower[what]?.(element));
      if (isElement(node) && node.shadowRoot)
        within(node.shadowRoot, selector).forEach((element) => follower[what]?.(element));
    }
  };

  const observer = new MutationObserver((records) => {
    followers.forEach((follower) => follower.changed?.());
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'attributes' && isElement(target))
        for (const { selector = ITEM, added, removed } of followers) {
          if (selector !== ITEM) continue;
          removed?.(target);
          if (fits(target, ITEM)) added?.(target);
        }
      for (const node of removedNodes)
        if (isElement(node)) {
          tell('removed', node);
          for (const frame of [node, ...node.querySelectorAll('iframe')]) leave(frames.get(frame));
        }
      for (const node of addedNodes)
        if (node.isConnected && isElement(node)) {
          tell('added', node);
          look(node);
        }
    }
  });

  /** Follows a document or a shadow root, and tells of what is in it. */
  const enter = (node: ParentNode & Node): void => {
    observer.observe(node, { childList: true, subtree: true, attributeFilter: ['data-penchant-item'] });
    tell('added', node);
    look(node);
  };
  /** Finds the shadow roots and the frames in what is new. */
  const look = (node: ParentNode): void => {
    for (const element of [node, ...node.querySelectorAll('*')] as Element[]) {
      const { shadowRoot, localName } = element;
      if (shadowRoot && !shadows.has(shadowRoot)) {
        shadows.add(shadowRoot);
        hasShadows = true;
        enter(shadowRoot);
      }
      if (localName === 'iframe') visit(element as HTMLIFrameElement);
      else if (localName?.includes('-') && !shadowRoot && !awaited.has(localName) && !customElements.get(localName)) {
        awaited.add(localName); // it may get a shadow root once it is defined
        void customElements.whenDefined(localName).then(() => ending.signal.aborted || look(root));
      }
    }
  };
  const visit = (frame: HTMLIFrameElement): void => {
    const { contentDocument } = frame; // null when it is of another origin
    frame.addEventListener('load', loaded, { signal: ending.signal }); // added once, however often
    if (frames.get(frame) === contentDocument) return;
    leave(frames.get(frame));
    if (!contentDocument) return;
    frames.set(frame, contentDocument);
    join(contentDocument);
  };
  const loaded = ({ currentTarget }: Event): void => visit(currentTarget as HTMLIFrameElement); // only frames listen
  const join = (document: ParentNode & Node): void => {
    documents.add(document);
    followers.forEach((follower) => follower.entered?.(document));
    enter(document);
  };
  const leave = (document: (ParentNode & Node) | undefined): void => {
    if (!document || !documents.delete(document)) return;
    tell('removed', document);
    followers.forEach((follower) => follower.left?.(document));
  };

  join(root);
  return {
    discover(path) {
      for (const target of path) if (target instanceof ShadowRoot && !shadows.has(target)) look(target.host);
    },
    follow(follower) {
      followers.add(follower);
      for (const document of documents) {
        follower.entered?.(document);
        if (follower.added) within(document, follower.selector ?? ITEM).forEach(follower.added);
      }
      return () => {
        followers.delete(follower);
        if (follower.left) documents.forEach(follower.left);
      };
    },
    itemsIn: (list) =>
      itemsIn(
        list,
        (typeof list === 'string' ? [...documents] : [list]).flatMap((node) => within(node, ITEM)),
      ),
    stop() {
      ending.abort();
      observer.disconnect();
      [...documents].forEach(leave);
    },
  };
}
