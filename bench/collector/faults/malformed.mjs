import { Contribution } from '@penchant/core/schema';
import { Compile } from 'typebox/compile';
import { contribution } from '../contributions.mjs';

const fits = Compile(Contribution);

/**
 * The `n`th body that is no contribution; always the same. A grammar derails one that is: in its values, its names, its
 * shape, its text, its bytes. What is a contribution all the same is derailed once more.
 */
export function malformed(n) {
  const chance = chances(n);
  let body = JSON.stringify(contribution(n));
  do body = pick(chance, WAYS)(body, chance);
  while (isContribution(body));
  return body;
}

function isContribution(body) {
  try {
    return fits.Check(JSON.parse(body.toString()));
  } catch {
    return false;
  }
}

/** Whole numbers below a bound, the same ones for the same seed (mulberry32). */
function chances(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
const pick = (chance, from) => from[chance(from.length)];
const times = (count, one) => Array.from({ length: count }, (_, i) => one(i));

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  'id',
  'cells',
  '\u0000',
  'x'.repeat(300),
  '$ref',
];
const TEXTS = [
  '',
  '\u0000',
  '\ud800',
  '9',
  'x'.repeat(129),
  '\u202e',
  'daily',
  'list',
  '🜁'.repeat(65),
  "'; DROP TABLE seen",
];
const NUMBERS = [-1, -0.5, 0, 1.5, 6, 201, 1e9, 1e300, Number.MAX_SAFE_INTEGER, -Number.MAX_VALUE, 5e-324];

/** value → null | true | false | number | text | [value, …] | { name: value, … } */
function value(chance, depth = 0) {
  const kind = chance(depth > 4 ? 5 : 8);
  if (kind < 3) return [null, true, false][kind];
  if (kind === 3) return pick(chance, NUMBERS);
  if (kind === 4) return pick(chance, TEXTS);
  if (kind === 5) return times(chance(4), () => value(chance, depth + 1));
  if (kind === 6) return Object.fromEntries(times(chance(4), () => [pick(chance, NAMES), value(chance, depth + 1)]));
  return times(chance(60), () => pick(chance, NUMBERS));
}

/** Somewhere inside: what holds it, and its name there. */
function somewhere(whole, chance) {
  let [holder, name] = [whole, pick(chance, Object.keys(whole))];
  while (
    typeof holder[name] === 'object' &&
    holder[name] !== null &&
    Object.keys(holder[name]).length > 0 &&
    chance(4) > 0
  ) {
    holder = holder[name];
    name = pick(chance, Object.keys(holder));
  }
  return [holder, name];
}

/** Derails the document, where it still is one. */
const inside = (change) => (body, chance) => {
  let whole;
  try {
    whole = JSON.parse(body.toString());
  } catch {
    return body;
  }
  if (typeof whole !== 'object' || whole === null || Object.keys(whole).length === 0) return body;
  change(...somewhere(whole, chance), chance, whole);
  return JSON.stringify(whole);
};

/** Derails the text. */
const spelt = (change) => (body, chance) => change(body.toString(), chance);
const at = (text, chance, put, instead = 0) => {
  const place = chance(text.length + 1);
  return text.slice(0, place) + put + text.slice(place + instead);
};

const WAYS = [
  inside((holder, name, chance) => (holder[name] = value(chance))),
  inside((holder, name) => delete holder[name]),
  inside((holder, name, chance) =>
    Object.defineProperty(holder, pick(chance, NAMES), {
      value: value(chance),
      enumerable: true,
      configurable: true,
      writable: true,
    }),
  ),
  inside((holder, name, chance, whole) => (holder[name] = structuredClone(whole))),
  inside((holder, name) => (holder[name] = [holder[name]])),
  inside((holder, name) => (holder[name] = String(holder[name]))),
  inside((holder, name, chance, whole) => (whole.cells = times(chance(200), () => whole.cells?.[0] ?? null))),
  spelt((text, chance) => text.slice(0, chance(text.length))),
  spelt((text, chance) => text + text.slice(0, 1 + chance(50))),
  spelt((text, chance) =>
    at(text, chance, pick(chance, ['"', '\\', '\\u12', '{', '}', '[', ']', ',', ':', '//', '\u0000', '\ufeff', '\n"'])),
  ),
  spelt((text, chance) => at(text, chance, '', 1 + chance(5))),
  spelt((text, chance) =>
    text.replace(
      /:\d+/,
      `:${pick(chance, ['NaN', 'Infinity', '0x1', '01', '+1', '1.', '.5', '1e', '--1', '1_0', '1e999'])}`,
    ),
  ),
  spelt((text) => text.replaceAll('"', "'")),
  spelt((text) => text.replace(/"(\w+)":/g, '$1:')),
  spelt((text) => text.replace('}]', '},]')),
  spelt((text) => text.replace('{', '{"__proto__":{"site":"daily"},')),
  spelt((text) => text.replace('{', '{"constructor":{"prototype":{"polluted":1}},')),
  spelt((text, chance) => pick(chance, ['[', '{"a":', '[{"cells":']).repeat(1 + chance(9_000)) + text),
  spelt((text, chance) => `${' '.repeat(65_537 + chance(1_000))}${text}`),
  (body, chance) => Buffer.from(times(1 + chance(400), () => chance(256))),
  (body) => Buffer.from(body.toString(), 'utf16le'),
  (body) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body.toString())]),
];
