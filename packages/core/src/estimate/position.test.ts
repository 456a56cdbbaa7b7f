import { describe, expect, it } from 'vitest';
import { MAX_CELLS } from '../limits.js';
import { positionCurve } from './position.js';
import type { ListSum } from './sums.js';

const cell = (item: string, position: number, impressions: number, clicks: number, contributions = 30): ListSum => ({
  list: 'home',
  item,
  position,
  bucket: 0,
  impressions,
  clicks,
  contributions,
});
/** Items of different attraction at every position of a curve, as often as the model expects. */
const expected = (theta: readonly number[], impressions = 100_000): ListSum[] =>
  [0.2, 0.1, 0.05].flatMap((attraction, i) =>
    theta.map((value, k) => cell(`i${i}`, k + 1, impressions, Math.round(impressions * value * attraction))),
  );

describe('a position curve', () => {
  it('has an interval around every value, wider with fewer clicks, and says how well it fits', () => {
    const theta = [1, 0.6, 0.3];
    const [many, few] = [100_000, 2_000].map((impressions) => positionCurve('home', expected(theta, impressions)));
    const widthOf = ({ low = [], high = [] }: ReturnType<typeof positionCurve>, k: number): number =>
      (high[k] ?? NaN) / (low[k] ?? NaN);
    for (const curve of [many, few]) {
      expect(curve).toMatchObject({ estimated: true, fits: true });
      theta.forEach((value, k) => {
        expect(curve?.low?.[k]).toBeLessThanOrEqual(value);
        expect(curve?.high?.[k]).toBeGreaterThanOrEqual(value);
      });
      expect(curve?.dispersion).toBeLessThan(1);
    }
    expect([many?.low?.[0], many?.high?.[0]]).toEqual([1, 1]); // by definition
    if (many && few) expect(widthOf(few, 1)).toBeCloseTo(widthOf(many, 1) ** Math.sqrt(50), 1);
  });

  it('does not fit where visitors stop at their first click, and says what part goes on', () => {
    const visits = (continuing: number): ListSum[] =>
      expected([1, 0.6, 0.3]).map((sum) => {
        const below = sum.position === 1 ? 0 : sum.impressions / 4;
        const continued = Math.round((continuing * sum.clicks * below) / sum.impressions);
        return { ...sum, clicked: sum.clicks, below, continued, contributions: sum.impressions };
      });
    expect(positionCurve('home', visits(1))).toMatchObject({ fits: true, continued: 1 });
    const stopped = positionCurve('home', visits(0.2));
    expect(stopped).toMatchObject({ estimated: true, fits: false, continued: 0.2 });
    expect(stopped.misfit).toBeGreaterThan(1);
    expect(positionCurve('home', expected([1, 0.6, 0.3]))).not.toHaveProperty('continued');
  });

  it('never rises, whatever was clicked', () => {
    const { theta, estimated } = positionCurve('home', expected([1, 0.3, 0.9, 1.4]));
    expect(estimated).toBe(true);
    theta.slice(1).forEach((value, k) => expect(value).toBeLessThanOrEqual(theta[k] ?? NaN));
    expect(theta.every((value) => value <= 1)).toBe(true);
  });

  it('falls back where positions fall apart into those that no item joins', () => {
    const apart = [
      cell('a', 1, 9_000, 900),
      cell('a', 2, 9_000, 450),
      cell('b', 3, 9_000, 900),
      cell('b', 4, 9_000, 700),
    ];
    expect(positionCurve('home', apart)).toMatchObject({ estimated: false, fallback: 'not joined' });
    const joined = [...apart, cell('c', 2, 9_000, 300), cell('c', 3, 9_000, 200)];
    expect(positionCurve('home', joined)).toMatchObject({ estimated: true });
  });

  it('falls back where one position is not sure enough, with the exponent that the others show', () => {
    const steep = expected([1, 0.25, 0.11], 10_000);
    const thin = [...steep, cell('i0', 4, 40, 3)]; // a standard error of 1/√3
    const { estimated, fallback, theta, eta = NaN, low, high } = positionCurve('home', thin);
    expect([estimated, fallback]).toEqual([false, 'not sure']);
    expect(eta).toBeGreaterThan(1.8);
    theta.forEach((value, k) => {
      expect(value).toBeCloseTo((k + 1) ** -eta, 3);
      expect(low?.[k]).toBeLessThanOrEqual(value);
      expect(high?.[k]).toBeGreaterThanOrEqual(value);
    });
    expect(positionCurve('home', [...steep, cell('i0', 4, 400, 30)]).estimated).toBe(true);
  });

  it('has as wide an interval as the prior where nothing tells', () => {
    const { theta, low, high } = positionCurve('home', [cell('a', 1, 9, 0), cell('a', 2, 9, 0)]);
    expect(theta).toEqual([1, 0.5]);
    expect(low?.[1]).toBeCloseTo(0.5 * Math.exp(-1.96 * 0.5 * Math.log(2)), 4);
    expect(high?.[1]).toBeCloseTo(0.5 * Math.exp(1.96 * 0.5 * Math.log(2)), 4);
  });

  it('tells scores apart that placed an item: better matches on top are no position bias', () => {
    // in each bucket, position 2 is seen half as often; good matches stand on top nine times of ten
    const matched = [
      { bucket: 32, on: 9_000, below: 1_000, attraction: 0.4 },
      { bucket: 1, on: 1_000, below: 9_000, attraction: 0.1 },
    ].flatMap(({ bucket, on, below, attraction }) => [
      { ...cell('a', 1, on, on * attraction), bucket },
      { ...cell('a', 2, below, (below * attraction) / 2), bucket },
    ]);
    expect(positionCurve('home', matched).theta[1]).toBeCloseTo(0.5, 2);
    const merged = [1, 2].map((position) => {
      const at = matched.filter((one) => one.position === position);
      const total = (of: 'impressions' | 'clicks') => at.reduce((sum, one) => sum + one[of], 0);
      return cell('a', position, total('impressions'), total('clicks'));
    });
    expect(positionCurve('home', merged).theta[1]).toBeLessThan(0.3);
  });

  it('sees clicks that follow another model', () => {
    const noise = [0.1, 0.03, 0.01]; // clicks out of trust, whatever stands there
    const trusted = [0.2, 0.1, 0.05, 0.02].flatMap((attraction, i) =>
      [1, 0.5, 0.33].map((theta, k) =>
        cell(`i${i}`, k + 1, 20_000, Math.round(20_000 * theta * (attraction + (noise[k] ?? 0)))),
      ),
    );
    expect(positionCurve('home', trusted)).toMatchObject({ estimated: true, fits: false });
  });

  it('ends above the first position that too few speak of, so that nobody can make it fall back', () => {
    const cells = expected([1, 0.5]);
    const alone = [cell('i0', 200, 5, 5, 1), cell('i0', 3, 5, 5, 19)];
    const { theta, estimated, clicks } = positionCurve('home', [...cells, ...alone], 20);
    expect(theta).toHaveLength(2);
    expect(estimated).toBe(true);
    expect(clicks).toBe(positionCurve('home', cells, 20).clicks);
  });

  it('does not take one contribution with many cells for a crowd', () => {
    const cells = Array.from({ length: MAX_CELLS }, (_, i) => cell(`i${i}`, 2, 5, 0, 1));
    expect(positionCurve('home', [cell('a', 1, 900, 90), ...cells], 2).theta).toEqual([1]);
    const more = [...cells, cell('another', 2, 5, 0, 1)]; // no one contribution holds so many
    expect(positionCurve('home', [cell('a', 1, 900, 90), ...more], 2).theta).toHaveLength(2);
  });
});
