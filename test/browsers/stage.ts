/** What a spec's commands do to the real browser it runs in. One page, with Vitest's frame in it, in which specs run. */
export interface Stage {
  open(url: string): Promise<void>;
  click(css: string): Promise<void>;
  scroll(px: number): Promise<void>;
  press(key: string): Promise<void>;
  hide(): Promise<void>;
  /** Undoes `hide`; does nothing to a page that is not hidden. */
  show(): Promise<void>;
  offline(on: boolean): Promise<void>;
  end(): Promise<void>;
}

/** The frame Vitest runs specs in. */
export const SPEC_FRAME = 'iframe[data-vitest]';

/** The page around the frame: IntersectionObserver sees nothing of what lies outside it. */
export const PAGE = { width: 1200, height: 800 } as const;

/** The frame: a little smaller, so that it fits in the page of every engine. */
export const FRAME = { width: 1024, height: 640 } as const;

/** Where the wheel turns: over the page, clear of carousels in the middle of it. */
export const WHEEL_AT = { x: 8, y: 320 } as const;
