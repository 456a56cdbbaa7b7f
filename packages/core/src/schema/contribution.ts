import Type, { type TSchema } from 'typebox';
import { FAMILIES, type Cell, type ContributionOf, type Family, type Key, type Table } from '../families.js';
import { MAX_ID_CHARS } from '../limits.js';

const strict = { additionalProperties: false };

const Id = Type.String({ minLength: 1, maxLength: MAX_ID_CHARS });

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

function keySchema(key: Key): TSchema {
  switch (key.is) {
    case 'id':
      return Id;
    case 'word':
      return Type.Enum([...key.words]);
    case 'number': {
      const { least: minimum, most: maximum, description } = key;
      return Type.Integer({ minimum, maximum, ...(description !== undefined && { description }) });
    }
  }
}

const each = <From, To>(of: Readonly<Record<string, From>>, to: (from: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(of).map(([name, from]) => [name, to(from)]));

/** The schema of one cell of a family. */
function cellSchema<T extends Table>(table: T) {
  const { keys, values }: Family = FAMILIES[table];
  const counts = each(values, (maximum) => Type.Integer({ minimum: 0, maximum }));
  return Type.Unsafe<Cell<T>>(Type.Object({ ...each(keys, keySchema), ...counts }, strict));
}

/** The schema of a family's contributions. */
function contributionSchema<T extends Table>(table: T) {
  const { family, title, head: common, maxCells }: Family = FAMILIES[table];
  const cells = Type.Array(cellSchema(table), { minItems: 1, maxItems: maxCells });
  return Type.Unsafe<ContributionOf<T>>(
    Type.Object({ ...head, family: Type.Literal(family), ...each(common, keySchema), cells }, { ...strict, title }),
  );
}

export const ListCell = cellSchema('lists');
export type ListCell = Cell<'lists'>;

export const ReactionCell = cellSchema('reactions');
export type ReactionCell = Cell<'reactions'>;

export const ListContribution = contributionSchema('lists');
export type ListContribution = ContributionOf<'lists'>;

export const ReactionContribution = contributionSchema('reactions');
export type ReactionContribution = ContributionOf<'reactions'>;

/** Clipped anonymous counts, sent together under one id: all that a device ever sends. */
export const Contribution = Type.Union(
  [
    ListContribution,
    ReactionContribution,
    contributionSchema('losses'),
    contributionSchema('watches'),
    contributionSchema('dwells'),
    contributionSchema('pairs'),
    contributionSchema('purchases'),
  ],
  { title: 'Contribution', discriminator: { propertyName: 'family' } },
);
export type Contribution = Type.Static<typeof Contribution>;
