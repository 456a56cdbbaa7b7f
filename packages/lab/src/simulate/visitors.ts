import { DAY_MS, type Item, type Observation, type Signal } from '@penchant/core';
import { randomNormal } from 'd3-random';
import { mulberry32 } from '../chance.js';

/** Visitors who open what is about what they like, and a page that puts its items in any order. */
export interface VisitorsOptions {
  readonly seed: number;
  readonly visitors: number;
  /** Visits of each, a day apart; each sees `LISTS` lists of `LENGTH` items. */
  readonly visits: number;
}

/** What one visitor did, and what nobody but the simulator knows: how likely they open an item that they examine. */
export interface Visitor {
  readonly signals: readonly Observation[];
  readonly attractionOf: (item: Item) => number;
}

const [ITEMS, TOPICS, CREATORS, LISTS, LENGTH] = [300, 8, 40, 2, 10] as const;
/** Log of the attraction of an item, and its standard deviations over visitors' tastes for topics and over items. */
const [MEDIAN, BY_TASTE, BY_ITEM] = [Math.log(0.15), 0.9, 0.4] as const;
const [START, SECOND_MS, LIKED] = [20_000 * DAY_MS, 1_000, 0.15] as const;

/** Places are examined with chance 1/k, whatever is there. */
export const examinedAt = (position: number): number => 1 / position;

/** Visitors one after the other: the same for the same options. */
export function* visitorsOf({ seed, visitors, visits }: VisitorsOptions): Generator<Visitor> {
  const chance = mulberry32(seed);
  const normal = randomNormal.source(chance)();
  const draw = (many: number): number => Math.floor(chance() * many);
  const items = Array.from({ length: ITEMS }, (_, i) => ({
    item: { id: `i${i}`, features: [`topic:${draw(TOPICS)}`], creator: `c${draw(CREATORS)}` },
    charm: BY_ITEM * normal(),
  }));
  const charms = new Map(items.map(({ item, charm }) => [item.id, charm]));
  for (let n = 0; n < visitors; n++) {
    const tastes = new Map(Array.from({ length: TOPICS }, (_, topic) => [`topic:${topic}`, BY_TASTE * normal()]));
    const attractionOf = ({ id, features }: Item): number =>
      Math.min(1, Math.exp(MEDIAN + (charms.get(id) ?? 0) + (tastes.get(String(Object(features)[0])) ?? 0)));
    const signals: Observation[] = [];
    for (let visit = 0; visit < visits; visit++) {
      let at = START + visit * DAY_MS;
      for (let nth = 0; nth < LISTS; nth++) {
        const left = items.map(({ item }) => item);
        for (let position = 1; position <= LENGTH; position++) {
          const [item] = left.splice(draw(left.length), 1) as [(typeof left)[number]];
          const tell = (signal: Signal): void => void signals.push({ signal, item });
          const told = { item: item.id, list: `list-${nth}`, position, bucket: 0 };
          tell({ kind: 'impression', ...told, at: (at += SECOND_MS) });
          const attraction = attractionOf(item);
          if (chance() >= examinedAt(position) * attraction) continue;
          tell({ kind: 'click', ...told, at: (at += SECOND_MS), propensity: examinedAt(position) });
          const seconds = Math.exp(3.7 + 0.5 * Math.log(attraction / 0.15) + 0.8 * normal());
          const opened = at;
          at += Math.round(seconds * SECOND_MS);
          tell({ kind: 'dwell', item: item.id, at, opened, attendedMs: Math.round(seconds * SECOND_MS) });
          if (chance() < LIKED) tell({ kind: 'like', item: item.id, at: (at += SECOND_MS) });
        }
      }
    }
    yield { signals, attractionOf };
  }
}
