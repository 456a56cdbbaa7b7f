import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawn, type Curves, type Intervals } from './chart.js';
import { htmlOf } from './html.js';
import { markdownOf } from './markdown.js';
import type { Report } from './report.js';
import { writeReport } from './write.js';

const EVIL = '<img src=x onerror=alert(1)> | "quoted"';
const curves: Curves = {
  kind: 'curves',
  title: 'θ by position',
  x: 'position',
  y: 'θ',
  series: [
    { name: 'served', points: [1, 2, 3].map((x) => ({ x, y: 1 / x, low: 0.9 / x, high: 1.1 / x })) },
    { name: 'truth', isReference: true, points: [1, 2, 3].map((x) => ({ x, y: 1 / x })) },
  ],
};
const intervals: Intervals = {
  kind: 'intervals',
  title: EVIL,
  x: 'gain',
  zero: 0,
  rows: [
    { name: 'a', value: 0.2, low: 0.1, high: 0.3 },
    { name: 'b', value: -0.2, low: -0.3, high: -0.1, target: 0.1 },
    { name: 'c', value: 0.01, low: -0.1, high: 0.1 },
  ],
};
const report: Report = {
  title: 'A report',
  lead: EVIL,
  command: 'penchant-lab something',
  sections: [
    {
      heading: EVIL,
      says: 'How to read it.',
      charts: [curves, intervals],
      table: { headings: ['name', 'count'], rows: [[EVIL, 12_345]] },
    },
  ],
};

describe('a chart', () => {
  it('says what it shows to who does not see it', () => {
    const svg = drawn(curves);
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe('θ by position');
    expect(svg.getAttribute('aria-description')).toContain('served: from 1.000 at 1 to 0.333 at 3');
    expect(drawn(intervals).getAttribute('aria-description')).toContain('b: −0.200, −0.300 to −0.100');
  });

  it('names its lines beside them, and draws dashes for what is compared with', () => {
    const { outerHTML } = drawn(curves);
    expect(outerHTML).toContain('>served<');
    expect(outerHTML.match(/stroke-dasharray="5 4"/g)).toHaveLength(1);
  });

  it('keeps the names of lines that end at the same place apart', () => {
    const heights = [...drawn(curves).outerHTML.matchAll(/translate\(520,([\d.]+)\)" y="0.32em">(?:served|truth)/g)];
    expect(heights).toHaveLength(2);
    expect(Math.abs(Number(heights[0]?.[1]) - Number(heights[1]?.[1]))).toBeGreaterThan(12);
  });

  it('shows by its colour what is surely better, surely worse, and neither', () => {
    const { outerHTML } = drawn(intervals);
    for (const colour of ['--liked', '--disliked', '--muted']) expect(outerHTML).toContain(`fill="var(${colour})"`);
  });

  it('has ticks at whole positions only', () => {
    const { outerHTML } = drawn(curves);
    const ticks = /aria-label="x-axis tick label"[^]*?<\/g>/.exec(outerHTML)?.[0] ?? '';
    expect([...ticks.matchAll(/>(\d+)</g)].map(([, tick]) => tick)).toEqual(['1', '2', '3']);
  });
});

describe('a page', () => {
  const html = htmlOf(report);
  const { document } = parseHTML(html);

  it('needs nothing but itself, and takes no data for mark-up', () => {
    expect(document.querySelectorAll('script, link, img, iframe')).toHaveLength(0);
    expect(html).not.toMatch(/url\(|@import/);
    expect(document.querySelector('td')?.textContent).toBe(EVIL);
  });

  it('has both looks, a language, one title, and every number of its charts in a table', () => {
    expect(html).toContain('light-dark(');
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('figure')).toHaveLength(2);
    expect(document.querySelector('td.number')?.textContent).toBe('12,345');
    expect(document.querySelectorAll('th[scope=col]')).toHaveLength(2);
  });
});

describe('Markdown', () => {
  it('keeps what is data out of its mark-up', () => {
    const text = markdownOf(report);
    expect(text).toContain(String.raw`| \<img src=x onerror=alert(1)> \| "quoted" | 12,345 |`);
    expect(text).not.toContain('![');
  });
});

describe('writeReport', () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'penchant-report-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes what is asked for, in folders that it makes', async () => {
    const [html, svg, markdown] = [join(folder, 'a/page.html'), join(folder, 'pictures'), join(folder, 'b/text.md')];
    await writeReport(report, { html, svg, markdown });
    expect(await readFile(html, 'utf8')).toBe(htmlOf(report));
    expect(await readdir(svg)).toEqual(['a-report-1-1.svg', 'a-report-1-2.svg']);
    expect(await readFile(markdown, 'utf8')).toContain('![θ by position](../pictures/a-report-1-1.svg)');
  });

  it('writes pictures that have their colours with them', async () => {
    await writeReport(report, { svg: folder });
    const picture = await readFile(join(folder, 'a-report-1-1.svg'), 'utf8');
    expect(picture).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(picture).toContain('--accent: light-dark(');
  });

  it('writes nothing that is not asked for', async () => {
    await writeReport(report, {});
    expect(await readdir(folder)).toEqual([]);
  });
});
