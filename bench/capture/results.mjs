import { markdownTable } from '../markdown.mjs';
import { median } from '../median.mjs';
import { EVENTS } from './events.mjs';
import { FRAMES, SIZES } from './items.mjs';

const NONE = '—';

/** Half of 631 ms, 28 of which the page took, is so much of the rest, rounded down: the target where a page takes more. */
const HALF_WITHOUT_PAGE = 0.47;

/** The columns of the events' table: what is shown of a variant's runs, and whether more is better. */
const EVENT_COLUMNS = [
  { title: 'paced, ms', of: ({ paced }) => middle(paced, 'taskMs') },
  { title: 'burst, ms', of: ({ burst }) => middle(burst, 'taskMs') },
  { title: 'longest task of it, ms', of: ({ burst }) => middle(burst, 'longestMs') },
  { title: 'arrived, paced', of: ({ paced, tells }) => tells && middle(paced, 'delivered'), more: true },
  { title: 'arrived, burst', of: ({ burst, tells }) => tells && middle(burst, 'delivered'), more: true },
  { title: 'script, ms', of: ({ paced, burst }) => middle([...paced, ...burst], 'scriptMs'), digits: 1 },
  { title: 'heap, KiB', of: ({ paced }) => middle(paced, 'heapBeforeKib') },
  { title: 'heap after events, KiB', of: ({ paced }) => middle(paced, 'heapAfterKib') },
  { title: 'script, B gzipped', of: ({ paced, burst }) => middle([...paced, ...burst], 'scriptBytes') || undefined },
];

const ITEM_COLUMNS = [
  { title: 'just come, ms', key: 'justComeMs', digits: 1 },
  { title: 'idle, ms', key: 'idleMs', digits: 1 },
  { title: 'scroll, ms', key: 'scrollMs' },
  { title: `frames of ${FRAMES} over 16.7 ms`, key: 'slowFrames' },
  { title: 'items told of', key: 'seen', more: true },
];

/** Both tables, the targets, and where ours is not the best: Markdown. */
export function resultsOf({ head, runs, events, items, notRun }) {
  const rowsOf = (variants) => variants.map((variant) => ({ ...variant, ...runsOf(runs, variant) }));
  const [eventRows, itemRows] = [rowsOf(events), rowsOf(items)];
  const failed = runs
    .filter((run) => run.failed)
    .map(({ variant, cell, failed: why }) => `- ${variant.label}, ${cell}: ${why}`);
  return `${[
    '# What trackers cost a page',
    'Written by `pnpm bench:capture`; what the cells are: [README](README.md).',
    head,
    `## Targets\n\n${targets(eventRows, itemRows)}`,
    `## ${EVENTS.toLocaleString('en')} events\n\n${eventTable(eventRows)}`,
    `## Items in a list: ${SIZES.map((size) => size.toLocaleString('en')).join(' / ')}\n\n${itemTable(itemRows)}`,
    `## Where a peer is better\n\n${lost(eventRows, itemRows)}`,
    ...(failed.length > 0 ? [`## Failed\n\n${failed.join('\n')}`] : []),
    ...notRun.map(({ name, notRun: why }) => `${name} was not run: ${why}`),
  ].join('\n\n')}\n`;
}

/** A variant's runs that did not fail, by cell. */
const runsOf = (runs, variant) =>
  Object.fromEntries(
    ['paced', 'burst', ...SIZES].map((cell) => [
      cell,
      runs.filter((run) => run.variant === variant && run.cell === cell && !run.failed),
    ]),
  );

/** The median of what runs measured, where they measured it. */
const middle = (runs, key) => {
  const values = runs.flatMap((run) => run[key] ?? []);
  return values.length > 0 ? median(values) : undefined;
};

const shown = (value, digits = 0) =>
  value === undefined || value === false
    ? NONE
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const eventTable = (rows) =>
  markdownTable(
    [
      ['', ...EVENT_COLUMNS.map(({ title }) => title)],
      ...rows.map((row) => [row.label, ...EVENT_COLUMNS.map(({ of, digits }) => shown(of(row) ?? undefined, digits))]),
    ],
    (column) => column > 0,
  );

const itemTable = (rows) =>
  markdownTable(
    [
      ['', ...ITEM_COLUMNS.map(({ title }) => title)],
      ...rows.map((row) => [
        row.label,
        ...ITEM_COLUMNS.map(({ key, digits }) =>
          SIZES.map((size) => shown(middle(row[size], key), digits)).join(' / '),
        ),
      ]),
    ],
    (column) => column > 0,
  );

function targets(events, items) {
  const [snowplow, ours, called] = [
    events.find(({ tracker, words }) => tracker.name === 'Snowplow' && !words),
    events.find(({ tracker, clicks }) => tracker.ours && clicks),
    events.find(({ tracker, clicks }) => tracker.ours && !clicks),
  ];
  const watching = items.find(({ tracker }) => tracker.ours);
  const page = events.find(({ tracker }) => !tracker.package && !tracker.ours);
  /** Ours to Snowplow's, both without what the page costs by itself, if told to. */
  const half = (row, without) => {
    const pageMs = without && middle(without.paced, 'taskMs');
    const [own, theirs] = [row, snowplow].map((each) => each && middle(each.paced, 'taskMs'));
    const measured = without ? [own, theirs, pageMs] : [own, theirs];
    return measured.includes(undefined) ? undefined : (own - (pageMs ?? 0)) / (theirs - (pageMs ?? 0));
  };
  const row = (what, value, most, unit, digits) => [
    what,
    value === undefined ? NONE : `${shown(value, digits)} ${unit}`,
    `≤ ${most} ${unit}`,
    value === undefined ? '' : value <= most ? '✓' : '✗',
  ];
  return markdownTable(
    [
      ['', 'measured', 'target', ''],
      row('clicks, paced, to Snowplow with its defaults, which keeps events too', half(ours), 0.5, '×', 2),
      row('… without what the page alone costs', half(ours, page), HALF_WITHOUT_PAGE, '×', 2),
      row('… called, no click', half(called), 0.5, '×', 2),
      row('longest task of a burst of clicks', middle(ours.burst, 'longestMs'), 50, 'ms', 1),
      row('… called, no click', middle(called.burst, 'longestMs'), 50, 'ms', 1),
      row(
        `idle for 5 s, ${SIZES.at(-1).toLocaleString('en')} items`,
        middle(watching[SIZES.at(-1)], 'idleMs'),
        5,
        'ms',
        1,
      ),
    ],
    (column) => column === 1,
  );
}

/** The cells in which a peer is better than ours; of ours, the row whose events are clicks, as theirs are. */
function lost(events, items) {
  const peers = (rows) => rows.filter(({ tracker }) => tracker.package);
  const ours = events.find(({ tracker, clicks }) => tracker.ours && clicks);
  const watching = items.find(({ tracker }) => tracker.ours);
  const cells = [
    ...EVENT_COLUMNS.map((column) => ({ ...column, own: ours, rows: peers(events) })),
    ...ITEM_COLUMNS.flatMap(({ title, key, more, digits }) =>
      SIZES.map((size) => ({
        title: `${title}, ${size.toLocaleString('en')} items`,
        of: (row) => middle(row[size], key),
        more,
        digits,
        own: watching,
        rows: peers(items),
      })),
    ),
  ];
  const said = cells.flatMap(({ title, of, more, digits, own, rows }) => {
    const mine = of(own);
    const better = rows.filter((row) => mine !== undefined && (more ? of(row) > mine : of(row) < mine));
    if (better.length === 0) return [];
    return [
      `- ${title}: ours ${shown(mine, digits)}; ${better.map((row) => `${row.label} ${shown(of(row), digits)}`).join('; ')}`,
    ];
  });
  return said.length > 0 ? said.join('\n') : 'Nowhere.';
}
