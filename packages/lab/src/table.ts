/** A whole number as people read it: 10,000. */
export const grouped = (value: number): string => value.toLocaleString('en');

/** Lines of aligned columns under their headings. A column of numbers is aligned to the right. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map((value) => (typeof value === 'number' ? grouped(value) : value)));
  const columns = headings.map((heading, i) => ({
    width: Math.max(heading.length, ...texts.map((row) => row[i]?.length ?? 0)),
    isNumeric: rows.some((row) => typeof row[i] === 'number'),
  }));
  const line = (row: readonly string[]): string =>
    columns
      .map(({ width, isNumeric }, i) => (isNumeric ? (row[i] ?? '').padStart(width) : (row[i] ?? '').padEnd(width)))
      .join('  ')
      .trimEnd();
  return [headings, ...texts].map(line).join('\n');
}
