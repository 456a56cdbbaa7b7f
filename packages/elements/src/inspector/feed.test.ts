import type { Rejected, Signal } from '@penchant/browser';
import { describe, expect, it } from 'vitest';
import { withLine, type Line } from './feed.js';

const feedOf = (...told: (Signal | Rejected)[]): readonly Line[] =>
  told.reduce<readonly Line[]>((feed, what, i) => withLine(feed, what, i), []);
const dwell = (item: string, opened: number, attendedMs: number): Signal => ({
  kind: 'dwell',
  item,
  at: 1,
  opened,
  attendedMs,
});
const missed = (item: string, reason: string): Rejected => ({ kind: 'impression', item, reason });

describe('the feed', () => {
  it('has what was told last at its top', () => {
    const feed = feedOf({ kind: 'like', item: 'a', at: 1 }, missed('b', 'hidden'));
    expect(feed.map(({ what, reason }) => [what.item, reason])).toEqual([
      ['b', 'hidden'],
      ['a', undefined],
    ]);
  });

  it('goes on with a dwell in the place of a shorter one of the same opening, and only with that', () => {
    const feed = feedOf(dwell('a', 1, 1000), dwell('b', 1, 1000), dwell('a', 1, 2000), dwell('a', 2, 500));
    expect(feed.map(({ what }) => what)).toEqual([dwell('a', 2, 500), dwell('b', 1, 1000), dwell('a', 1, 2000)]);
  });

  it('tells each like, but counts why something does not count', () => {
    const like: Signal = { kind: 'like', item: 'a', at: 1 };
    expect(feedOf(like, like)).toHaveLength(2);
    expect(feedOf(missed('a', 'hidden'), missed('a', 'hidden'), missed('a', 'excluded')).map((l) => l.times)).toEqual([
      1, 2,
    ]);
  });

  it('grows no longer than a hundred lines', () => {
    const feed = feedOf(...Array.from({ length: 150 }, (_, i): Signal => ({ kind: 'like', item: `${i}`, at: i })));
    expect([feed.length, feed[0]?.what.item]).toEqual([100, '149']);
  });
});
