import Type from 'typebox';
import { MAX_BUCKET, MAX_CELLS, MAX_COUNT, MAX_ID_CHARS, MAX_POSITION } from '../limits.js';

const Id = Type.String({ minLength: 1, maxLength: MAX_ID_CHARS });
const Count = Type.Integer({ minimum: 0, maximum: MAX_COUNT });
const strict = { additionalProperties: false };

const head = {
  version: Type.Literal(1),
  id: Type.String({ pattern: '^[0-9a-f]{32}$', description: '128 random bits: the same contribution is added once.' }),
  site: Id,
  epoch: Type.Integer({
    minimum: 0,
    maximum: 100_000,
    description: 'Weeks since 1970-01-01: the finest time that leaves a device.',
  }),
};

export const ListCell = Type.Object(
  {
    item: Id,
    position: Type.Integer({ minimum: 1, maximum: MAX_POSITION }),
    bucket: Type.Integer({
      minimum: 0,
      maximum: MAX_BUCKET,
      description:
        'Of the score, 1 to 32; 0 is the page’s own order; 32 + r is rank r of a list that was audited by a swap.',
    }),
    impressions: Count,
    clicks: Count,
  },
  strict,
);
export type ListCell = Type.Static<typeof ListCell>;

export const ReactionCell = Type.Object({ item: Id, likes: Count, dislikes: Count }, strict);
export type ReactionCell = Type.Static<typeof ReactionCell>;

export const ListContribution = Type.Object(
  {
    ...head,
    family: Type.Literal('list'),
    list: Id,
    cells: Type.Array(ListCell, { minItems: 1, maxItems: MAX_CELLS }),
  },
  { ...strict, title: 'What one visit saw and opened in one list' },
);
export type ListContribution = Type.Static<typeof ListContribution>;

export const ReactionContribution = Type.Object(
  {
    ...head,
    family: Type.Literal('reactions'),
    cells: Type.Array(ReactionCell, { minItems: 1, maxItems: MAX_CELLS }),
  },
  { ...strict, title: 'What one visit liked and disliked' },
);
export type ReactionContribution = Type.Static<typeof ReactionContribution>;

/** Clipped anonymous counts, sent together under one id: all that a device ever sends. */
export const Contribution = Type.Union([ListContribution, ReactionContribution], {
  title: 'Contribution',
  discriminator: { propertyName: 'family' },
});
export type Contribution = Type.Static<typeof Contribution>;
