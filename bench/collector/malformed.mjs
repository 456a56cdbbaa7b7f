import { contribution } from './contributions.mjs';

/** Values that no field takes. */
const WRONG = [
  null,
  true,
  -1,
  1.5,
  1e300,
  [],
  {},
  '',
  '\u0000'.repeat(200),
  'x'.repeat(129),
  [[[[[]]]]],
  '\ud800',
  '9',
];

/** Each makes a body that is no contribution, of one that is. */
const WAYS = [
  (text, n) => text.slice(0, 1 + (n % (text.length - 1))), // cut off
  (text, n) => `${text}${text.slice(0, 1 + (n % 50))}`, // one and a half
  (text, n) => '['.repeat(1 + (n % 20_000)) + text,
  (text) => `[${text}]`,
  (text) => text.replace('{', '{"__proto__":{"site":"daily"},'),
  (text) => text.replace('{', '{"constructor":{"prototype":{}},'),
  (text, n) => text.replace('{', `{"field${n}":1,`),
  (text, n) =>
    changed(text, (value) => (value[['version', 'id', 'site', 'epoch', 'family', 'cells'][n % 6]] = wrong(n))),
  (text, n) =>
    changed(text, (value) => delete value[['version', 'id', 'site', 'epoch', 'family', 'list', 'cells'][n % 7]]),
  (text, n) =>
    changed(
      text,
      ({ cells }) => (cells[0][['position', 'bucket', 'impressions', 'clicks'][n % 4]] = n % 2 ? 1e9 + n : wrong(n)),
    ),
  (text) => changed(text, ({ cells }) => cells.push(cells[0])),
  (text) => changed(text, (value) => (value.cells = Array.from({ length: 41 }, () => value.cells[0]))),
  (text, n) => text.replace('"epoch":', `"epoch":${n}e5`),
  (_, n) => Buffer.from(Array.from({ length: 1 + (n % 300) }, (__, i) => (n * 31 + i * 17) % 256)), // noise
  (_, n) => ' '.repeat(65_537 + (n % 1_000)),
];

/** The `n`th body that is no contribution; always the same. */
export const malformed = (n) => WAYS[n % WAYS.length](JSON.stringify(contribution(n)), Math.floor(n / WAYS.length));

const wrong = (n) => WRONG[n % WRONG.length];

function changed(text, change) {
  const value = JSON.parse(text);
  change(value);
  return JSON.stringify(value);
}
