import { deepEqual, equal } from 'node:assert/strict';
import { memoryStore, type Store } from '@penchant/collector';
import type { Contribution } from '@penchant/core/schema';
import { cutEverywhere, type CutLine } from './cut-line.js';

const SITE = 'daily';

/** The `id`th contribution: always the same, and of many kinds that meet in the same cells. */
export function nth(id: number): Contribution {
  const draw = (n: number, of: number): number => (Math.imul(id * 31 + n * 17 + 1, 0x9e3779b1) >>> 8) % of;
  const head = { version: 1, id: id.toString(16).padStart(32, '0'), site: SITE, epoch: 2_900 + draw(1, 2) } as const;
  if (draw(2, 4) === 0)
    return { ...head, family: 'reactions', cells: [{ item: `item ${draw(3, 9)}`, likes: draw(4, 6), dislikes: 1 }] };
  const cells = Array.from({ length: 1 + draw(5, 4) }, (_, i) => ({
    item: `item ${draw(6 + i, 9)}`,
    position: i + 1,
    bucket: draw(7, 3),
    impressions: draw(8 + i, 6),
    clicks: draw(9 + i, 3),
  }));
  return { ...head, family: 'list', list: `list ${draw(10, 2)}`, cells };
}

export interface Load {
  /** The contributions that the store promised to keep. */
  readonly acknowledged: ReadonlySet<number>;
  /** How many contributions were sent, acknowledged or not: 0, 1, 2, … */
  readonly sent: () => number;
  /** Resolves when the senders have their last answers. */
  stop(): Promise<void>;
}

/** Sends one contribution after another, by several senders at once, some of them twice. */
export function startLoad(stores: readonly Store[], { senders = 32, from = 0 } = {}): Load {
  const acknowledged = new Set<number>();
  let next = from;
  const stopped = new AbortController();
  const sending = Array.from({ length: senders }, async (_, sender) => {
    while (!stopped.signal.aborted) {
      const id = sender % 4 === 0 && next > from ? next - 1 : next++; // a fourth of them repeat what another just sent
      const store = stores[sender % stores.length];
      await store?.add(nth(id)).then(
        () => acknowledged.add(id),
        () => new Promise((resolve) => setTimeout(resolve, 20)),
      );
    }
  });
  return {
    acknowledged,
    sent: () => next,
    async stop() {
      stopped.abort();
      await Promise.all(sending);
    },
  };
}

/**
 * Sends all of it again, as devices do that had no answer. What was acknowledged must have been there, and then the sums
 * must be exact.
 */
export async function expectExact(
  store: Store,
  { acknowledged, sent }: Pick<Load, 'acknowledged' | 'sent'>,
): Promise<void> {
  const ids = Array.from({ length: sent() }, (_, id) => id);
  const again = await Promise.all(ids.map((id) => store.add(nth(id))));
  const lost = ids.filter((id) => acknowledged.has(id) && again[id] !== 'duplicate');
  deepEqual(lost, [], 'these were acknowledged, and are not there');
  const truth = memoryStore();
  for (const id of ids) await truth.add(nth(id));
  await expectSame(store, truth);
}

/** Adds some contributions together at every step of which the line is cut: all is acknowledged, and counts once. */
export async function expectExactThroughCuts(store: Store, line: CutLine): Promise<number> {
  const acknowledged = new Set<number>();
  let sent = 0;
  const cuts = await cutEverywhere(line, async () => {
    const ids = Array.from({ length: 3 }, () => sent++);
    await Promise.all(ids.map((id) => store.add(nth(id)).then(() => acknowledged.add(id))));
  });
  equal(acknowledged.size, sent);
  await expectExact(store, { acknowledged, sent: () => sent });
  return cuts;
}

/** Both have the same sums, in every epoch, but for what is left out. */
export async function expectSame(
  store: Store,
  truth: Store,
  site = SITE,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<void> {
  deepEqual(await store.epochs(site), await truth.epochs(site));
  for (const { epoch } of await truth.epochs(site)) {
    const [ours = [], theirs = []] = await Promise.all(
      [store, truth].map((each) => textOf(each, site, epoch, leftOut)),
    );
    equal(ours.length, theirs.length);
    deepEqual(ours, theirs);
  }
}

async function textOf(store: Store, site: string, epoch: number, leftOut: ReadonlySet<string>): Promise<string[]> {
  const sums = await store.sums(site, { from: epoch, to: epoch });
  return Object.values(sums)
    .flat()
    .map((row) => Object.entries(row).filter(([name]) => !leftOut.has(name)))
    .map((row) => JSON.stringify(row.sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort();
}
