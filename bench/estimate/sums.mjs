import { noSums } from '@penchant/core/estimate';

// What a collector holds of a catalogue, made up: the same for the same numbers.

export const POSITIONS = 20;
export const BUCKETS = 32;
const PLACES = POSITIONS * BUCKETS;
/** Impressions of the item at popularity rank r go as r^−0.8: few items have most of them. */
const ZIPF = 0.8;
/** Views of one item that are drawn one by one; those of an item that has more are drawn as often, each counting for several. */
const MOST_DRAWN = 4 * PLACES;

/** Numbers in [0, 1), by the generator of Numerical Recipes. */
function chanceOf(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** About normal, by adding up. */
const normalOf = (chance) => () => 2 * (chance() + chance() + chance() - 1.5);

/** One list's sums with `views` impressions an item on average, or with impressions in every cell where there is no such number. */
export function listSums(items, views) {
  const chance = chanceOf(1);
  const normal = normalOf(chance);
  const seen = new Float64Array(PLACES);
  const lists = [];
  let shares = 0;
  for (let rank = 1; rank <= items; rank++) shares += rank ** -ZIPF;
  for (let i = 0; i < items; i++) {
    const item = `item ${i}`;
    const attraction = 0.05 * Math.exp(0.75 * normal());
    const depth = POSITIONS * chance();
    if (views === undefined) seen.fill(20);
    else
      spread(Math.ceil((views * items * (i + 1) ** -ZIPF) / shares), seen, () => {
        const position = Math.min(POSITIONS - 1, Math.max(0, Math.floor(depth + 4 * normal())));
        return position * BUCKETS + Math.floor(BUCKETS * chance());
      });
    seen.forEach((impressions, place) => {
      if (impressions === 0) return;
      const position = 1 + Math.floor(place / BUCKETS);
      const bucket = 1 + (place % BUCKETS);
      const expected = (impressions * attraction * 2 ** ((bucket - BUCKETS / 2) / 8)) / position;
      const clicks = Math.min(impressions, Math.floor(expected + chance()));
      const below = Math.floor((impressions * (position - 1)) / POSITIONS);
      const continued = Math.round((clicks * below) / impressions);
      const [list, clicked, contributions] = ['home', clicks, impressions];
      lists.push({ list, item, position, bucket, impressions, clicks, clicked, below, continued, contributions });
      seen[place] = 0;
    });
  }
  return { ...noSums, lists };
}

function spread(views, seen, draw) {
  const drawn = Math.min(views, MOST_DRAWN);
  for (let n = 0; n < drawn; n++)
    seen[draw()] += Math.floor((views * (n + 1)) / drawn) - Math.floor((views * n) / drawn);
}

const [DEVICES, TOPICS] = [1_000_000, 40];

/**
 * Pairs of liked items, each on twenty devices or more: every pair of `items`; or those of each item with the `nearest` that
 * follow it. Items of one topic are liked together three times as often as by chance.
 */
export function pairSums(items, nearest = items) {
  const devices = Array.from({ length: items }, (_, i) => Math.round(20_000 + 60_000 * (i + 1) ** -0.5));
  const ids = devices.map((_, i) => `item ${i}`); // each text once, as stores give them
  const pairs = [];
  for (let i = 0; i < items; i++) {
    const item = ids[i];
    pairs.push({ item, other: item, devices: devices[i], contributions: devices[i] });
    for (let j = i + 1; j < Math.min(items, i + 1 + nearest); j++) {
      const alike = i % TOPICS === j % TOPICS ? 3 : 1;
      const both = Math.round((alike * devices[i] * devices[j]) / DEVICES);
      pairs.push({ item, other: ids[j], devices: both, contributions: both });
    }
  }
  return { ...noSums, pairs };
}
