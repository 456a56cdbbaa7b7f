import { describe, expect, it } from 'vitest';
import { AUDITED_RANKS, BUCKETS } from '../limits.js';
import type { Placement } from './rank.js';
import { swapAudit } from './swap-audit.js';

const placements = Array.from({ length: 30 }, (_, i): Placement => ({
  item: { id: `${i + 1}` },
  score: 1 - i / 30,
  bucket: 32 - i,
  propensity: 1,
}));
const seeds = Array.from({ length: 2_000 }, (_, seed) => seed);
const ids = (list: readonly Placement[]): string[] => list.map(({ item }) => item.id);

describe('swapAudit', () => {
  it('leaves lists alone that are not drawn, and all of them at a share of 0', () => {
    expect(seeds.every((seed) => swapAudit(placements, { share: 0, seed }) === placements)).toBe(true);
    const drawn = seeds.filter((seed) => swapAudit(placements, { share: 0.1, seed }) !== placements);
    expect(drawn.length / seeds.length).toBeGreaterThan(0.07);
    expect(drawn.length / seeds.length).toBeLessThan(0.13);
  });

  it('changes two places in half of the lists it draws, the first and any other that is audited as often', () => {
    const first = seeds.map((seed) => Number(ids(swapAudit(placements, { share: 1, seed }))[0]));
    const swapped = first.filter((rank) => rank > 1);
    expect(swapped.length / seeds.length).toBeCloseTo(0.5, 1);
    expect(new Set(swapped).size).toBe(AUDITED_RANKS - 1);
    expect(Math.max(...swapped)).toBe(AUDITED_RANKS);
    const mean = swapped.reduce((sum, rank) => sum + rank, 0) / swapped.length;
    expect(Math.abs(mean - (AUDITED_RANKS + 2) / 2)).toBeLessThan(0.7);
  });

  it('counts an audited list by rank, whatever stands where, and what is deeper as before', () => {
    for (const seed of seeds.slice(0, 50))
      for (const { item, bucket } of swapAudit(placements, { share: 1, seed }))
        expect(bucket).toBe(Number(item.id) <= AUDITED_RANKS ? BUCKETS + Number(item.id) : 33 - Number(item.id));
  });

  it('loses nothing, and changes nothing that it was given', () => {
    const before = structuredClone(placements);
    for (const seed of seeds.slice(0, 50))
      expect(ids(swapAudit(placements, { share: 1, seed })).sort()).toEqual(ids(before).sort());
    expect(placements).toEqual(before);
  });

  it('has nothing to change in a list of one', () => {
    expect(swapAudit(placements.slice(0, 1), { share: 1, seed: 1 })[0]?.bucket).toBe(32);
  });
});
