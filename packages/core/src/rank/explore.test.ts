import { describe, expect, it } from 'vitest';
import { explore } from './explore.js';

const best = Array.from({ length: 8 }, (_, i) => i);

describe('explore', () => {
  it('keeps the order, surely, when it is never to take a chance', () => {
    expect(explore(best, { share: 0, seed: 1 })).toEqual(best.map((item) => [item, 1]));
  });

  it('gives the same order for the same seed, and another for another', () => {
    const order = (seed: number) => explore(best, { share: 0.5, seed }).map(([item]) => item);
    expect(order(7)).toEqual(order(7));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => order(seed).join())).size).toBeGreaterThan(10);
    expect([...order(7)].sort((a, b) => a - b)).toEqual(best);
  });

  it('takes the same chances on every machine, for orders to be evaluated later', () => {
    expect(explore(best, { share: 1, seed: 7 }).map(([item]) => item)).toEqual([0, 5, 3, 2, 6, 1, 7, 4]);
    expect(explore(best, { share: 0.5, seed: 2 ** 31 }).map(([item]) => item)).toEqual([0, 6, 1, 2, 7, 3, 4, 5]);
  });

  it('logs the probability with which each item got its place', () => {
    const runs = 40_000;
    const [share, times, logged] = [0.4, new Array<number>(best.length).fill(0), new Map<number, number>()];
    for (let seed = 0; seed < runs; seed++) {
      const [first] = explore(best, { share, seed });
      if (!first) continue;
      times[first[0]] = (times[first[0]] ?? 0) + 1;
      logged.set(first[0], first[1]);
    }
    best.forEach((item) => expect((times[item] ?? 0) / runs).toBeCloseTo(logged.get(item) ?? 0, 2));
    expect([...logged.values()].reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  });

  it('reaches no further than fifty places down', () => {
    const many = Array.from({ length: 200 }, (_, i) => i);
    for (let seed = 0; seed < 200; seed++) expect(explore(many, { share: 1, seed })[0]?.[0]).toBeLessThan(50);
  });
});
