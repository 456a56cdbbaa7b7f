import { grouped } from '../table.js';
import type { Report, Table } from './report.js';

/** A report for documentation. `pictureOf` says where a chart's picture is, if there is one. */
export function markdownOf(
  { title, lead, command, sections }: Report,
  pictureOf: (section: number, chart: number) => string | undefined = () => undefined,
): string {
  const parts = sections.flatMap(({ heading, says, charts, table }, s) => [
    `## ${heading}`,
    says,
    ...charts.flatMap(({ title: name }, c) => {
      const picture = pictureOf(s, c);
      return picture === undefined ? [] : [`![${escaped(name)}](${picture})`];
    }),
    tableOf(table),
  ]);
  return `${[`# ${title}`, lead, ['```sh', command, '```'].join('\n'), ...parts].join('\n\n')}\n`;
}

function tableOf({ headings, rows }: Table): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => escaped(typeof cell === 'number' ? grouped(cell) : cell)).join(' | ')} |`;
  const ruler = headings.map((_, i) => (rows.some((row) => typeof row[i] === 'number') ? '---:' : '---'));
  return [line(headings), `| ${ruler.join(' | ')} |`, ...rows.map(line)].join('\n');
}

const escaped = (text: string): string => text.trim().replace(/[\\|[\]<]/g, '\\$&');
