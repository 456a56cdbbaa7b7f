import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupedBy, sortedBy } from './sorted-by.js';

const rows = fc.array(
  fc.record({ name: fc.string({ maxLength: 2 }), place: fc.integer({ min: -3, max: 3 }), id: fc.nat() }),
);

it('sorts by one key after the other, and leaves what is alike in its order, as a comparison does', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
      const compared = [...all].sort((a, b) => byText(a.name, b.name) || a.place - b.place);
      expect(
        sortedBy(
          all,
          ({ name }) => name,
          ({ place }) => place,
        ),
      ).toEqual(compared);
    }),
  );
});

it('groups by a key, each group in its order', () => {
  expect([...groupedBy([3, 1, 2, 5, 4], (value) => value % 2)]).toEqual([
    [0, [2, 4]],
    [1, [3, 1, 5]],
  ]);
  expect([...groupedBy([], String)]).toEqual([]);
});
