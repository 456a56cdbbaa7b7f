import { BINS, DURATIONS, MAX_BUCKET, MAX_CELLS, MAX_COUNT, MAX_LOST, MAX_PAIRS, MAX_POSITION } from './limits.js';

/** What tells counts apart: an id that the site chose, one of a few words, or a whole number. */
export type Key =
  | { readonly is: 'id' }
  | { readonly is: 'word'; readonly words: readonly string[] }
  | { readonly is: 'number'; readonly least: number; readonly most: number; readonly description?: string };

/** Counts of one kind: what they are of, and how many there are. */
export interface Family {
  /** What contributions call it. */
  readonly family: string;
  readonly title: string;
  /** Keys that are the same in all cells of a contribution. */
  readonly head: Readonly<Record<string, Key>>;
  /** Keys of each cell. */
  readonly keys: Readonly<Record<string, Key>>;
  /** What each cell counts, and the most that one contribution may say of it. */
  readonly values: Readonly<Record<string, number>>;
  /** What sums hold beside: of how many contributions something is true that only the whole of each tells. No device sends it. */
  readonly derived?: readonly string[];
  readonly maxCells: number;
}

/** Why a signal is in no count: a bound of contributions kept it back, the journal had no room, the collector refused it, or it was no signal. */
export const LOSSES = ['clipped', 'dropped', 'refused', 'invalid'] as const;

/** What a dwell was on: the page of an item, or an item in a list. */
export const PLACES = ['page', 'list'] as const;

export const DEVICES = ['phone', 'tablet', 'desktop'] as const;

const id = { is: 'id' } as const;
const oneOf = <const Words extends readonly string[]>(words: Words) => ({ is: 'word', words }) as const;
const whole = (least: number, most: number, description: string) =>
  ({ is: 'number', least, most, description }) as const;

/**
 * All that is ever counted: each family with what it is told by and what it counts. Contributions, sums, the tables of
 * every store and exports are made of this one description.
 */
export const FAMILIES = {
  lists: {
    family: 'list',
    title: 'What one visit saw and opened in one list',
    head: { list: id },
    keys: {
      item: id,
      position: whole(1, MAX_POSITION, 'From the top.'),
      bucket: whole(
        0,
        MAX_BUCKET,
        'Of the score, 1 to 32; 0 is the page’s own order; 32 + r is rank r of a list that was audited by a swap.',
      ),
    },
    values: { impressions: MAX_COUNT, clicks: MAX_COUNT },
    derived: ['clicked', 'below', 'continued'],
    maxCells: MAX_CELLS,
  },
  reactions: {
    family: 'reactions',
    title: 'What one visit liked and disliked',
    head: {},
    keys: { item: id },
    values: { likes: MAX_COUNT, dislikes: MAX_COUNT },
    maxCells: MAX_CELLS,
  },
  losses: {
    family: 'losses',
    title: 'How many signals of one device are in no count, and why',
    head: {},
    keys: { reason: oneOf(LOSSES) },
    values: { signals: MAX_LOST },
    maxCells: LOSSES.length,
  },
  watches: {
    family: 'watch',
    title: 'How much of what was played was covered, by its length; of no item in particular',
    head: {},
    keys: {
      duration: whole(0, DURATIONS - 1, 'Bucket of the length: half an octave each, the first up to 21 seconds.'),
      coverage: whole(0, BINS - 1, 'Bin of the share that was covered: a twentieth each.'),
    },
    values: { plays: MAX_COUNT },
    maxCells: MAX_CELLS,
  },
  dwells: {
    family: 'dwell',
    title: 'How long visitors stayed, by place and device; on no item in particular',
    head: {},
    keys: {
      place: oneOf(PLACES),
      device: oneOf(DEVICES),
      time: whole(0, BINS - 1, 'Bin of the attended time: half an octave each, the first up to 1.4 seconds.'),
    },
    values: { dwells: MAX_COUNT },
    maxCells: MAX_CELLS,
  },
  pairs: {
    family: 'pairs',
    title: 'Items that one device likes together, each pair once; of an item with itself, that the device likes it',
    head: {},
    keys: { item: id, other: id },
    values: { devices: 1 },
    maxCells: MAX_PAIRS,
  },
  purchases: {
    family: 'purchases',
    title: 'What one visit bought and gave back',
    head: {},
    keys: { item: id },
    values: { purchases: MAX_COUNT, returns: MAX_COUNT },
    maxCells: MAX_CELLS,
  },
} as const satisfies Readonly<Record<string, Family>>;

export type Families = typeof FAMILIES;

/** The name of a family's sums. */
export type Table = keyof Families;

type Held<K> = K extends { readonly words: readonly (infer Word)[] }
  ? Word
  : K extends { readonly is: 'number' }
    ? number
    : string;
type Flat<T> = { [Name in keyof T]: T[Name] };

/** What identifies a contribution. */
export interface Head {
  readonly version: 1;
  /** 128 random bits, in hexadecimal. */
  readonly id: string;
  readonly site: string;
  /** Weeks since 1970-01-01. */
  readonly epoch: number;
}

type Keys<T extends Table, Part extends 'head' | 'keys'> = {
  readonly [K in keyof Families[T][Part]]: Held<Families[T][Part][K]>;
};

/** One count of a family, as contributions tell it. */
export type Cell<T extends Table> = Flat<Keys<T, 'keys'> & { readonly [V in keyof Families[T]['values']]: number }>;

/** One contribution of a family. */
export type ContributionOf<T extends Table> = Flat<
  Head & { readonly family: Families[T]['family'] } & Keys<T, 'head'> & { readonly cells: readonly Cell<T>[] }
>;

/** Clipped anonymous counts of one family, sent together under one id. */
export type Contribution = { [T in Table]: ContributionOf<T> }[Table];

type Derived<F> = F extends { readonly derived: readonly (infer Name extends string)[] } ? Name : never;

/** One count of a family, added up over contributions: over how many, `contributions` says. What whole contributions told is absent where a store does not tell. */
export type Sum<T extends Table> = Flat<
  Keys<T, 'head'> & Cell<T> & { readonly contributions: number } & { readonly [D in Derived<Families[T]>]?: number }
>;

/** What counts stand for signals by: of each such value, one signal is one. Losses are of signals that nobody counted, and pairs of what many signals said. */
export const OF_SIGNALS = [
  'impressions',
  'clicks',
  'likes',
  'dislikes',
  'plays',
  'dwells',
  'purchases',
  'returns',
] as const;
