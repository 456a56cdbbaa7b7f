import type { Rejected, Signal } from '@penchant/browser';

/** One line of the feed: something that counted, or did not, and how often it was told in a row. */
export interface Line {
  readonly what: Signal | Rejected;
  /** Why it does not count. */
  readonly reason?: string;
  readonly atMs: number;
  readonly times: number;
}

const LONGEST = 100;

/** The feed with one more line, newest first. What only tells one again, or further, takes its place: it buries nothing. */
export function withLine(feed: readonly Line[], what: Signal | Rejected, atMs: number): readonly Line[] {
  const line = { what, ...('reason' in what && { reason: what.reason }), atMs, times: 1 };
  const place = feed.findIndex((before) => goesOn(before, line));
  const before = feed[place];
  if (!before) return [line, ...feed].slice(0, LONGEST);
  const again = { ...line, times: line.reason === undefined ? 1 : before.times + 1 };
  return feed.map((each, i) => (i === place ? again : each));
}

/** A dwell and a watch go on as long as somebody looks; why something does not count may be told again and again. */
function goesOn(before: Line, { what, reason }: Line): boolean {
  const isSame = before.what.kind === what.kind && before.what.item === what.item && before.reason === reason;
  return (
    isSame &&
    (reason !== undefined ||
      ((what.kind === 'dwell' || what.kind === 'watch') && openedOf(before.what) === openedOf(what)))
  );
}

const openedOf = (what: Signal | Rejected): number | undefined => ('opened' in what ? what.opened : undefined);
