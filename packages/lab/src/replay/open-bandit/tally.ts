/** How often an item was shown and opened at one position of one list. */
export interface Cell {
  readonly list: string;
  readonly item: string;
  readonly position: number;
  readonly impressions: number;
  readonly clicks: number;
}

/**
 * What a log says, counted without Penchant: lines are split at commas, and rows are added up. It shares no code with
 * the replay, not even a parser, so that no mistake can be made on both sides of the comparison.
 */
export function tally(csv: string, list: string): Cell[] {
  const [header = '', ...lines] = csv.trimEnd().split(/\r?\n/);
  const names = header.split(',');
  const [item, position, click] = ['item_id', 'position', 'click'].map((name) => names.indexOf(name));
  const shown = new Map<string, number>();
  const opened = new Map<string, number>();
  for (const line of lines) {
    const fields = line.split(',');
    const cell = `${fields[position ?? -1]} ${fields[item ?? -1]}`;
    shown.set(cell, (shown.get(cell) ?? 0) + 1);
    opened.set(cell, (opened.get(cell) ?? 0) + Number(fields[click ?? -1]));
  }
  return [...shown].map(([cell, impressions]) => {
    const [at = '', id = ''] = cell.split(' ');
    return { list, item: id, position: Number(at), impressions, clicks: opened.get(cell) ?? 0 };
  });
}
