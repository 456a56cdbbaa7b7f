/** Lists of numbers whose cells are 0 until something is added. */
type Cells = number[] | Float64Array | Int32Array;

export const cellAt = (cells: Readonly<ArrayLike<number>>, index: number): number => cells[index] ?? 0;

export function addToCell(cells: Cells, index: number, amount: number): void {
  cells[index] = cellAt(cells, index) + amount;
}

export function totalOf(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

// The same for lists of one kind: a function that has read lists of many kinds is slow, and models of millions of cells are made of these.
export const float64At = (cells: Float64Array, index: number): number => cells[index] ?? 0;
export const int32At = (cells: Int32Array, index: number): number => cells[index] ?? 0;
export const uint8At = (cells: Uint8Array, index: number): number => cells[index] ?? 0;
