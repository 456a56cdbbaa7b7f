import { addToCell, cellAt } from '../cells.js';

/**
 * Inverse of a symmetric positive definite matrix of `size` × `size`, row by row, by Cholesky's factors (Golub & Van Loan
 * 2013, §4.2); `undefined` when it is not positive definite. Core has no libraries, and matrices here are small: one row
 * a position.
 */
export function inverse(matrix: Readonly<ArrayLike<number>>, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let left = cellAt(matrix, i * size + j);
      for (let k = 0; k < j; k++) left -= cellAt(lower, i * size + k) * cellAt(lower, j * size + k);
      if (i !== j) lower[i * size + j] = left / cellAt(lower, j * size + j);
      else if (left > TINY * cellAt(matrix, i * size + i)) lower[i * size + i] = Math.sqrt(left);
      else return undefined;
    }
  const inverted = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const solved = solve(lower, size, column);
    solved.forEach((value, row) => addToCell(inverted, row * size + column, value));
  }
  return inverted;
}

/** What is left of a diagonal entry by then is rounding, and no sign that the matrix is definite. */
const TINY = 1e-12;

/** The column of the inverse: forwards through the factor, and back. */
function solve(lower: Float64Array, size: number, column: number): Float64Array {
  const x = new Float64Array(size);
  for (let i = column; i < size; i++) {
    let left = i === column ? 1 : 0;
    for (let k = column; k < i; k++) left -= cellAt(lower, i * size + k) * cellAt(x, k);
    x[i] = left / cellAt(lower, i * size + i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let left = cellAt(x, i);
    for (let k = i + 1; k < size; k++) left -= cellAt(lower, k * size + i) * cellAt(x, k);
    x[i] = left / cellAt(lower, i * size + i);
  }
  return x;
}
