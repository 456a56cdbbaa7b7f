import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../chance.js';
import { evaluateOpenBandit, readRows, type Row } from './open-bandit.js';

/** Rows of 20 items, shown by chance; the first ten of them are opened four times as often, and position 1 twice as often as 2. */
function log(seed: number, many: number, rate: number): Row[] {
  const chance = mulberry32(seed);
  return Array.from({ length: many }, () => {
    const item = Math.floor(chance() * 20);
    const position = 1 + Math.floor(chance() * 2);
    const clicked = chance() < (rate * (item < 10 ? 4 : 1)) / position;
    return { item: `i${item}`, position, clicked, propensity: 1 / 20 };
  });
}

describe('evaluateOpenBandit', () => {
  const good = (4 / 2.5) * 0.05 * 2.5 * (3 / 4); // ten good items of a rate of 4 × 0.05, at places that come to 3/4
  const found = evaluateOpenBandit({ bts: log(1, 20_000, 0.05), random: log(2, 20_000, 0.05) }, 1);

  it('values the best items at the rate that they have', () => {
    const [logged, all, , best] = found.valued.map(({ value }) => value);
    expect(logged?.value).toBeCloseTo(all?.value ?? NaN, 2);
    expect(best?.value).toBeCloseTo(good, 2);
    expect(best?.low).toBeGreaterThan(all?.high ?? NaN);
  });

  it('says how many rows that comes to', () => {
    expect(found.valued[1]?.rows).toBeCloseTo(20_000, 6);
    expect((found.valued[3]?.rows ?? NaN) / 20_000).toBeCloseTo(1 / 2, 1);
  });

  it('finds the curve, and says where clicks are too few for one', () => {
    expect(found.curves[0]?.theta[1]).toBeCloseTo(0.5, 1);
    const few = evaluateOpenBandit({ bts: log(1, 1_000, 0.005), random: log(2, 1_000, 0.005) }, 1);
    expect(few.curves.map(({ fallback }) => fallback)).toEqual(['few clicks', 'few clicks']);
    expect(few.valued[3]?.value.low).toBeLessThan(few.valued[1]?.value.value ?? NaN); // and nothing is proved
  });
});

describe('readRows', () => {
  const heading = 'item_id,position,click,propensity_score';

  it('reads what was shown, and how likely that was', () => {
    expect(readRows(`${heading}\n7,2,1,0.03\n`, 'bts')).toEqual([
      { item: '7', position: 2, clicked: true, propensity: 0.03 },
    ]);
  });

  it.each(['7,0,1,0.03', '7,2,2,0.03', '7,2,1,0', ',2,1,0.5'])('says which row is none: %s', (row) => {
    expect(() => readRows(`${heading}\n${row}\n`, 'random')).toThrow('row 0 of the log random');
  });
});
