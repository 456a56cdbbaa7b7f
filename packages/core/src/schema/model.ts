import Type from 'typebox';
import { DEVICES, PLACES } from '../families.js';
import { BINS, DURATIONS, MAX_ID_CHARS, MAX_NEIGHBOURS, MAX_POSITION, MAX_SHARDS } from '../limits.js';

const Id = Type.String({ minLength: 1, maxLength: MAX_ID_CHARS });
const Total = Type.Integer({ minimum: 0 });
const strict = { additionalProperties: false };

const Bounds = (description: string) =>
  Type.Array(Type.Number({ minimum: 0 }), { minItems: 1, maxItems: MAX_POSITION, description });

export const CurveEntry = Type.Object(
  {
    list: Id,
    theta: Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 1 }), {
      minItems: 1,
      maxItems: MAX_POSITION,
      description: 'Chance of being examined at positions 1, 2, …, relative to position 1; never rising.',
    }),
    estimated: Type.Boolean({ description: 'False: too little data, 1/k^η is served.' }),
    fallback: Type.Optional(
      Type.Enum(['few clicks', 'not joined', 'not sure'], {
        description:
          'Why it is not estimated: fewer than 200 clicks on what was seen at two positions; positions that no item joins; a standard error of log θ over 0.5.',
      }),
    ),
    low: Type.Optional(Bounds('Lower ends of the 95 % intervals of theta, under the position-based model.')),
    high: Type.Optional(Bounds('Upper ends of the 95 % intervals of theta; above 1 where that cannot be ruled out.')),
    eta: Type.Optional(
      Type.Number({ minimum: 0, description: 'Exponent η of the power law 1/k^η that theta is near.' }),
    ),
    dispersion: Type.Optional(
      Type.Number({
        minimum: 0,
        description: 'φ, Pearson’s X² over its degrees of freedom; 1 where chance alone scatters clicks.',
      }),
    ),
    misfit: Type.Optional(
      Type.Number({
        minimum: 0,
        description:
          'How far clicks are from the position-based model; above 1 once in a hundred times where it holds.',
      }),
    ),
    fits: Type.Optional(
      Type.Boolean({
        description: 'False: clicks follow another model, and intervals do not hold. Absent unless estimated.',
      }),
    ),
    continued: Type.Optional(
      Type.Number({
        minimum: 0,
        description:
          'Clicks below a click in the same visit, over those that there would be by position and appeal alone: near 0 where visitors stop at their first.',
      }),
    ),
    audited: Type.Optional(
      Type.Boolean({
        description:
          'Whether lists in which chance changed two places say the same; absent where none were audited, or too few.',
      }),
    ),
    impressions: Total,
    clicks: Total,
  },
  strict,
);
export type CurveEntry = Type.Static<typeof CurveEntry>;

export const QualityEntry = Type.Object(
  {
    item: Id,
    quality: Type.Number({
      exclusiveMinimum: 0,
      description: 'Clicks over expected clicks, shrunk; 1 is the average item.',
    }),
    low: Type.Optional(Type.Number({ minimum: 0, description: 'Lower end of its 95 % interval.' })),
    high: Type.Optional(Type.Number({ minimum: 0, description: 'Upper end of its 95 % interval.' })),
    impressions: Total,
    clicks: Total,
  },
  strict,
);
export type QualityEntry = Type.Static<typeof QualityEntry>;

export const NeighbourEntry = Type.Object(
  {
    item: Id,
    near: Type.Array(Type.Tuple([Id, Type.Number({ minimum: -1, maximum: 1 })]), {
      maxItems: MAX_NEIGHBOURS,
      description: 'Items that the same visitors like, and how near they are.',
    }),
  },
  strict,
);
export type NeighbourEntry = Type.Static<typeof NeighbourEntry>;

const Below = Type.Array(Type.Number({ minimum: 0, maximum: 1 }), {
  minItems: BINS - 1,
  maxItems: BINS - 1,
  description: 'Share of them that lie below the upper end of each bin but the last.',
});

export const WatchTable = Type.Object(
  {
    duration: Type.Integer({ minimum: 0, maximum: DURATIONS - 1, description: 'Bucket of the length.' }),
    plays: Total,
    below: Below,
  },
  { ...strict, description: 'How much is covered of what is of such a length: bins of the share, a twentieth each.' },
);
export type WatchTable = Type.Static<typeof WatchTable>;

export const DwellTable = Type.Object(
  {
    place: Type.Enum([...PLACES]),
    device: Type.Enum([...DEVICES]),
    dwells: Total,
    below: Below,
  },
  { ...strict, description: 'How long visitors stay: bins of the attended time, half an octave each, from 1 second.' },
);
export type DwellTable = Type.Static<typeof DwellTable>;

/** What the collector serves back: the same bytes for the same sums. */
export const ModelDocument = Type.Object(
  {
    version: Type.Literal(1),
    site: Id,
    lists: Type.Array(CurveEntry),
    items: Type.Array(QualityEntry),
    neighbours: Type.Optional(Type.Array(NeighbourEntry)),
    watch: Type.Optional(Type.Array(WatchTable, { maxItems: DURATIONS })),
    dwell: Type.Optional(Type.Array(DwellTable, { maxItems: PLACES.length * DEVICES.length })),
    shards: Type.Optional(
      Type.Array(Type.String({ pattern: '^[\\w-]{43}$' }), {
        maxItems: MAX_SHARDS,
        description:
          'Where the catalogue is large: what else is told by item is at /v1/model/<name>, for each of these names. Every device fetches all of them.',
      }),
    ),
  },
  { ...strict, title: 'Model' },
);
export type ModelDocument = Type.Static<typeof ModelDocument>;

/** A part of what a large model tells by item. Its name is the SHA-256 of its bytes, base64url. */
export const ModelShard = Type.Object(
  {
    version: Type.Literal(1),
    site: Id,
    items: Type.Array(QualityEntry),
    neighbours: Type.Optional(Type.Array(NeighbourEntry)),
  },
  { ...strict, title: 'ModelShard' },
);
export type ModelShard = Type.Static<typeof ModelShard>;
