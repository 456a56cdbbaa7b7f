import { DEVICES, PLACES } from '@penchant/core/estimate';
import { CurveEntry } from '@penchant/core/schema';
import { Type } from 'typebox';
import { STAYED_MS } from './stayed.js';

const strict = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0 });
const At = Type.Number({ description: 'Milliseconds since 1970-01-01, by the collector’s clock.' });
const Failure = Type.Object({ at: At, reason: Type.String() }, strict);
export type Failure = Type.Static<typeof Failure>;

/** What arrived in a stretch of time. */
export const Slot = Type.Object({ added: Count, duplicates: Count, refused: Count }, strict);
export type Slot = Type.Static<typeof Slot>;

export const Refusal = Type.Object(
  { reason: Type.String({ description: 'A problem code.' }), count: Count, lastAt: At },
  strict,
);
export type Refusal = Type.Static<typeof Refusal>;

const Arrivals = Type.Object(
  {
    slotMs: Type.Integer({ minimum: 1 }),
    slots: Type.Array(Slot, { description: 'Oldest first; the last one is not over yet.' }),
    sinceStart: Slot,
    refusals: Type.Array(Refusal, { description: 'Since the start, most frequent first.' }),
    unattributed: Type.Array(Refusal, { description: 'Refused before it was known which site they were for.' }),
  },
  strict,
);
export type Arrivals = Type.Static<typeof Arrivals>;

const Storage = Type.Object(
  {
    kind: Type.String(),
    file: Type.Optional(Type.String()),
    bytes: Type.Optional(Count),
    freeBytes: Type.Optional(Count),
  },
  strict,
);
export type Storage = Type.Static<typeof Storage>;

const Totals = Type.Object(
  {
    items: Count,
    impressions: Count,
    clicks: Count,
    likes: Count,
    dislikes: Count,
    plays: Count,
    dwells: Count,
    stayed: Type.Integer({ minimum: 0, description: `Dwells on a page of ${STAYED_MS / 1_000} s or longer.` }),
    purchases: Count,
    returns: Count,
    lost: Type.Integer({ minimum: 0, description: 'Signals that devices say are in no count.' }),
  },
  { ...strict, description: 'Over every week in the store.' },
);
export type Totals = Type.Static<typeof Totals>;

const Position = Type.Object(
  {
    impressions: Count,
    clicks: Count,
    theta: Type.Optional(
      Type.Number({ description: 'Served chance of being examined; absent until it is published.' }),
    ),
    interval: Type.Optional(
      Type.Tuple([Type.Number(), Type.Number()], {
        description: 'The 95 % interval of theta, where it is known; its upper end may be above 1.',
      }),
    ),
  },
  strict,
);
export type Position = Type.Static<typeof Position>;

export const ListOverview = Type.Object(
  {
    list: Type.String(),
    impressions: Count,
    clicks: Count,
    curve: Type.Enum(['estimated', 'fallback', 'unpublished']),
    fallback: CurveEntry.properties.fallback,
    fits: CurveEntry.properties.fits,
    continued: CurveEntry.properties.continued,
    positions: Type.Array(Position, { description: 'Positions 1, 2, …' }),
  },
  strict,
);
export type ListOverview = Type.Static<typeof ListOverview>;

const Quarters = (what: string) =>
  Type.Tuple([Type.Number(), Type.Number(), Type.Number()], {
    description: `${what} below which a quarter, half and three quarters of all lie.`,
  });

export const PlayOverview = Type.Object(
  {
    fromMs: Type.Number({ description: 'Of what is at least as long.' }),
    toMs: Type.Optional(Type.Number({ description: 'And shorter than this; absent of the longest.' })),
    plays: Count,
    shares: Quarters('Shares covered'),
  },
  strict,
);
export type PlayOverview = Type.Static<typeof PlayOverview>;

export const DwellOverview = Type.Object(
  {
    place: Type.Enum([...PLACES]),
    device: Type.Enum([...DEVICES]),
    dwells: Count,
    timesMs: Quarters('Attended times'),
  },
  strict,
);
export type DwellOverview = Type.Static<typeof DwellOverview>;

export const ItemOverview = Type.Object(
  {
    item: Type.String(),
    near: Type.Optional(
      Type.Array(Type.String(), { description: 'Items that the same visitors like, the nearest first; a few.' }),
    ),
    quality: Type.Optional(Type.Number({ description: 'As served; absent while too few contributions speak of it.' })),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
    impressions: Count,
    clicks: Count,
    likes: Count,
    dislikes: Count,
    purchases: Count,
    returns: Count,
  },
  strict,
);
export type ItemOverview = Type.Static<typeof ItemOverview>;

export const SORTS = ['best', 'worst'] as const;
export type Sort = (typeof SORTS)[number];

const ItemPage = Type.Object(
  { page: Count, pages: Count, matching: Count, rows: Type.Array(ItemOverview) },
  { ...strict, description: 'One page of the items that match; pages count from 1.' },
);
export type ItemPage = Type.Static<typeof ItemPage>;

const Learned = Type.Object(
  {
    summedAt: At,
    totals: Totals,
    lists: Type.Array(ListOverview, { description: 'Those seen most.' }),
    moreLists: Count,
    plays: Type.Array(PlayOverview, { description: 'As served: by length, the shortest first.' }),
    dwells: Type.Array(DwellOverview, { description: 'As served.' }),
    items: ItemPage,
  },
  strict,
);

export type Learned = Type.Static<typeof Learned>;

/** All that the dashboard shows of one site, in one answer. */
export const Overview = Type.Object(
  {
    now: At,
    version: Type.String(),
    startedAt: At,
    sites: Type.Array(Type.String()),
    site: Type.String(),
    origins: Type.Array(Type.String()),
    epochs: Type.Array(Type.Object({ epoch: Count, contributions: Count }, strict), {
      description: 'Contributions of each week, oldest first; the newest weeks only.',
    }),
    arrivals: Arrivals,
    store: Type.Object(
      { storage: Type.Optional(Storage), unreadable: Type.Optional(Type.String()), failure: Type.Optional(Failure) },
      strict,
    ),
    model: Type.Object(
      {
        publishedAt: Type.Optional(At),
        failure: Type.Optional(Failure),
        bytes: Count,
        lists: Count,
        items: Count,
        minContributions: Count,
        openEpochs: Type.Boolean(),
        publishSeconds: Count,
      },
      strict,
    ),
    learned: Type.Optional(Learned),
  },
  { ...strict, title: 'Overview' },
);
export type Overview = Type.Static<typeof Overview>;
