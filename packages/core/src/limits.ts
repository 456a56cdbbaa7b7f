/** Bounds that the device keeps to and the collector enforces: one source for both. */

/** Longest id of an item, list, site or feature, in UTF-16 code units. */
export const MAX_ID_CHARS = 128;

/** Deepest position that is told apart; deeper ones count as this one. */
export const MAX_POSITION = 200;

/** Score buckets of a ranked list; bucket 0 is the page's own order. */
export const BUCKETS = 32;

/** Ranks of an audited list that are told apart. Such a list counts rank r as bucket `BUCKETS` + r: apart from all others. */
export const AUDITED_RANKS = 20;

/** The last bucket there is. */
export const MAX_BUCKET: number = BUCKETS + AUDITED_RANKS;

/** Cells in one contribution: enough for a long page, too few to describe a person. */
export const MAX_CELLS = 40;

/** Most that one contribution may say of one cell, whatever a device did. */
export const MAX_COUNT = 5;

/** Most that one device says in one epoch, in counts over all its contributions. */
export const MAX_COUNTS_PER_EPOCH = 4_000;

/** Most lost signals that one contribution may say, of one reason. */
export const MAX_LOST = 1_000;

/** Cells in one contribution of pairs: fewer than in others, for each names two items that one visitor likes. */
export const MAX_PAIRS = 8;

/** Liked items that a new one is paired with. */
export const MAX_LIKED = 20;

/** Most pairs that one device tells in one epoch: some 25 items that are newly liked, with those liked before them. */
export const MAX_PAIRS_PER_EPOCH = 500;

/** Items that one device ever tells pairs of. */
export const MAX_PAIRED = 1_000;

/** Bins of a histogram. */
export const BINS = 20;

/** Lengths of recordings that are told apart. */
export const DURATIONS = 16;

/** Most neighbours of one item that are served. */
export const MAX_NEIGHBOURS = 50;

/** Most documents that what a large model tells by item is split into. */
export const MAX_SHARDS = 16;

/** Most features and, apart from them, most items that one profile remembers; past it the weakest go first. */
export const MAX_KNOWN = 10_000;

/** Most acts that a profile still waits for the rest of (a click, for its dwell); past it those it heard of first are closed. */
export const MAX_OPEN_ACTS = 32;

/** Most features of which a profile holds an interest that was stated; past it the oldest go first. */
export const MAX_STATED = 1_000;

/** Most suppressions that a profile holds; past it the oldest go first. */
export const MAX_SUPPRESSIONS = 1_000;
