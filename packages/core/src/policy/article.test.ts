import { describe, expect, it } from 'vitest';
import { emptyModel } from '../model.js';
import { decay } from '../profile/decay.js';
import { profileOf, type Observation } from '../profile/profile.js';
import { viewOf } from '../profile/view.js';
import { explain } from '../score/ledger.js';
import { meanStars, starsLiking } from '../score/rating.js';
import { score, weight } from '../score/score.js';
import { completion, replayBonus, watchLabel } from '../score/watch.js';
import type { Click, Scored, Signal, Watch } from '../signal.js';
import { DAY_MS } from '../time.js';
import { article } from './article.js';
import { extendPolicy } from './extend.js';
import golden from './golden.json' with { type: 'json' };

const NOW = Date.parse(golden.purchase.now);
const DIGITS = 12; // within 5e-13: `golden.tolerance` is 1e-12

const told = (signal: Signal): Observation => ({ signal, item: { id: signal.item } });
const scoreOf = (signals: readonly Signal[], item: string, policy = article): number | undefined =>
  viewOf(profileOf(signals.map(told), policy), policy, NOW).items[item]?.score;
/** What one signal adds to a sum. */
const added = (signal: Scored, policy = article): number => {
  const scored = score(signal, policy);
  return scored.liking * weight(scored);
};

describe('the article: ratings', () => {
  const { rows, means } = golden.ratings;
  const ofUser = (user: string) => {
    const stars = rows.filter((row) => row.user === user).map(({ rating }) => rating);
    return { count: stars.length, stars: stars.reduce((a, b) => a + b) };
  };

  it.each(Object.entries(means))('gives %s a plain mean of %f stars', (user, mean) => {
    expect(meanStars(ofUser(user), article)).toBeCloseTo(mean, DIGITS);
  });

  it.each(rows)('centres $user’s rating of $item to $rating_norm', ({ user, rating, rating_norm: centred }) => {
    expect(4 * starsLiking(rating, meanStars(ofUser(user), article))).toBeCloseTo(centred, DIGITS);
  });

  it('reads the same from a profile, once ratings are centred and not looked up', () => {
    const centring = extendPolicy(article, { rating: { table: [] } });
    for (const { user, item, rating_norm: centred } of rows) {
      const own = rows.filter((row) => row.user === user);
      const ratings = own.map((row): Signal => ({ kind: 'rate', item: row.item, at: NOW, stars: row.rating }));
      expect(4 * (scoreOf(ratings, item, centring) ?? NaN)).toBeCloseTo(centred, DIGITS);
    }
  });
});

describe('the article: likes and dislikes', () => {
  const { weights, input, scores, suppressed } = golden.likes;
  // Its second block weighs a dislike 3, its last one 1.5.
  const block = extendPolicy(article, {
    kinds: { like: { confidence: weights.like }, dislike: { confidence: -weights.dislike } },
  });
  const profiles = new Map(
    ['Ali', 'Ben', 'Cara'].map((user) => {
      const own = input.filter((row) => row.user === user);
      const kindOf = (signal: string) => (signal === 'like' ? 'like' : 'dislike');
      const signals = own.map(({ item, signal }): Signal => ({ kind: kindOf(signal), item, at: NOW }));
      return [user, viewOf(profileOf(signals.map(told), block), block, NOW)];
    }),
  );

  it.each(scores)('scores $item $pref_score for $user', ({ user, item, pref_score: expected }) => {
    expect(profiles.get(user)?.items[item]?.score).toBeCloseTo(expected, DIGITS);
  });

  it('suppresses the disliked pairs of visitor and item, and no others', () => {
    const pairs = [...profiles].flatMap(([user, view]) =>
      Object.values(view.suppressed).map(({ item }) => ({ user, item })),
    );
    expect(pairs).toEqual(suppressed);
  });
});

describe('the article: inverse propensity scores', () => {
  const { rows, byItem, propensity, normalised } = golden.ips;
  const clicked = ({ item, position }: { item: string; position: number }): Click => ({
    kind: 'click',
    item,
    at: NOW,
    list: 'home',
    position,
  });
  const ofOne = { kinds: { click: { confidence: 1 } } }; // a click weighs 1 here, 0.1 in its last block
  const block = extendPolicy(article, ofOne);
  const relative = extendPolicy(article, { ...ofOne, position: { theta: normalised.theta } });

  it('has the click-through rates for propensities', () => {
    expect(article.position.theta).toEqual(propensity);
  });

  it.each(rows)('weighs a click at position $position by $ips_weight', (row) => {
    const scored = score(clicked(row), block);
    expect(scored.propensity).toBeCloseTo(row.propensity, DIGITS);
    expect(weight(scored)).toBeCloseTo(row.ips_weight, DIGITS);
  });

  it.each(byItem)('adds the weights of $item up to $ips_value', ({ item, ips_value: expected, clicks }) => {
    expect(rows.filter((row) => row.item === item)).toHaveLength(clicks);
    expect(scoreOf(rows.map(clicked), item, block)).toBeCloseTo(expected, DIGITS);
  });

  it.each(normalised.weights.map((expected, i) => [i + 1, expected] as const))(
    'relative to position 1, weighs a click at position %i by %f',
    (position, expected) => {
      expect(relative.position.theta[position - 1]).toBeCloseTo(
        (propensity[position - 1] ?? NaN) / (propensity[0] ?? NaN),
        DIGITS,
      );
      expect(weight(score(clicked({ item: 'a', position }), relative))).toBeCloseTo(expected, DIGITS);
    },
  );

  it.each(normalised.byItem)('relative to position 1, adds the weights of $item up to $value', ({ item, value }) => {
    expect(scoreOf(rows.map(clicked), item, relative)).toBeCloseTo(value, DIGITS);
  });
});

describe('the article: watch time', () => {
  const { rows, boundaries } = golden.watch;
  const play = (coverage: number, seconds: number, replay = 0): Watch => ({
    kind: 'watch',
    item: 'v',
    at: NOW,
    coverage,
    attendedMs: seconds * 1_000,
    durationMs: (seconds / coverage) * 1_000 || 0,
    replay,
  });

  it.each(rows)(
    'calls $user’s play of $video $sentiment, and scores it $impl_score',
    ({ watched_s: seconds, duration_s: length, replayed, completion: share, sentiment, impl_score: expected }) => {
      const watch = play(seconds / length, seconds, replayed ? 1 : 0);
      expect(completion(watch, article)).toBeCloseTo(share, DIGITS);
      expect(watchLabel(watch, article)).toBe(sentiment);
      expect(completion(watch, article) + replayBonus(watch, article)).toBeCloseTo(expected, DIGITS);
    },
  );

  it.each(boundaries)('calls a completion of $completion $sentiment', ({ completion: share, sentiment }) => {
    expect(watchLabel(play(share, 1_800 * share), article)).toBe(sentiment);
  });
});

describe('the article: purchases', () => {
  const { rows, rounded3, trueHalfLife, constants } = golden.purchase;
  /** A row as what happened: a purchase, one of the same again, or one that came back a few days later. */
  const happened = (row: (typeof rows)[number]): Signal[] => {
    const { item, days_ago: days, repeat_mult: times, base_signal: sign } = row;
    const purchased = NOW - days * DAY_MS;
    const bought: Signal = { kind: times > 1 ? 'repurchase' : 'purchase', item, at: purchased };
    return sign < 0 ? [bought, { kind: 'return', item, at: purchased + 9 * DAY_MS, purchased }] : [bought];
  };
  const of90Days = { halfLifeDays: 90 };
  const corrected = extendPolicy(article, {
    kinds: { purchase: of90Days, repurchase: of90Days, return: of90Days },
  });
  const all = rows.map((row, i) => ({ ...row, rounded: rounded3[i], true90: trueHalfLife[i]?.impl_score ?? NaN }));

  it.each(all)('scores $user’s $item $impl_score', (row) => {
    const ofRow = scoreOf(happened(row), row.item);
    expect(ofRow).toBeCloseTo(row.impl_score, DIGITS);
    expect(Math.round((ofRow ?? NaN) * 1e3) / 1e3).toBe(row.rounded);
    expect(decay(row.days_ago * DAY_MS, article.kinds.purchase.halfLifeDays)).toBeCloseTo(row.time_decay, DIGITS);
  });

  it.each(all)('would score $user’s $item $true90 if 90 days were the half-life', (row) => {
    expect(scoreOf(happened(row), row.item, corrected)).toBeCloseTo(row.true90, DIGITS);
  });

  it('has a half-life of 62.4 days, and calls it 90', () => {
    const { halfLifeDays } = article.kinds.purchase;
    expect(halfLifeDays).toBeCloseTo(constants.half_life_of_seed_code_days, DIGITS);
    expect(decay(90 * DAY_MS, halfLifeDays)).toBeCloseTo(constants.factor_at_90_days_seed, DIGITS);
    expect(decay(90 * DAY_MS, constants.tau_for_true_90d_half_life * Math.LN2)).toBeCloseTo(0.5, DIGITS);
  });

  it('says 1.51 of coffee that its code would have to sell on another day', () => {
    const days = constants.days_ago_that_would_give_1_51;
    const coffee = (daysAgo: number) => scoreOf([{ kind: 'repurchase', item: 'c', at: NOW - daysAgo * DAY_MS }], 'c');
    expect(coffee(days)).toBeCloseTo(constants.prose_claim_ali_coffee, 7); // a signal's time is whole milliseconds
    expect(coffee(30)).not.toBeCloseTo(constants.prose_claim_ali_coffee, 1);
  });
});

describe('the article: the unified score', () => {
  const { weights, input, expected, ratios } = golden.unified;
  const plain = { item: 'v', at: NOW };
  const watch: Watch = { kind: 'watch', ...plain, coverage: 1, attendedMs: 6e5, durationMs: 6e5 };
  const rate = (stars: number): Signal => ({ kind: 'rate', ...plain, stars });
  const shown: Signal = { kind: 'impression', ...plain, list: 'home', position: 1, bucket: 0 };
  const opened: Signal = { kind: 'click', ...plain };

  it.each<[keyof typeof weights, Signal]>([
    ['impression', shown],
    ['click', opened],
    ['watch_50pct', { ...watch, coverage: 0.5 }],
    ['watch_full', watch],
    ['like', { kind: 'like', ...plain }],
    ['dislike', { kind: 'dislike', ...plain }],
    ['rating_4', rate(4)],
    ['rating_5', rate(5)],
    ['rating_1', rate(1)],
    ['purchase', { kind: 'purchase', ...plain }],
  ])('weighs %s as its table does', (name, signal) => {
    expect(scoreOf([signal], 'v')).toBeCloseTo(weights[name], DIGITS);
  });

  it.each([
    [0.4999999, 0],
    [0.5, weights.watch_50pct],
    [0.7999999, weights.watch_50pct],
    [0.8, weights.watch_full], // from here on its labels call a play loved
  ])('weighs a play of %f by %f', (coverage, listed) => {
    expect(added({ ...watch, coverage })).toBeCloseTo(listed, DIGITS);
  });

  it('weighs rewatch as its table does, beside watch_full', () => {
    expect(added({ ...watch, replay: 1 }) - added(watch)).toBeCloseTo(weights.rewatch, DIGITS);
  });

  // The last two of Ali's watches are one signal here: a play to the end, with some of it played again.
  const ali: readonly Signal[] = [shown, opened, { ...watch, coverage: 0.9, replay: 0.7 }, { kind: 'like', ...plain }];
  const ben: readonly Signal[] = [shown, opened, { ...watch, coverage: 0.5 }, { kind: 'dislike', ...plain }];

  it.each([
    ['Ali', 'V1', ali, input.ali_v1],
    ['Ben', 'V2', ben, input.ben_v2],
  ])('adds %s’s signals on %s up to its sum', (user, _item, signals, names) => {
    const sum = expected.find((row) => row.user === user)?.unified_score ?? NaN;
    expect(names).toHaveLength(signals.length + (signals === ali ? 1 : 0));
    expect(scoreOf(signals, 'v')).toBeCloseTo(sum, DIGITS);

    const observations = signals.map(told);
    const profile = profileOf(observations, article);
    const { score: explained, entries } = explain({ id: 'v' }, observations, profile, emptyModel, article, NOW);
    expect(explained).toBeCloseTo(sum, DIGITS);
    expect(entries.map(({ kind }) => kind).sort()).toEqual(signals.map(({ kind }) => kind).sort());
    expect(entries.reduce((total, { contribution }) => total + contribution, 0)).toBeCloseTo(sum, DIGITS);
  });

  it('has the proportions that its tables have, whatever its prose says', () => {
    const { like, dislike, purchase, impression } = article.kinds;
    const strength = ({ liking, confidence }: typeof like) => liking * confidence;
    expect(strength(dislike) / strength(like)).toBeCloseTo(ratios.dislike_over_like, DIGITS);
    expect(golden.likes.weights.dislike / golden.likes.weights.like).toBe(ratios.like_block_ratio);
    expect(weights.rating_1 / weights.rating_5).toBeCloseTo(ratios.rating1_over_rating5, DIGITS);
    expect(strength(purchase) / strength(impression)).toBeCloseTo(ratios.impressions_equal_to_one_purchase, DIGITS);
    expect(strength(like) / strength(impression)).toBeCloseTo(ratios.impressions_equal_to_one_like, DIGITS);
    expect(weights.rewatch / strength(purchase)).toBeCloseTo(ratios.rewatch_over_purchase, DIGITS);
  });
});
