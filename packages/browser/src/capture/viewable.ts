/** How much of an item must be in view, and how long without a break, to be seen (MRC Viewable Ad Impression Guidelines 2014). */
export interface Viewable {
  /** Share of its pixels, 0 to 1; `largeShare` of an item of at least `largePx`. */
  readonly share: number;
  readonly largeShare: number;
  readonly largePx: number;
  readonly ms: number;
  /** Of an item with a video in it. */
  readonly videoMs: number;
}

export const VIEWABLE: Viewable = { share: 0.5, largeShare: 0.3, largePx: 242_500, ms: 1_000, videoMs: 2_000 };

/** The share of an item that is in view, 0 to 1, and the share that must be. An item taller or wider than the viewport is measured against what can be seen of it at most. */
export function sharesOf(
  { boundingClientRect: box, intersectionRect: seen, rootBounds }: IntersectionObserverEntry,
  { share, largeShare, largePx }: Viewable,
): readonly [inView: number, needed: number] {
  const width = Math.min(box.width, rootBounds?.width ?? Infinity);
  const height = Math.min(box.height, rootBounds?.height ?? Infinity);
  const area = width * height;
  return [area > 0 ? (seen.width * seen.height) / area : 0, area >= largePx ? largeShare : share];
}
