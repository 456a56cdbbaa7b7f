import fc from 'fast-check';
import { MAX_FEATURES, type Features, type Item } from '../src/item.js';
import { MAX_ID_CHARS } from '../src/limits.js';

/** Names of features: few, so that they meet again; and some that cannot be used. */
const name = fc.oneof(
  fc.constantFrom('x', 'y', 'topic:z', 'creator:jo', '__proto__', '7', 'é'),
  fc.constantFrom('', '\ud800', 'x'.repeat(MAX_ID_CHARS), 'x'.repeat(MAX_ID_CHARS + 1)),
);
const weight = fc.oneof(
  fc.double({ min: -1e3, max: 1e3 }),
  fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1, 1e200, 1e-200),
);
const many = { maxLength: MAX_FEATURES + 3, size: 'max' } as const;
const table = fc
  .uniqueArray(fc.tuple(name, weight), { selector: ([key]) => key })
  .map((all) => Object.fromEntries(all));

/** Anything that a page may give for features, even where its types forbid it. */
const features: fc.Arbitrary<Features | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.array(name, many),
  fc.array(weight, many),
  table,
  fc.dictionary(fc.string(), weight),
  fc.array(fc.oneof(name, weight, fc.constantFrom(undefined, null, {}, true))) as fc.Arbitrary<never>,
);

/** Items of every sort of features, with and without a creator. */
export const anyItem: fc.Arbitrary<Item> = fc
  .record({ features, creator: fc.constantFrom(undefined, 'jo', '', 'c'.repeat(MAX_ID_CHARS)) })
  .map(({ features: of, creator }) => ({ id: 'any', ...(of && { features: of }), ...(creator && { creator }) }));
