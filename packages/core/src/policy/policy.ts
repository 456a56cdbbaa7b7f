import type { Scored, SignalKind } from '../signal.js';

/** How one kind of signal speaks. */
export interface KindPolicy {
  /** What one such signal says of the item, −1 (dislikes it) to 1 (likes it). Of a dwell, a watch and a rating, 1: they say themselves how much. */
  readonly liking: number;
  /** How much it is to be believed, from 0; a like is 1. */
  readonly confidence: number;
  /** Days after which it weighs half. */
  readonly halfLifeDays: number;
}

export type ScoredKind = Scored['kind'];

/** Points of a curve, by ascending x: `[x, y]`. Between two of them it is straight. */
export type Curve = readonly (readonly [x: number, y: number])[];

/**
 * What is not to be shown for some days after such a signal: the `item`; what is `similar` to it; or all that shares
 * its features of a family, such as `creator:` or `topic:`.
 */
export interface SuppressionRule {
  readonly what: string;
  readonly days: number;
}

/** Every number that shapes a score. */
export interface Policy {
  readonly version: 1;
  readonly name: string;
  /** `mean`: Σcδv / (Σcδ + doubt), in (−1, 1). `sum`: Σcδv, unbounded, as the article does. */
  readonly unify: 'mean' | 'sum';
  readonly kinds: { readonly [K in ScoredKind]: KindPolicy };
  /** `ignored`: impressions are exposure, and only those beyond the `free` ones, of an item never acted on, say something. `always`: each one speaks. */
  readonly impression: { readonly counts: 'ignored' | 'always'; readonly free: number };
  /** `strongest`: of one act (click, dwell, watch), the deepest signal counts. `sum`: all of them do. */
  readonly funnel: 'strongest' | 'sum';
  /** Position bias of clicks where no model says better: `theta` by position, else 1/k^eta; and the most one click may be weighted up. */
  readonly position: { readonly theta: readonly number[]; readonly eta: number; readonly maxWeight: number };
  /** A visitor's mean rating is shrunk to `prior` as if they had given `strength` such ratings. `table`: absolute weights for 1 to 5 stars instead. */
  readonly rating: { readonly prior: number; readonly strength: number; readonly table: readonly number[] };
  /**
   * Dwell is log-normal: `mu` and `sigma` of ln(seconds). `bounced` is the liking of a bounce-back. `glance` is of an item
   * that was looked at in a list: longer than most speaks for its features, with this `share` of a dwell's confidence; shorter
   * says nothing.
   */
  readonly dwell: {
    readonly mu: number;
    readonly sigma: number;
    readonly bounced: number;
    readonly glance: { readonly mu: number; readonly sigma: number; readonly share: number };
  };
  readonly watch: {
    /** From the share that was covered to liking. */
    readonly curve: Curve;
    /** Shares below which a play is a bounce, browsing, or engaged; above, it is loved. */
    readonly labels: readonly [bounce: number, browse: number, engaged: number];
    /** Of items longer than this, a bounce was also attended for less than `bounceMs`. */
    readonly longMs: number;
    readonly bounceMs: number;
    /** Left at or after this share, it was completed. */
    readonly completedFrom: number;
    /** What is left of the confidence in a play without sound: perhaps a preview that started by itself. */
    readonly muted: number;
    /** Bonus for content played again: its share of the length, at most `most`, if at least `from` was covered; `flat`: all or nothing. Times `weight`. */
    readonly replay: { readonly most: number; readonly from: number; readonly flat: boolean; readonly weight: number };
  };
  readonly purchase: {
    /** What is left of a purchase that followed no browsing and was not repeated: perhaps a gift or a one-off. */
    readonly unexplored: number;
    /** How sure an interest in other such items must be for a purchase not to be unexplored. */
    readonly browsedFrom: number;
    /** What is left of what a signal on a seasonal item says of its features: the occasion passes, they stay. */
    readonly seasonal: number;
    /** From when a return fades: from its own date, or from the purchase's. */
    readonly returnFrom: 'return' | 'purchase';
  };
  /** Evidence of indifference that every score starts with: with as much again, a score is half way. */
  readonly doubt: number;
  /** How much evidence about similar items says of this one, 0 to 1, as far as its features tell what is liked from what is not. */
  readonly content: number;
  /** How much a stated interest says, as confidence, in the place of all that was learnt of the feature. */
  readonly interest: number;
  /** How much the crowd's verdict on an item says, as confidence. */
  readonly quality: number;
  /** How much it says that others who liked the visitor's items liked this one, as confidence for each unit of nearness; of one item at most 1. */
  readonly neighbours: number;
  readonly suppress: { readonly [K in SignalKind]?: readonly SuppressionRule[] };
  /** Cosine from which an item is similar to a suppressed one. */
  readonly similarFrom: number;
  readonly rank: {
    /** Where items go that the visitor opened already: `keep` their place, or `last` (news). */
    readonly opened: 'keep' | 'last';
    /** What is left of a score beside one just like it that stands above, 0 to 1; 1 is relevance alone, without variety. */
    readonly relevance: number;
    /** Most items in ten that share a feature of a family, such as `{ 'creator:': 3 }`. */
    readonly caps: Readonly<Record<string, number>>;
  };
}

export const defaultPolicy: Policy = {
  version: 1,
  name: 'default',
  unify: 'mean',
  kinds: {
    impression: { liking: -0.2, confidence: 0.05, halfLifeDays: 30 }, // passed over again and again: mild, and soon forgotten
    click: { liking: 0.5, confidence: 0.3, halfLifeDays: 30 }, //       often curiosity or a slip, and cheap
    dwell: { liking: 1, confidence: 0.6, halfLifeDays: 30 }, //         time is spent, not claimed; but tabs stay open
    watch: { liking: 1, confidence: 1, halfLifeDays: 30 }, //           the same, measured to the second
    like: { liking: 0.8, confidence: 1, halfLifeDays: 180 }, //         said on purpose, though lightly
    dislike: { liking: -1, confidence: 2, halfLifeDays: 180 }, //       rarer, and only felt strongly: twice as sure
    hide: { liking: -1, confidence: 1.5, halfLifeDays: 180 }, //        "not now" as often as "not ever"
    skip: { liking: -0.3, confidence: 0.1, halfLifeDays: 30 }, //       passed over fast: one says next to nothing
    rate: { liking: 1, confidence: 2, halfLifeDays: 180 }, //           the visitor took the time to grade it
    save: { liking: 0.7, confidence: 1, halfLifeDays: 180 }, //         wants it, but has not had it
    share: { liking: 0.8, confidence: 1.2, halfLifeDays: 180 }, //      puts their name to it
    cart: { liking: 0.6, confidence: 0.8, halfLifeDays: 30 }, //        most carts are left
    purchase: { liking: 0.9, confidence: 2, halfLifeDays: 180 }, //     paid for
    repurchase: { liking: 1, confidence: 3, halfLifeDays: 180 }, //     paid for, knowing it
    return: { liking: -1, confidence: 4, halfLifeDays: 180 }, //        outweighs the purchase: 0.9 × 2 − 1 × 4 < 0
  },
  impression: { counts: 'ignored', free: 3 },
  funnel: 'strongest',
  position: { theta: [], eta: 1, maxWeight: 10 }, // 1/k is what most lists show; beyond 10 one deep click would speak for everything
  rating: { prior: 3.6, strength: 5, table: [] }, // most people rate what they chose: the middle is above 3
  dwell: {
    mu: 3.7, // a median of 40 s, as for news
    sigma: 1.1,
    bounced: -0.4,
    glance: { mu: 0.7, sigma: 0.9, share: 0.1 }, // a median of 2 s; hardly surer than an impression
  },
  watch: {
    curve: [
      [0, -0.5],
      [0.1, -0.1],
      [0.35, 0.1],
      [0.8, 0.6],
      [1, 0.8],
    ],
    labels: [0.1, 0.35, 0.8],
    longMs: 30_000,
    bounceMs: 7_000,
    completedFrom: 0.95, // credits roll
    muted: 0.5, // others read the subtitles
    replay: { most: 0.5, from: 0.8, flat: false, weight: 1 },
  },
  purchase: { unexplored: 0.3, browsedFrom: 0.25, seasonal: 0.25, returnFrom: 'return' },
  doubt: 1, //      one like moves a score less than half way
  content: 1, //    what is said of a twin is believed in full; of others by their likeness
  interest: 4, //   the visitor's own word, as sure as anything gets
  quality: 0.5, //  the crowd weighs less than one own like
  neighbours: 16, // and its company, of which nearness is a few hundredths, about as much as one
  suppress: {
    dislike: [{ what: 'item', days: 180 }],
    hide: [
      { what: 'item', days: 180 },
      { what: 'creator:', days: 30 },
    ],
    return: [{ what: 'item', days: 180 }],
  },
  similarFrom: 0.8,
  rank: { opened: 'keep', relevance: 0.8, caps: { 'creator:': 3 } },
};
