/** Most disjoint pieces that are told apart: finer than anybody scrubs, and 8 KiB at most. */
export const MAX_PIECES = 512;

/** Which parts of the content were played: a union of half-open ranges, in whole ms. */
export interface Coverage {
  /** `[start, end, start, end, …]`, strictly ascending: no two pieces touch. */
  readonly edges: number[];
  /** Content covered, each part once: all that `cover` ever called new. */
  coveredMs: number;
  /** Gaps that were closed to stay within bounds. The truth lies between `coveredMs` and `coveredMs + closedMs`. */
  closedMs: number;
}

export const emptyCoverage = (): Coverage => ({ edges: [], coveredMs: 0, closedMs: 0 });

/**
 * Adds the range from `fromMs` to before `toMs`, in place, and returns how much of it was new, in ms. Fractions are
 * rounded; a range that is empty, reversed, negative, or no number is nothing. Past `MAX_PIECES` the smallest gap closes.
 */
export function cover(coverage: Coverage, fromMs: number, toMs: number): number {
  if (!(fromMs >= 0 && toMs <= 2 ** 53 - 1)) return 0;
  const from = Math.round(fromMs);
  const to = Math.round(toMs);
  if (from >= to) return 0;
  const { edges } = coverage;
  const first = edgesBefore(edges, from);
  const after = edgesBefore(edges, to + 1); // an edge at `to` touches, and is merged
  let inGap = first % 2 === 0;
  const ends = [...(inGap ? [from] : []), ...(after % 2 === 0 ? [to] : [])];
  const merged = edges.splice(first, after - first, ...ends);
  let fresh = 0;
  let at = from;
  for (const edge of [...merged, to]) {
    if (inGap) fresh += edge - at;
    inGap = !inGap;
    at = edge;
  }
  coverage.coveredMs += fresh;
  if (edges.length > 2 * MAX_PIECES) closeSmallestGap(coverage);
  return fresh;
}

/** How many edges are less than a time. */
function edgesBefore(edges: readonly number[], ms: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(edges[middle]) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

function closeSmallestGap(coverage: Coverage): void {
  const { edges } = coverage;
  const gapAt = (i: number): number => Number(edges[i + 1]) - Number(edges[i]);
  let smallest = 1;
  for (let i = 3; i < edges.length; i += 2) if (gapAt(i) < gapAt(smallest)) smallest = i;
  coverage.closedMs += gapAt(smallest);
  edges.splice(smallest, 2);
}
