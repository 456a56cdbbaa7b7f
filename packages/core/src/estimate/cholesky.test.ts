import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inverse } from './cholesky.js';

it('inverts positive definite matrices', () => {
  const entries = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 10 }), (values, size) => {
      const at = (row: number, column: number): number => values[row * size + column] ?? 0;
      const all = [...new Array(size).keys()];
      const square = (row: number, column: number): number =>
        all.reduce((sum, k) => sum + at(row, k) * at(column, k), row === column ? 1 : 0); // A Aᵀ + I
      const matrix = all.flatMap((row) => all.map((column) => square(row, column)));
      const inverted = inverse(matrix, size);
      for (const row of all)
        for (const column of all) {
          const product = all.reduce((sum, k) => sum + square(row, k) * (inverted?.[k * size + column] ?? NaN), 0);
          expect(product).toBeCloseTo(row === column ? 1 : 0, 8);
        }
    }),
  );
});

it.each([
  ['singular', [1, 1, 1, 1]],
  ['singular but for rounding', [0.1 + 0.2, 0.3, 0.3, 0.3]],
  ['indefinite', [1, 2, 2, 1]],
  ['empty of information', [0, 0, 0, 0]],
])('says nothing of a matrix that is %s', (_, matrix) => {
  expect(inverse(matrix, 2)).toBeUndefined();
});
