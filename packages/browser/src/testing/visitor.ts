/** What passes time: the fake timers of a test runner, such as `vi.advanceTimersByTimeAsync`. */
export interface Clock {
  readonly advance: (ms: number) => unknown;
}

/** Somebody in front of a page that no browser shows. They are there, attentive, and see nothing until it is put in view. */
export interface PretendVisitor {
  /** An element comes into view: `share` of it, 0 to 1. It stays there. */
  see(element: Element, share?: number): Promise<void>;
  /** An element goes out of view. */
  leave(element: Element): Promise<void>;
  /** Time passes, in ms, in which the visitor keeps moving the pointer. */
  stay(ms: number): Promise<void>;
  /** Time passes, in ms, in which the visitor does nothing. */
  wait(ms: number): Promise<void>;
  /** Another tab is put in front of the page. */
  hide(): Promise<void>;
  show(): Promise<void>;
  /** Gives the page back what it had before. */
  end(): void;
}

/** How often a visitor who is there moves: sooner than they would count as idle. */
const MOVE_MS = 2_000;
/** What every element is as large as: pages without a browser have no layout. */
const BOX = { width: 300, height: 200 };

/**
 * Puts a visitor in front of the page, so that tests without layout (happy-dom, jsdom) can say what is in view and for
 * how long. Call it before `createTracker`, and with fake timers, `performance.now` among them.
 *
 *     vi.useFakeTimers();
 *     const visitor = pretendVisitor({ advance: vi.advanceTimersByTimeAsync });
 */
export function pretendVisitor({ advance }: Clock): PretendVisitor {
  const shares = new WeakMap<Element, number>();
  const observers = new Set<PretendObserver>();
  let isVisible = true;

  class PretendObserver implements IntersectionObserver {
    readonly root = null;
    readonly rootMargin = '0px';
    readonly scrollMargin = '0px';
    readonly thresholds: readonly number[] = [];
    readonly #targets = new Set<Element>();
    readonly #tell: IntersectionObserverCallback;

    constructor(tell: IntersectionObserverCallback) {
      this.#tell = tell;
      observers.add(this);
    }

    observe(target: Element): void {
      this.#targets.add(target);
      queueMicrotask(() => this.tell(target)); // a real one tells at once, too, how it is
    }

    unobserve(target: Element): void {
      this.#targets.delete(target);
    }

    disconnect(): void {
      this.#targets.clear();
      observers.delete(this);
    }

    takeRecords(): IntersectionObserverEntry[] {
      return [];
    }

    tell(target: Element): void {
      if (!this.#targets.has(target)) return;
      const share = shares.get(target) ?? 0;
      const entry = {
        target,
        time: performance.now(),
        isIntersecting: share > 0,
        intersectionRatio: share,
        boundingClientRect: box(1),
        intersectionRect: box(share),
        rootBounds: null,
      };
      this.#tell([entry], this);
    }
  }

  const put = async (element: Element, share: number): Promise<void> => {
    shares.set(element, share);
    for (const observer of observers) observer.tell(element);
    await advance(0);
  };
  const turn = async (visible: boolean): Promise<void> => {
    isVisible = visible;
    document.dispatchEvent(new Event('visibilitychange'));
    await advance(0);
  };

  const restore = [
    replace(globalThis, 'IntersectionObserver', { value: PretendObserver }),
    replace(document, 'visibilityState', { get: () => (isVisible ? 'visible' : 'hidden') }),
    replace(document, 'hasFocus', { value: () => isVisible }),
  ];
  return {
    see: (element, share = 1) => put(element, share),
    leave: (element) => put(element, 0),
    async stay(ms) {
      for (let leftMs = ms; leftMs > 0; leftMs -= MOVE_MS) {
        document.dispatchEvent(new Event('pointermove'));
        await advance(Math.min(leftMs, MOVE_MS));
      }
    },
    wait: async (ms) => void (await advance(ms)),
    hide: () => turn(false),
    show: () => turn(true),
    end: () => restore.forEach((undo) => undo()),
  };
}

/** Part of a box: as much of its height. */
function box(share: number): DOMRectReadOnly {
  const { width } = BOX;
  const height = BOX.height * share;
  const sides = { x: 0, y: 0, top: 0, left: 0, width, height, right: width, bottom: height };
  return { ...sides, toJSON: () => sides };
}

/** Puts a property in the place of another. Gives how to undo that. */
function replace(owner: object, name: string, by: PropertyDescriptor): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { ...by, configurable: true });
  return () => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  };
}
