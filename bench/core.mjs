import {
  decay,
  defaultPolicy as policy,
  emptyModel,
  emptyProfile,
  featureShares,
  learn,
  rank,
  score,
} from '@penchant/core';
import { bytesOfCore } from './core/bytes.mjs';
import { bytesOfProfile } from './core/memory.mjs';
import { row, table, time, timeInTurns } from './core/measure.mjs';
import { acquainted, dense, history, KNOWN, learnAll, NOW, observation, tagged } from './core/visitor.mjs';

// What scoring costs: CPU time, memory, and bytes on the wire. Medians of rounds in one process, after a warm-up.

const BURST = 5_000;
const count = (n) => n.toLocaleString('en');
const many = (n, make) => Array.from({ length: n }, (_, i) => make(i));

/** µs per signal, into a profile that knows every feature it can hold. */
function learning() {
  const profile = acquainted(policy);
  const known = many(KNOWN / 5, (i) => tagged(i, 5));
  let at = NOW;
  const burst = (itemOf) => many(BURST, (i) => observation(i, itemOf(i), (at += 1_000)));
  const cost = (itemOf) => time((told) => learnAll(profile, told, policy), { prepare: () => burst(itemOf) });
  const warm = cost((i) => known[i % known.length]);
  const cold = cost((i) => tagged(i % known.length, 5));
  return [
    row(`learn a signal, 5 features, ${count(KNOWN)} known`, (1_000 * warm) / BURST, 'µs', 2),
    row('… of an item object seen for the first time', (1_000 * cold) / BURST, 'µs', 2),
  ];
}

/** ms per ranking. */
function ranking() {
  const spoken = acquainted(policy);
  const embedded = learnAll(emptyProfile(policy), history(1_000, dense), policy);
  const rows = [];
  for (const [what, make, profile] of [
    ['10 features', (i) => tagged(i, 10), spoken],
    ['64 dimensions', dense, embedded],
  ])
    for (const [size, most] of [
      [1_000, 1.5],
      [10_000, 20],
    ]) {
      const items = many(size, make);
      const cost = (prepare) =>
        time((given) => rank(given, profile, emptyModel, policy, NOW), {
          rounds: 15 + 45_000 / size,
          warmUp: 5 + 45_000 / size,
          prepare,
        });
      const warm = cost(() => items);
      const text = JSON.stringify(items);
      const cold = cost(() => JSON.parse(text)); // as a page gets them
      rows.push(
        row(`rank ${count(size)} items × ${what}, the same objects again`, warm, 'ms', most),
        row('… objects seen for the first time', cold, 'ms', most),
      );
    }
  return rows;
}

/** µs per signal after ever longer histories: of the same two thousand items, or of always new ones. */
function growing() {
  const again = many(KNOWN / 5, (i) => tagged(i, 5));
  return [...after('', (i) => again[i % again.length], 1.5), ...after(', every item a new one', (i) => tagged(i, 5))];
}

function after(whose, itemOf, most) {
  const each = [1_000, 100_000, 1_000_000].map((length) => {
    const profile = emptyProfile(policy);
    const told = (i) => observation(i, itemOf(i), NOW + 60_000 * i);
    for (let i = 0; i < length; i++) learn(profile, told(i), policy);
    let next = length;
    const ms = time((burst) => learnAll(profile, burst, policy), { prepare: () => many(BURST, () => told(next++)) });
    return { length, us: (1_000 * ms) / BURST };
  });
  return each.flatMap(({ length, us }, i) => [
    row(`learn a signal after ${count(length)}${whose}`, us, 'µs'),
    ...(i > 0 ? [row('… to the first of these', us / each[0].us, '×', most)] : []),
  ]);
}

/** The same ranking by someone who keeps the history, and adds it all up whenever something is ranked. */
function replaying() {
  const items = many(1_000, (i) => tagged(i, 10));
  return [1_000, 10_000, 100_000].map((length) => {
    const told = history(length, (i) => tagged(i % (KNOWN / 5), 5));
    const profile = learnAll(emptyProfile(policy), told, policy);
    const [ours, theirs] = timeInTurns(
      [{ work: () => rank(items, profile, emptyModel, policy, NOW) }, { work: () => replay(items, told) }],
      { rounds: 9, warmUp: 2 },
    );
    return row(`replay ${count(length)} signals per ranking instead`, theirs / ours, '× the time');
  });
}

function replay(items, told) {
  const liking = new Map();
  const confidence = new Map();
  const add = (sums, name, amount) => sums.set(name, (sums.get(name) ?? 0) + amount);
  for (const { signal, item } of told) {
    const { liking: sign, confidence: sure, propensity, cap } = score(signal, policy);
    const weight = (sure / propensity) * cap * decay(NOW - signal.at, policy.kinds[signal.kind].halfLifeDays);
    for (const [name, share] of featureShares(item)) {
      add(liking, name, weight * sign * share);
      add(confidence, name, weight * share);
    }
  }
  const scoreOf = (item) => {
    let [likes, knows] = [0, policy.doubt];
    for (const [name, share] of featureShares(item)) {
      likes += share * (liking.get(name) ?? 0);
      knows += share * (confidence.get(name) ?? 0);
    }
    return likes / knows;
  };
  return items.map((item) => ({ item, score: scoreOf(item) })).sort((a, b) => b.score - a.score);
}

const { names, gzipped, added } = await bytesOfCore();
const rows = [
  ...learning(),
  ...ranking(),
  row(`memory of a profile that knows ${count(KNOWN)} features, of 2,000 items`, bytesOfProfile(5) / 2 ** 20, 'MiB', 2),
  row('… of 1,000 items', bytesOfProfile(10) / 2 ** 20, 'MiB', 2),
  ...growing(),
  row('what core adds to the script tag, gzipped', added, 'B', 6 * 1024),
  row('… the same bundled alone', gzipped, 'B', 6 * 1024),
  ...replaying(),
];
console.log(`\nNode ${process.version}, ${process.platform} ${process.arch}\n\n${table(rows)}\n`);
console.log(`The script tag takes from core: ${names.join(', ')}.`);
