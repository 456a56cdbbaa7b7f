// Makes the blocks of numbers in scoring.md by running the scoring core, so that the page says what the code does.
// `node docs/scoring.mjs` prints them, and fails if the page shows others; with `--write` it puts them into the page.
// It reads the built package: run `pnpm build` first.
import { readFile, writeFile } from 'node:fs/promises';
import {
  amazon,
  article,
  DAY_MS,
  decay,
  defaultPolicy,
  emptyModel,
  emptyProfile,
  explain,
  extendPolicy,
  inContext,
  learn,
  meanStars,
  netflix,
  profileOf,
  rank,
  reddit,
  score,
  spotify,
  tiktok,
  viewOf,
  watchLabel,
  youtube,
} from '@penchant/core';

const NOW = Date.UTC(2024, 5, 15);
const PRESETS = [defaultPolicy, article, netflix, youtube, spotify, reddit, tiktok, amazon];
const page = new URL('scoring.md', import.meta.url);

const daysAgo = (days) => NOW - days * DAY_MS;
const fixed = (number, digits = 2) =>
  number
    .toFixed(digits)
    .replace('-', '−')
    .replace(/^−(0\.?0*)$/, '$1');
const list = (parts) => (parts.length > 0 ? parts.join(', ') : '–');

/** Rows in columns: the first to the left, what begins with a digit or a sign to the right. */
function table(head, ...rows) {
  const all = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const isNumber = (column) => column > 0 && rows.every((row) => /^[−+\d–]/.test(String(row[column])));
  const line = (row) =>
    row.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ');
  return all.map((row) => line(row).trimEnd()).join('\n');
}

const signal = (kind, more = {}) => ({ kind, item: 'this', at: NOW, ...more });
const play = (seconds, of, more = {}) =>
  signal('watch', { coverage: seconds / of, attendedMs: seconds * 1000, durationMs: of * 1000, ...more });
const times = (many, make) => Array.from({ length: many }, (_, i) => make(i));
const strength = ({ liking, confidence }) => liking * confidence;
const clickWeight = (policy, click) => {
  const { confidence, propensity, cap } = score(click, policy);
  return (confidence / propensity / policy.kinds.click.confidence) * cap;
};

/** What a policy says of the item that all these signals are about. */
function judged(policy, signals, now = NOW) {
  const profile = profileOf(
    signals.map((each) => ({ signal: each, item: { id: each.item } })),
    policy,
  );
  return viewOf(profile, policy, now).items['this'] ?? { score: 0, confidence: 0 };
}
const both = (what, ...signals) => [
  what,
  fixed(judged(article, signals).score, 3),
  fixed(judged(defaultPolicy, signals).score, 3),
];

/** A device: signals come in one by one, each in its context. */
function device(policy, ...told) {
  const profile = emptyProfile(policy);
  for (const [item, kind, more] of told) {
    const given = inContext({ kind, item: item.id, at: NOW, ...more }, item, profile, emptyModel, policy);
    learn(profile, { signal: given, item }, policy);
  }
  return profile;
}

/** Kinds and their numbers from the policy, and the reasons from the comments beside them. */
async function kinds() {
  const source = await readFile(new URL('../packages/core/src/policy/policy.ts', import.meta.url), 'utf8');
  return table(
    ['kind', 'liking', 'confidence', 'product', 'half-life', 'why'],
    ...Object.entries(defaultPolicy.kinds).map(([kind, each]) => [
      kind,
      fixed(each.liking, 1),
      fixed(each.confidence),
      fixed(strength(each), 3),
      `${each.halfLifeDays} d`,
      new RegExp(`^ +${kind}: \\{ liking.*// +(.*)$`, 'm').exec(source)?.[1] ?? '–',
    ]),
  );
}

function halfLife() {
  const articles = article.kinds.purchase.halfLifeDays;
  return table(
    ['days ago', 'exp(−d/90)', '2^(−d/90)'],
    ...[0, 30, articles, 90, 180, 400].map((days) => [
      String(Math.round(days * 10) / 10),
      fixed(decay(days * DAY_MS, articles), 3),
      fixed(decay(days * DAY_MS, 90), 3),
    ]),
  );
}

function coffee() {
  const bought = signal('repurchase', { at: daysAgo(30) });
  const true90 = extendPolicy(article, { kinds: { repurchase: { halfLifeDays: 90 } } });
  return table(
    ['coffee, bought again 30 days ago', 'score'],
    ['what the article’s prose says', '1.51'],
    ['what its code gives', fixed(judged(article, [bought]).score, 5)],
    ['with a half-life of 90 days', fixed(judged(true90, [bought]).score, 5)],
  );
}

const click = (position) => signal('click', { list: 'home', position });
const positions = () =>
  table(
    ['position', 'the article: one click weighs', 'default: one click weighs'],
    ...[1, 2, 3, 4, 5, 20, 500].map((position) => [
      String(position),
      fixed(clickWeight(article, click(position)), 2),
      fixed(clickWeight(defaultPolicy, click(position)), 2),
    ]),
  );

function deepClick() {
  const deep = signal('click', { propensity: 0.0001 });
  return table(
    ['a click where one in 10,000 looks', 'the article', 'default'],
    ['its weight', fixed(clickWeight(article, deep), 0), fixed(clickWeight(defaultPolicy, deep), 0)],
    both('the score of its item', deep),
  );
}

const dislikes = () =>
  table(
    ['a dislike, in likes'],
    ['the article, second block   −3.00'],
    [`the article, last block     ${fixed(strength(article.kinds.dislike) / strength(article.kinds.like))}`],
    [
      `default                     ${fixed(strength(defaultPolicy.kinds.dislike) / strength(defaultPolicy.kinds.like))}`,
    ],
  );

function ratings() {
  const row = (who, own, stars) => {
    const mean = (policy) => meanStars({ count: own.length, stars: own.reduce((a, b) => a + b, 0) }, policy);
    const ours = score(signal('rate', { stars }), defaultPolicy, mean(defaultPolicy)).liking;
    return [
      who,
      `${stars} stars`,
      fixed((stars - mean(article)) / 4, 3),
      fixed(judged(article, [signal('rate', { stars })]).score, 2),
      fixed(mean(defaultPolicy), 2),
      fixed(ours, 3),
    ];
  };
  return table(
    ['who rates', 'this', 'centred', 'its table', 'our mean', 'our liking'],
    row('the first rating of all', [5], 5),
    row('Ali: 5, 4, 1', [5, 4, 1], 4),
    row('Ben: 3, 4, 5', [3, 4, 5], 4),
    row(
      'gives 5 to all of 20',
      times(20, () => 5),
      4,
    ),
    row(
      'gives 2 to all of 20',
      times(20, () => 2),
      4,
    ),
  );
}

function impressions() {
  const item = { id: 'this' };
  const shown = (many) => times(many, () => [item, 'impression', { list: 'home', position: 1, bucket: 0 }]);
  const of = (policy, many) => fixed(rank([item], device(policy, ...shown(many)), emptyModel, policy, NOW)[0].score, 3);
  return table(
    ['shown and passed over', 'the article', 'default'],
    ...[1, 3, 10, 100].map((many) => [`${many} ×`, of(article, many), of(defaultPolicy, many)]),
    both('one purchase', signal('purchase')),
  );
}

function funnel() {
  const opened = daysAgo(0) - 600_000;
  const [first, whole] = [signal('click', { at: opened, opened }), play(600, 600, { opened })];
  const again = play(600, 600, { opened, replay: 0.7 });
  return table(
    ['one evening with one film', 'the article', 'default'],
    both('click', first),
    both('click, watched to the end', first, whole),
    both('click, watched to the end and again', first, again),
    both('only: watched to the end and again', again),
  );
}

function watching() {
  const row = (what, watch) => [
    what,
    watchLabel(watch, article),
    fixed(watch.coverage, 3),
    watchLabel(watch, defaultPolicy),
    fixed(score(watch, defaultPolicy).liking, 2),
  ];
  return table(
    ['a play', 'the article', 'its score', 'default', 'our liking'],
    row('5 s of 30 min', play(5, 1800)),
    row('120 s of 30 min', play(120, 1800)),
    row('2 s of 30 s', play(2, 30)),
    row('10 s of 30 s', play(10, 30)),
    row('15 of 30 min', play(900, 1800)),
    row('28 of 30 min, then left', play(1680, 1800, { dropOff: 0.96 })),
    row('30 of 30 min', play(1800, 1800)),
  );
}

function live() {
  const row = (what, seconds) => {
    const watch = signal('watch', { attendedMs: seconds * 1000 });
    return [what, watchLabel(watch, defaultPolicy), fixed(score(watch, defaultPolicy).liking, 2)];
  };
  return table(
    ['of a live stream', 'default', 'our liking'],
    row('5 s', 5),
    row('10 s', 10),
    row('40 s', 40),
    row('2 min', 120),
    row('an hour', 3600),
  );
}

const dwelling = () => {
  const row = (what, told) => {
    const { liking, confidence } = score(signal('dwell', told), defaultPolicy);
    return [what, fixed(liking, 2), fixed(confidence, 2)];
  };
  return table(
    ['a story was read for', 'liking', 'confidence'],
    ...[5, 15, 40, 120, 600].map((seconds) => row(`${seconds} s`, { attendedMs: seconds * 1000 })),
    row('any time, then back within 10 s', { attendedMs: 9000, bounced: true }),
  );
};

function purchases() {
  const product = (id, category) => ({ id, features: [`category:${category}`] });
  const [lights, wand] = [product('lights', 'princess'), product('wand', 'princess')];
  const season = { from: Date.UTC(2024, 10, 25), to: Date.UTC(2024, 11, 26) };
  const seasonal = { ...lights, season };
  const row = (what, ...told) => {
    const { items, features } = viewOf(device(amazon, ...told), amazon, NOW);
    return [what, fixed(items['lights']?.score ?? 0), fixed(features['category:princess']?.score ?? 0)];
  };
  const read = [wand, 'dwell', { attendedMs: 120_000 }];
  return table(
    ['what happened', 'the lights', 'their category'],
    row('bought, out of the blue', [lights, 'purchase']),
    row('bought as a gift, and said so', [lights, 'purchase', { gift: true }]),
    row('bought after reading about a wand', read, [lights, 'purchase']),
    row('bought, and bought again', [lights, 'purchase'], [lights, 'purchase']),
    row('bought for Christmas', [seasonal, 'purchase']),
    row('bought, and sent back', [lights, 'purchase'], [lights, 'return', { purchased: NOW }]),
  );
}

const returned = () =>
  table(
    ['bought 360 days ago, sent back yesterday', 'the article', 'default'],
    both(
      'the score of the toy',
      signal('purchase', { at: daysAgo(360) }),
      signal('return', { at: daysAgo(1), purchased: daysAgo(360) }),
    ),
  );

function suppression() {
  const song = { id: 'song', creator: 'jo', features: ['genre:folk'] };
  const row = (policy, kind) => [
    `${kind}, ${policy.name}`,
    ...[0, 29, 30, 90, 180, 365].map((days) => {
      const { suppressed } = viewOf(device(policy, [song, kind]), policy, NOW + days * DAY_MS);
      return list(Object.keys(suppressed).map((key) => key.replace(' song', '').replace('creator:jo', 'artist')));
    }),
  ];
  return table(
    ['after', '0 days', '29', '30', '90', '180', '365'],
    row(article, 'dislike'),
    row(article, 'hide'),
    row(defaultPolicy, 'dislike'),
    row(defaultPolicy, 'hide'),
    row(netflix, 'dislike'),
    row(spotify, 'hide'),
  );
}

const gaps = () =>
  table(
    ['one signal', 'the article', 'default'],
    ...[1, 2, 3, 4, 5].map((stars) => both(`${stars} stars`, signal('rate', { stars }))),
    ...['hide', 'skip', 'save', 'share', 'cart'].map((kind) => both(kind, signal(kind))),
    both('dwell of 2 min', signal('dwell', { attendedMs: 120_000 })),
  );

const sureness = () =>
  table(
    ['likes', 'the article', 'default', 'confidence'],
    ...[1, 3, 10, 100, 1000].map((many) => {
      const likes = times(many, (i) => signal('like', { at: NOW - i }));
      const ours = judged(defaultPolicy, likes);
      return [String(many), fixed(judged(article, likes).score, 1), fixed(ours.score, 3), fixed(ours.confidence, 3)];
    }),
  );

function ledger() {
  const story = (id, topic) => ({ id, features: [`topic:${topic}`] });
  const told = [
    [story('girona', 'cycling'), 'click', { at: daysAgo(3), list: 'home', position: 4 }],
    [story('cobbles', 'cycling'), 'dwell', { at: daysAgo(1), attendedMs: 180_000 }],
    [story('helmets', 'cycling'), 'dislike', { at: daysAgo(60) }],
    [story('budget', 'politics'), 'like', { at: NOW }],
  ];
  const observations = told.map(([item, kind, more]) => ({ item, signal: { kind, item: item.id, at: NOW, ...more } }));
  const profile = profileOf(observations, defaultPolicy);
  const item = story('gravel', 'cycling');
  const why = explain(item, observations, profile, emptyModel, defaultPolicy, NOW);
  const rows = why.entries.map((entry) => [
    `${entry.kind} ${entry.item}`,
    ...['liking', 'confidence', 'propensity', 'cap', 'decay', 'share'].map((name) => fixed(entry[name], 2)),
    fixed(entry.contribution, 4),
  ]);
  const sum = why.entries.reduce((total, { contribution }) => total + contribution, 0);
  return [
    table(['of “gravel”', 'liking', 'confidence', 'propensity', 'cap', 'decay', 'share', 'contribution'], ...rows),
    `they sum to ${fixed(sum, 4)}; score ${fixed(why.score, 4)}, confidence ${fixed(why.confidence, 4)}`,
    `“${why.sentence}”`,
  ].join('\n');
}

const presets = () =>
  table(
    ['liking × confidence', ...PRESETS.map(({ name }) => name)],
    ...Object.keys(defaultPolicy.kinds).map((kind) => [
      kind,
      ...PRESETS.map(({ kinds: all }) => fixed(strength(Object(all)[kind]))),
    ]),
  );

const rules = () =>
  table(
    ['', 'what it keeps away, and for how many days'],
    ...PRESETS.map(({ name, suppress }) => [
      name,
      Object.entries(suppress)
        .filter(([, all]) => all.length > 0)
        .map(([kind, all]) => `${kind}: ${all.map(({ what, days }) => `${what} ${days}`).join(', ')}`)
        .join('; '),
    ]),
  );

/** The five lines of the page, as they stand in `tuned`, and what they import. */
async function fiveLines() {
  const source = await readFile(import.meta.filename, 'utf8');
  const lines = /const policy = extendPolicy\(youtube[^]*?\n {2}\}\);/.exec(source)?.[0] ?? '';
  return `import { extendPolicy, youtube } from '@penchant/core';\n\n${lines.replaceAll('\n  ', '\n')}`;
}

/** What they change. */
function tuned() {
  const policy = extendPolicy(youtube, {
    name: 'lectures',
    kinds: { watch: { halfLifeDays: 90 } }, // a course takes a term
    rank: { opened: 'last', caps: { 'creator:': 5 } }, // one good teacher is no monotony
  });
  const lecture = (id, subject) => ({ id, features: [`subject:${subject}`], creator: `${subject} school` });
  const watched = [lecture('waves 1', 'physics'), 'watch', { coverage: 0.9, attendedMs: 3e6, durationMs: 3.3e6 }];
  const shelf = [lecture('verbs', 'latin'), lecture('waves 1', 'physics'), lecture('waves 2', 'physics')];
  const order = (of) => list(rank(shelf, device(of, watched), emptyModel, of, NOW + 60 * DAY_MS).map((p) => p.item.id));
  return table(['60 days after “waves 1”', 'order'], [youtube.name, order(youtube)], [policy.name, order(policy)]);
}

const BLOCKS = {
  kinds,
  'half-life': halfLife,
  coffee,
  positions,
  'deep click': deepClick,
  dislikes,
  ratings,
  impressions,
  funnel,
  watching,
  live,
  dwelling,
  purchases,
  returned,
  suppression,
  gaps,
  sureness,
  ledger,
  presets,
  rules,
  'five lines': fiveLines,
  tuned,
};

const made = new Map();
for (const [name, make] of Object.entries(BLOCKS)) made.set(name, await make());
for (const [name, block] of made) process.stdout.write(`── ${name}\n${block}\n\n`);

const shown = await readFile(page, 'utf8');
const missing = new Set(made.keys());
const fresh = shown.replace(/(<!-- made: (.+?) -->\n\n```\w+\n)[^`]*?(```)/g, (_, before, name, after) => {
  missing.delete(name);
  return `${before}${made.get(name) ?? `no block is called ${name}`}\n${after}`;
});
if (missing.size > 0) process.stderr.write(`scoring.md does not show: ${[...missing].join(', ')}\n`);
if (fresh !== shown && process.argv.includes('--write')) await writeFile(page, fresh);
else if (fresh !== shown) process.stderr.write('scoring.md shows other numbers: run with --write\n');
if (missing.size > 0 || (fresh !== shown && !process.argv.includes('--write'))) process.exitCode = 1;
