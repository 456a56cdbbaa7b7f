/**
 * Inverts a symmetric positive definite matrix of `size` × `size`, row by row, in its own memory, by Cholesky's factors
 * (Golub & Van Loan 2013, §4.2). False, and the matrix spoilt, when it is not positive definite. Each of size³/2
 * products reads two rows from left to right: libraries take sixteen times as long (docs/decisions/0005).
 */
export function invert(matrix: Float64Array, size: number): boolean {
  const pivots = new Float64Array(size);
  if (!factorise(matrix, size, pivots)) return false;
  invertFactor(matrix, size, pivots);
  multiplyFactor(matrix, size, pivots);
  return true;
}

/** The inverse, in memory of its own; `undefined` when the matrix is not positive definite. */
export function inverse(matrix: Readonly<ArrayLike<number>>, size: number): Float64Array | undefined {
  const inverted = Float64Array.from(matrix);
  return invert(inverted, size) ? inverted : undefined;
}

/** For these loops alone, so that V8 knows what it reads: through the `cellAt` that has read lists of every kind, an inverse takes eight times as long. */
const cellAt = (cells: Float64Array, index: number): number => cells[index] ?? 0;

/** What is left of a diagonal entry by then is rounding, and no sign that the matrix is definite. */
const TINY = 1e-12;
/** Rows that are worked on together: each row that they are multiplied with is then read once for all of them. */
const PANEL = 4;

/** A = L Lᵀ, L below the diagonal; `pivots` are the inverse of its diagonal. */
function factorise(matrix: Float64Array, size: number, pivots: Float64Array): boolean {
  const sums = new Float64Array(PANEL);
  for (let first = 0; first < size; first += PANEL) {
    const last = Math.min(first + PANEL, size);
    for (let column = 0; column < last; column++) {
      const from = Math.max(first, column);
      products(matrix, { size, first: from, last, row: column, start: 0, end: column }, sums);
      for (let row = from; row < last; row++) {
        const at = row * size + column;
        const left = cellAt(matrix, at) - cellAt(sums, row - from);
        if (row > column) matrix[at] = left * cellAt(pivots, column);
        else if (left > TINY * cellAt(matrix, at)) pivots[column] = 1 / Math.sqrt(left);
        else return false;
      }
    }
  }
  return true;
}

/** X = L⁻¹, its transpose above the diagonal: row j holds what column j of X has below its diagonal. */
function invertFactor(matrix: Float64Array, size: number, pivots: Float64Array): void {
  const sums = new Float64Array(PANEL);
  for (let first = 0; first < size; first += PANEL) {
    const last = Math.min(first + PANEL, size);
    for (let row = first + 1; row < size; row++) {
      const end = Math.min(last, row);
      // from the last of these columns on, all of them are in; before that, each has its own pivot
      const start = Math.min(last, row);
      products(matrix, { size, first, last: end, row, start, end: row }, sums);
      for (let column = first; column < end; column++) {
        let sum = cellAt(sums, column - first) + cellAt(matrix, row * size + column) * cellAt(pivots, column);
        for (let k = column + 1; k < start; k++)
          sum += cellAt(matrix, row * size + k) * cellAt(matrix, column * size + k);
        matrix[column * size + row] = -sum * cellAt(pivots, row);
      }
    }
  }
}

/** A⁻¹ = Xᵀ X, below the diagonal, and then above it. */
function multiplyFactor(matrix: Float64Array, size: number, pivots: Float64Array): void {
  const sums = new Float64Array(PANEL);
  const diagonal = new Float64Array(size);
  for (let first = 0; first < size; first += PANEL) {
    const last = Math.min(first + PANEL, size);
    for (let row = 0; row < last; row++) {
      const from = Math.max(first, row);
      products(matrix, { size, first: from, last, row, start: last, end: size }, sums);
      for (let other = from; other < last; other++) {
        // X's column `other` begins at its pivot; both columns go on together from there
        const own = cellAt(pivots, other) * (other === row ? cellAt(pivots, row) : cellAt(matrix, row * size + other));
        let sum = cellAt(sums, other - from) + own;
        for (let k = other + 1; k < last; k++) sum += cellAt(matrix, row * size + k) * cellAt(matrix, other * size + k);
        if (other === row) diagonal[row] = sum;
        else matrix[other * size + row] = sum;
      }
    }
  }
  for (let row = 0; row < size; row++) {
    matrix[row * size + row] = cellAt(diagonal, row);
    for (let column = 0; column < row; column++) matrix[column * size + row] = cellAt(matrix, row * size + column);
  }
}

interface Products {
  readonly size: number;
  /** Rows from `first` up to `last`, `PANEL` at most, are multiplied with `row`, over columns from `start` up to `end`. */
  readonly first: number;
  readonly last: number;
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

function products(matrix: Float64Array, { size, first, last, row, start, end }: Products, sums: Float64Array): void {
  const at = row * size;
  // rows past the last one are the last one again: their products are not looked at
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => Math.min(first + i, last - 1) * size) as [
    number,
    number,
    number,
    number,
  ];
  let [w, x, y, z] = [0, 0, 0, 0];
  for (let k = start; k < end; k++) {
    const value = cellAt(matrix, at + k);
    w += value * cellAt(matrix, a + k);
    x += value * cellAt(matrix, b + k);
    y += value * cellAt(matrix, c + k);
    z += value * cellAt(matrix, d + k);
  }
  sums[0] = w;
  sums[1] = x;
  sums[2] = y;
  sums[3] = z;
}
