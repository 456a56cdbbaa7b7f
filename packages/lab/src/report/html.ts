import { parseHTML } from 'linkedom';
import { grouped } from '../table.js';
import { drawn, type Chart } from './chart.js';
import { PAGE_STYLE, tokens } from './look.js';
import { markupOf } from './markup-of.js';
import type { Report, Section, Table } from './report.js';

/** A report as one page that needs nothing else: no script, no font, no request. */
export function htmlOf({ title, lead, command, sections }: Report): string {
  const { document } = parseHTML('<!doctype html><html lang="en"><head></head><body></body></html>');
  const make = maker(document);
  document.head.append(
    make('meta', { charset: 'utf-8' }),
    make('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    make('title', {}, `${title} · Penchant`),
    make('style', {}, `${tokens()}${PAGE_STYLE}`),
  );
  const main = make(
    'main',
    {},
    make('h1', {}, title),
    make('p', {}, lead),
    ...sections.map((section) => sectionOf(section, make)),
    make('h2', {}, 'Once more'),
    make('p', { class: 'command' }, make('code', {}, command)),
  );
  document.body.append(main);
  return markupOf(document);
}

function sectionOf({ heading, says, charts, table }: Section, make: Make): Element {
  return make(
    'section',
    {},
    make('h2', {}, heading),
    make('p', { class: 'says' }, says),
    ...charts.map((chart) =>
      make('figure', {}, make('figcaption', {}, chart.title), drawn(chart), ...keyOf(chart, make)),
    ),
    make(
      'details',
      charts.length === 0 ? { open: '' } : {},
      make('summary', {}, 'The numbers'),
      make(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `${heading}, in numbers` },
        tableOf(table, make),
      ),
    ),
  );
}

/** What the marks of a chart mean, where its labels do not say it. */
function keyOf(chart: Chart, make: Make): Element[] {
  if (chart.kind === 'curves') {
    const isBanded = chart.series.some(({ points }) => points.some(({ low }) => low !== undefined));
    const isCompared = chart.series.some(({ isReference }) => isReference);
    const says = [isBanded && 'Bands are 95 % intervals.', isCompared && 'Dashes are what there is to compare with.'];
    const key = says.filter((said) => said !== false).join(' ');
    return key === '' ? [] : [make('p', { class: 'key' }, key)];
  }
  const target = chart.rows.some((row) => row.target !== undefined) ? ' A cross is what there was to reach.' : '';
  return [make('p', { class: 'key' }, `Bars are 95 % intervals.${target}`)];
}

function tableOf({ headings, rows }: Table, make: Make): Element {
  const isNumber = headings.map((_, i) => rows.some((row) => typeof row[i] === 'number'));
  const classOf = (i: number): Attributes => (isNumber[i] ? { class: 'number' } : {});
  const cell = (value: string | number): string => (typeof value === 'number' ? grouped(value) : value);
  return make(
    'table',
    {},
    make(
      'thead',
      {},
      make('tr', {}, ...headings.map((heading, i) => make('th', { scope: 'col', ...classOf(i) }, heading))),
    ),
    make(
      'tbody',
      {},
      ...rows.map((row) => make('tr', {}, ...row.map((value, i) => make('td', classOf(i), cell(value))))),
    ),
  );
}

type Attributes = Readonly<Record<string, string>>;
type Make = (name: string, attributes: Attributes, ...children: readonly (string | Element)[]) => Element;

const maker =
  (document: Document): Make =>
  (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
