/** Lists of numbers whose cells are 0 until something is added. */
type Cells = number[] | Float64Array | Int32Array;

export const cellAt = (cells: Readonly<ArrayLike<number>>, index: number): number => cells[index] ?? 0;

export function addToCell(cells: Cells, index: number, amount: number): void {
  cells[index] = cellAt(cells, index) + amount;
}
