import fc from 'fast-check';
import type { Item } from '../src/item.js';
import type { Observation } from '../src/profile/profile.js';
import type { Explicit, Signal } from '../src/signal.js';
import { DAY_MS } from '../src/time.js';

const FEATURES = ['topic:x', 'topic:y', 'tag:0', 'creator:jo', '#1', 'topic:unseen'];

/** A signal that takes nothing back. */
export type Told = Exclude<Signal, { kind: 'undo' }>;

export const ITEMS: readonly Item[] = [
  { id: 'a', features: ['topic:x', 'tag:0'], creator: 'jo' },
  { id: 'b', features: { 'topic:x': 0.4, 'tag:1': 2 } },
  { id: 'c', features: ['topic:y'], creator: 'jo', season: { from: 100 * DAY_MS, to: 130 * DAY_MS } },
  { id: 'd', features: [0.5, -1, 0.25] },
  { id: 'e' },
];

const told: fc.Arbitrary<Told> = fc
  .record({
    item: fc.constantFrom(...ITEMS.map(({ id }) => id)),
    at: fc.integer({ min: 0, max: 400 * DAY_MS }),
    kind: fc.constantFrom<Told['kind']>(
      ...(['impression', 'click', 'dwell', 'watch', 'like', 'dislike', 'hide', 'skip'] as const),
      ...(['rate', 'save', 'share', 'cart', 'purchase', 'repurchase', 'return'] as const),
      ...(['interest', 'unsuppress'] as const),
    ),
    position: fc.integer({ min: 1, max: 30 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    stars: fc.integer({ min: 1, max: 5 }),
    flag: fc.boolean(),
  })
  .map(({ kind, item, at, position, share, stars, flag }): Told => {
    const of = { item, at };
    const opened = flag ? at : 5; // some are one act with others
    switch (kind) {
      case 'impression':
        return { kind, ...of, list: 'home', position, bucket: 0 };
      case 'click':
        return flag ? { kind, ...of, list: 'home', position, bucket: 0 } : { kind, ...of, opened };
      case 'dwell':
        return share < 0.5 // looked at in a list, or opened
          ? { kind, ...of, list: 'home', position: 2, bucket: 0, opened, attendedMs: share * 20_000 }
          : { kind, ...of, opened, attendedMs: share * 200_000, bounced: share < 0.6, depth: share };
      case 'watch':
        return {
          kind,
          ...of,
          opened,
          ...(stars > 2 && { coverage: share }), // else a live stream
          attendedMs: 60_000,
          replay: flag ? 0.7 : 0,
          technical: share < 0.1,
        };
      case 'rate':
        return { kind, ...of, stars };
      case 'purchase':
      case 'repurchase':
        return { kind, ...of, browsed: flag, gift: share < 0.1 };
      case 'interest': // of a feature; and sometimes withdrawn
        return { kind, item: FEATURES[position % FEATURES.length] ?? '', at, ...(flag && { strength: 2 * share - 1 }) };
      case 'return':
        return { kind, ...of, purchased: Math.floor(at / 2) };
      default:
        return { kind, ...of };
    }
  });

const itemOf = (id: string): Item => ITEMS.find((item) => item.id === id) ?? { id };

/** What a visitor did, and sometimes took back, in any order. */
export const observations: fc.Arbitrary<readonly Observation[]> = fc
  .array(fc.tuple(told, fc.integer({ min: 0, max: 5 })), { maxLength: 40 })
  .map((all) =>
    all.flatMap(([signal, dice]): Observation[] => {
      const item = itemOf(signal.item);
      const isExplicit = !['impression', 'click', 'dwell', 'watch', 'skip', 'interest', 'unsuppress'].includes(
        signal.kind,
      );
      const undo: Signal = { kind: 'undo', item: signal.item, at: signal.at + 1, of: signal as Explicit };
      return [{ signal, item }, ...(isExplicit && dice === 0 ? [{ signal: undo, item }] : [])];
    }),
  );
