import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Command } from 'commander';
import { drawn } from './chart.js';
import { htmlOf } from './html.js';
import { tokens } from './look.js';
import { markdownOf } from './markdown.js';
import { markupOf } from './markup-of.js';
import type { Report } from './report.js';

/** Where a report is to be written, as a command line says. */
export interface ReportFiles {
  readonly html?: string | undefined;
  readonly svg?: string | undefined;
  readonly markdown?: string | undefined;
}

/** Lets a command write what it found for people, too. */
export const withReport = (command: Command): Command =>
  command
    .option('--html <file>', 'write a page to look at')
    .option('--svg <folder>', 'write each chart as a picture')
    .option('--markdown <file>', 'write tables for documentation, with the pictures of --svg');

/** Writes a report wherever it is asked for. Folders that are not there are made. */
export async function writeReport(report: Report, { html, svg, markdown }: ReportFiles): Promise<void> {
  if (html !== undefined) await write(html, htmlOf(report));
  const pictures = report.sections.map(({ charts }, s) =>
    charts.map((chart, c) => ({ chart, name: `${nameOf(report.title)}-${s + 1}-${c + 1}.svg` })),
  );
  if (svg !== undefined)
    for (const { chart, name } of pictures.flat()) await write(join(svg, name), svgOf(drawn(chart)));
  if (markdown === undefined) return;
  const pictureOf = (section: number, chart: number): string | undefined => {
    const name = pictures[section]?.[chart]?.name;
    return svg === undefined || name === undefined ? undefined : relative(dirname(markdown), join(svg, name));
  };
  await write(markdown, markdownOf(report, pictureOf));
}

/** A picture that has its colours with it, light and dark. */
function svgOf(svg: SVGSVGElement): string {
  const style = svg.ownerDocument.createElement('style');
  style.textContent = `${tokens()}svg { background: var(--paper); color: var(--ink); }`;
  svg.prepend(style);
  return markupOf(svg);
}

const nameOf = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
