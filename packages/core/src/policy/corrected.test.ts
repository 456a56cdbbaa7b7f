import { describe, expect, it } from 'vitest';
import { device } from '../../test/device.js';
import { inContext } from '../context.js';
import { itemQuality } from '../estimate/quality.js';
import type { ListSum } from '../estimate/sums.js';
import { emptyModel, type Model } from '../model.js';
import { decay } from '../profile/decay.js';
import { emptyProfile, profileOf } from '../profile/profile.js';
import { viewOf, type Liking } from '../profile/view.js';
import { meanStars, starsLiking } from '../score/rating.js';
import { score, weight } from '../score/score.js';
import { completion, replayBonus, watchLabel, watchLiking } from '../score/watch.js';
import type { Click, Plain, Signal, Watch } from '../signal.js';
import { DAY_MS } from '../time.js';
import { article } from './article.js';
import { extendPolicy } from './extend.js';
import { defaultPolicy, type Policy, type ScoredKind } from './policy.js';

const NOW = Date.UTC(2024, 5, 15);
const daysAgo = (days: number): number => NOW - days * DAY_MS;

/** What a policy says of one item, about which these signals were given. */
const judged = (policy: Policy, signals: readonly Signal[], item = 'a'): Liking => {
  const observations = signals.map((signal) => ({ signal, item: { id: signal.item } }));
  return viewOf(profileOf(observations, policy), policy, NOW).items[item] ?? { score: 0, confidence: 0 };
};
const said = (kind: Plain['kind'], at = NOW, item = 'a'): Plain => ({ kind, item, at });
const repeated = <T>(times: number, each: T): T[] => Array.from({ length: times }, () => each);
const shown: Signal = { kind: 'impression', item: 'a', at: NOW, list: 'home', position: 1, bucket: 0 };
const clickAt = (position: number): Click => ({ kind: 'click', item: 'a', at: NOW, list: 'home', position });
const play = (seconds: number, of: number, replay = 0): Watch => ({
  kind: 'watch',
  item: 'a',
  at: NOW,
  coverage: seconds / of,
  attendedMs: seconds * 1_000,
  durationMs: of * 1_000,
  replay,
});

describe('what the article gets wrong, and the default policy does not', () => {
  it('“90-day half-life”: the article’s is 62.4 days; a half-life halves, and each kind has its own', () => {
    expect(article.kinds.purchase.halfLifeDays).toBeCloseTo(62.38, 2);
    expect(decay(90 * DAY_MS, article.kinds.purchase.halfLifeDays)).toBeCloseTo(Math.exp(-1), 12);

    for (const { halfLifeDays } of Object.values(defaultPolicy.kinds))
      expect(decay(halfLifeDays * DAY_MS, halfLifeDays)).toBe(0.5);
    expect(defaultPolicy.kinds.click.halfLifeDays).toBeLessThan(defaultPolicy.kinds.purchase.halfLifeDays);
  });

  it('coffee “scores 1.51”: the article’s code gives 1.433, a true half-life of 90 days 1.587', () => {
    const coffee: Signal = { kind: 'repurchase', item: 'a', at: daysAgo(30) };
    expect(judged(article, [coffee]).score).toBeCloseTo(1.43306, 5);

    const true90 = extendPolicy(article, { kinds: { repurchase: { halfLifeDays: 90 } } });
    expect(judged(true90, [coffee]).score).toBeCloseTo(1.5874, 4);
  });

  it('click-through rates are not chances of being seen: a click at position 1 weighs 1, not 5', () => {
    const { click: articles } = article.kinds;
    expect(weight(score(clickAt(1), article)) / articles.confidence).toBeCloseTo(5, 12);

    const { click: ours } = defaultPolicy.kinds;
    expect(weight(score(clickAt(1), defaultPolicy)) / ours.confidence).toBe(1);
    const theta = [1, 0.7, 0.6];
    const estimated: Model = {
      ...emptyModel,
      lists: new Map([['home', { list: 'home', theta, estimated: true, impressions: 9_000, clicks: 900 }]]),
    };
    const click = inContext(clickAt(3), { id: 'a' }, emptyProfile(defaultPolicy), estimated, defaultPolicy);
    expect(click).toMatchObject({ propensity: 0.6 });
  });

  it('one deep click speaks for everything: the article’s weight has no bound, ours is clipped at 10', () => {
    const deep: Click = { ...clickAt(200), propensity: 1e-4 };
    expect(weight(score(deep, article)) / article.kinds.click.confidence).toBeCloseTo(10_000, 6);
    expect(judged(article, [deep]).score).toBeCloseTo(1_000, 6);

    expect(weight(score(deep, defaultPolicy)) / defaultPolicy.kinds.click.confidence).toBeCloseTo(10, 9);
    expect(judged(defaultPolicy, [deep]).score).toBeLessThan(0.5); // the sum is divided by its own weights
  });

  it('items are not ranked by a sum of inverse propensities: clicks over expected clicks, shrunk', () => {
    const cell = (item: string, position: number, impressions: number, clicks: number): ListSum => ({
      item,
      list: 'home',
      position,
      bucket: 0,
      impressions,
      clicks,
      contributions: clicks,
    });
    // One lucky click at position 10 of an item shown 20 times; a hundred of one shown 1,000 times at position 2.
    const cells = [cell('lucky', 10, 20, 1), cell('good', 2, 1_000, 100), cell('dull', 1, 1_000, 40)];
    const summed = (item: string) =>
      cells.reduce((sum, each) => (each.item === item ? sum + each.position / each.impressions : sum), 0);
    expect(summed('lucky')).toBeGreaterThan(100 * summed('good')); // of inverse propensities, per impression

    const qualities = new Map(
      itemQuality(cells, (_list, position) => 1 / position).map(({ item, quality }) => [item, quality]),
    );
    expect(qualities.get('good')).toBeGreaterThan(qualities.get('lucky') ?? NaN);
    expect(qualities.get('lucky')).toBeGreaterThan(qualities.get('dull') ?? NaN);
  });

  it('a dislike weighs 3 likes on one page and 2.14 on another: ours is one number in one table', () => {
    const strength = ({ kinds }: Policy, kind: ScoredKind) => kinds[kind].liking * kinds[kind].confidence;
    expect(strength(article, 'dislike') / strength(article, 'like')).toBeCloseTo(-2.142857, 6);
    const block = extendPolicy(article, { kinds: { like: { confidence: 1 }, dislike: { confidence: 3 } } });
    expect(strength(block, 'dislike') / strength(block, 'like')).toBe(-3);

    expect(strength(defaultPolicy, 'dislike') / strength(defaultPolicy, 'like')).toBe(-2.5);
  });

  it('“always mean-centre” makes a single rating nothing, and the table forgets to: our mean is shrunk', () => {
    const only = { count: 1, stars: 5 };
    expect(starsLiking(5, meanStars(only, article))).toBe(0);
    expect(judged(article, [{ kind: 'rate', item: 'a', at: NOW, stars: 5 }]).score).toBe(0.9); // absolute after all

    const mean = meanStars(only, defaultPolicy);
    expect(mean).toBeCloseTo((5 + 5 * 3.6) / (1 + 5), 12);
    expect(starsLiking(5, mean)).toBeCloseTo(0.2917, 4);
    const generous = repeated(20, 5).map((stars, i): Signal => ({ kind: 'rate', item: `other ${i}`, at: NOW, stars }));
    const four: Signal = { kind: 'rate', item: 'a', at: NOW, stars: 4 };
    expect(judged(defaultPolicy, [four]).score).toBeGreaterThan(0);
    expect(judged(defaultPolicy, [...generous, four]).score).toBeLessThan(0);
  });

  it('100 impressions make a purchase: ours are exposure, and being passed over again and again is a mild no', () => {
    const ignored = repeated(100, shown);
    expect(judged(article, ignored).score).toBeCloseTo(1, 12);
    expect(judged(article, [{ kind: 'purchase', item: 'a', at: NOW }]).score).toBe(1);

    const seen = (times: number) => {
      const visitor = device(defaultPolicy);
      const other = { id: 'other' };
      visitor.tell({ id: 'a' }, ...repeated(times, shown));
      visitor.tell({ id: 'c' }, said('like'));
      return visitor.order([{ id: 'a' }, other, { id: 'c' }], NOW);
    };
    expect(judged(defaultPolicy, ignored)).toEqual({ score: 0, confidence: 0 }); // no liking by themselves
    expect(seen(defaultPolicy.impression.free)).toEqual(['c', 'a', 'other']); // the first say nothing
    expect(seen(9)).toEqual(['c', 'other', 'a']);
    expect(judged(defaultPolicy, [...ignored, clickAt(1)])).toEqual(judged(defaultPolicy, [clickAt(1)]));
  });

  it('click, full watch and rewatch are one act: the article adds three, ours takes the deepest', () => {
    const opened = NOW - 1;
    const click: Signal = { kind: 'click', item: 'a', at: opened, opened };
    const dwell: Signal = { kind: 'dwell', item: 'a', at: NOW, opened, attendedMs: 60_000 };
    const watch: Signal = { ...play(600, 600, 0.7), opened };
    const act = [click, dwell, watch];
    expect(judged(article, act).score).toBeCloseTo(0.1 + 0.6 + 1.2, 9);

    expect(judged(defaultPolicy, act).score).toBeCloseTo(judged(defaultPolicy, [watch]).score, 12);
    expect(judged(defaultPolicy, [...act].reverse()).score).toBeCloseTo(judged(defaultPolicy, [watch]).score, 12);
  });

  it('two minutes of half an hour are a “bounce” and 10 s of 30 s are not: ours must also be short', () => {
    const [long, short] = [play(120, 1_800), play(10, 30)];
    expect(watchLabel(long, article)).toBe('bounce');
    expect(watchLabel(short, article)).toBe('browse');

    expect(watchLabel(long, defaultPolicy)).toBe('browse');
    expect(watchLabel(short, defaultPolicy)).toBe('browse');
    expect(watchLabel(play(6, 1_800), defaultPolicy)).toBe('bounce');
    expect(watchLabel(play(2, 30), defaultPolicy)).toBe('bounce');
  });

  it('“a bounce is a negative signal”, of +0.07: ours is below zero', () => {
    const bounce = play(5, 75);
    expect(completion(bounce, article) + replayBonus(bounce, article)).toBeCloseTo(0.0667, 4);

    expect(watchLabel(bounce, defaultPolicy)).toBe('bounce');
    expect(watchLiking(bounce, defaultPolicy)).toBeLessThan(-0.2);
    expect(judged(defaultPolicy, [bounce]).score).toBeLessThan(0);
    const bouncedBack: Signal = { kind: 'dwell', item: 'a', at: NOW, attendedMs: 8_000, bounced: true };
    expect(judged(defaultPolicy, [bouncedBack]).score).toBeLessThan(0);
  });

  it('a return “suppresses” with −0.018, faded since the purchase: ours fades from the return, and damps its like', () => {
    const toy = { id: 'toy', features: ['category:toys'] };
    const another = { id: 'another', features: ['category:toys'] };
    const returned = (policy: Policy) => {
      const visitor = device(policy);
      visitor.tell(
        toy,
        { kind: 'purchase', at: daysAgo(360) },
        { kind: 'return', at: daysAgo(1), purchased: daysAgo(360) },
      );
      return visitor;
    };
    const [theirs, ours] = [returned(article), returned(defaultPolicy)];
    expect(theirs.view(NOW).items['toy']?.score).toBeCloseTo(-0.0183, 4);
    expect(theirs.view(NOW).suppressed).toEqual({});
    expect(theirs.order([another, { id: 'x' }], NOW)).toEqual(['another', 'x']);

    expect(ours.view(NOW).items['toy']?.score).toBeLessThan(-0.6);
    expect(ours.view(NOW).features['category:toys']?.score).toBeLessThan(-0.6);
    expect(Object.keys(ours.view(NOW).suppressed)).toEqual(['item toy']);
    expect(ours.order([toy, another, { id: 'x' }], NOW)).toEqual(['x', 'another', 'toy']);
  });

  it('only pairs of visitor and item are suppressed, for ever: ours reach creators, expire, and are taken back', () => {
    const song = { id: 'song', creator: 'jo' };
    const sibling = { id: 'sibling', creator: 'jo' };
    const hidden = (policy: Policy, kind: 'dislike' | 'hide') => {
      const visitor = device(policy);
      visitor.tell(song, { kind, at: NOW });
      return visitor;
    };
    const keys = (policy: Policy, kind: 'dislike' | 'hide', days: number) =>
      Object.keys(hidden(policy, kind).view(NOW + days * DAY_MS).suppressed);
    expect(keys(article, 'dislike', 36_000)).toEqual(['item song']);
    expect(keys(article, 'hide', 0)).toEqual([]);

    expect(keys(defaultPolicy, 'hide', 0)).toEqual(['item song', 'creator:jo']);
    expect(hidden(defaultPolicy, 'hide').order([sibling, { id: 'x' }], NOW)).toEqual(['x', 'sibling']);
    expect(keys(defaultPolicy, 'hide', 30)).toEqual(['item song']);
    expect(keys(defaultPolicy, 'hide', 180)).toEqual([]);
    const undone = hidden(defaultPolicy, 'hide');
    undone.tell(song, { kind: 'undo', at: NOW + 1, of: { kind: 'hide', item: 'song', at: NOW } });
    expect(undone.view(NOW + 1).suppressed).toEqual({});
  });

  it('the article’s table has no return, no 2 or 3 stars and no repeat: ours has a weight for every kind', () => {
    const stars = (policy: Policy, n: number) => judged(policy, [{ kind: 'rate', item: 'a', at: NOW, stars: n }]).score;
    const silent = Object.entries(article.kinds).filter(([, { confidence }]) => confidence === 0);
    expect(silent.map(([kind]) => kind)).toEqual(['dwell', 'hide', 'skip', 'save', 'share', 'cart']);
    expect([2, 3].map((n) => stars(article, n))).toEqual([0, 0]);

    for (const { liking, confidence } of Object.values(defaultPolicy.kinds)) {
      expect(Math.abs(liking)).toBeGreaterThan(0);
      expect(confidence).toBeGreaterThan(0);
    }
    const all = [1, 2, 3, 4, 5].map((n) => stars(defaultPolicy, n));
    expect(all).toEqual([...all].sort((a, b) => a - b));
    expect(new Set(all).size).toBe(5);
  });

  it('the “confidence-weighted” score has no confidence and no bound: ours is within ±1, and says how sure it is', () => {
    const likes = (times: number) => Array.from({ length: times }, (_, i) => said('like', NOW - i));
    expect(judged(article, likes(1_000)).score).toBeCloseTo(700, 3);
    expect(judged(article, likes(1)).confidence).toBe(judged(article, likes(1_000)).confidence);

    const [one, many] = [judged(defaultPolicy, likes(1)), judged(defaultPolicy, likes(1_000))];
    expect(one.score).toBeCloseTo(0.4, 9); // half way: one like against as much doubt
    expect(one.confidence).toBeCloseTo(0.5, 9);
    expect(many.score).toBeGreaterThan(0.79);
    expect(many.score).toBeLessThan(0.8);
    expect(many.confidence).toBeGreaterThan(0.99);
    expect(many.confidence).toBeLessThan(1);
  });
});
