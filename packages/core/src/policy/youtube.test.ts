import { describe, expect, it } from 'vitest';
import { device, type Told } from '../../test/device.js';
import { count } from '../count/contribution.js';
import { estimate, noSums } from '../estimate/index.js';
import { DAY_MS } from '../time.js';
import { defaultPolicy } from './policy.js';
import { youtube } from './youtube.js';

const NOW = Date.UTC(2024, 5, 15);
const clip = (id: string, topic: string, creator?: string) => ({
  id,
  features: [`topic:${topic}`],
  ...(creator !== undefined && { creator }),
});
const [knots, splices, soup] = [clip('knots', 'sailing'), clip('splices', 'sailing'), clip('soup', 'cooking')];

/** How much of something a visitor who only did this likes. */
const liking = (...told: Told[]): number => {
  const visitor = device(youtube);
  visitor.tell(knots, ...told);
  return visitor.view(NOW).items['knots']?.score ?? NaN;
};
const watched = (share: number, attendedMs = share * 6e5): Told => ({
  kind: 'watch',
  at: NOW,
  opened: NOW,
  coverage: share,
  attendedMs,
  durationMs: 6e5,
});
const click: Told = { kind: 'click', at: NOW, opened: NOW };

describe('youtube', () => {
  it('is led by watch time: a clip watched to its end says more than a like, and far more than a click', () => {
    expect(liking(watched(1))).toBeGreaterThan(liking({ kind: 'like', at: NOW }));
    expect(liking({ kind: 'like', at: NOW })).toBeGreaterThan(5 * liking(click));
  });

  it('is not taken in by clickbait: opened and left after ten seconds is below zero', () => {
    expect(liking(click)).toBeGreaterThan(0);
    expect(liking(click, watched(1 / 60, 5_000))).toBeLessThan(-0.2);
    expect(liking(click, watched(1 / 60))).toBeLessThan(0);
  });

  it('likes more what was watched longer', () => {
    const likings = [0.05, 0.2, 0.5, 0.9, 1].map((share) => liking(watched(share)));
    expect(likings).toEqual([...likings].sort((a, b) => a - b));
  });

  it('ranks by a dislike, in private: less of its kind, and nothing but the clip is suppressed', () => {
    const visitor = device(youtube);
    visitor.tell(knots, { kind: 'dislike', at: NOW });
    expect(visitor.order([knots, splices, soup], NOW)).toEqual(['soup', 'splices', 'knots']);
    expect(Object.keys(visitor.view(NOW).suppressed)).toEqual(['item knots']);
    visitor.tell(splices, watched(1));
    visitor.tell(clip('winches', 'sailing'), watched(1)); // its kind may come back
    expect(visitor.order([soup, splices, knots], NOW)).toEqual(['splices', 'soup', 'knots']);
    expect(visitor.view(NOW + 180 * DAY_MS).suppressed).toEqual({});
  });

  it('keeps dislikes out of the model that everybody is served', () => {
    const dislike = { kind: 'dislike', item: 'knots', at: NOW } as const;
    const counts = count([dislike], 'clips').counts.flatMap((each) => (each.family === 'reactions' ? each.cells : []));
    expect(counts).toEqual([{ item: 'knots', likes: 0, dislikes: 1 }]); // a number among numbers
    const reactions = counts.map((cell) => ({ ...cell, contributions: 100 }));
    const model = estimate('clips', { ...noSums, reactions }, 1);
    expect(JSON.stringify(model)).not.toContain('knots');
  });

  it('shows no more than two clips in ten of one creator while there are others', () => {
    const visitor = device(youtube);
    const own = ['a', 'b', 'c', 'd'].map((id) => clip(id, 'sailing', 'jo'));
    const others = ['w', 'x', 'y', 'z'].map((id, i) => clip(id, 'cooking', `cook ${i}`));
    visitor.tell(clip('first', 'sailing', 'jo'), watched(1));
    const order = visitor.order([...others, ...own], NOW);
    expect(order.slice(0, 2)).toEqual(['a', 'b']);
    expect(order.slice(2, 6).sort()).toEqual(['w', 'x', 'y', 'z']);
  });

  it('trusts a click less than the default policy does', () => {
    expect(youtube.kinds.click.confidence).toBeLessThan(defaultPolicy.kinds.click.confidence);
  });
});
