import { deepEqual, equal, rejects } from 'node:assert/strict';
import { continuedIn, FAMILIES, noSums, type Family, type Key, type Sums, type Table } from '@penchant/core/estimate';
import type { Contribution, ListCell, ListContribution, ReactionContribution } from '@penchant/core/schema';
import { SumOverflow, type Store } from './store.js';
import { SHAPES, sumsFrom, TABLE_OF, TABLES, type Row } from './tables.js';

/** Opens a store in one place. Called again, it opens the same place, with what is in it. */
export type OpenStore = () => Promise<Store>;

/** What a store can promise beyond sums that are exact. */
export interface StorePromises {
  /**
   * Whether one process knows what another adds in the same moment, and sums are checked as they grow. Without
   * transactions, both may be told "added" (it counts once all the same), and a sum is refused when it is read.
   */
  readonly transactions?: boolean;
}

/**
 * What every store must do, as tests. `it` is the test runner's own; `newPlace` makes an empty place for a test.
 * `describe('sqlite store', () => storeContract(it, async () => async () => sqliteStore(newFile())))`
 */
export function storeContract(
  it: (name: string, test: () => Promise<void>) => unknown,
  newPlace: () => Promise<OpenStore>,
  { transactions = true }: StorePromises = {},
): void {
  const withStore = (name: string, test: (store: Store, open: OpenStore) => Promise<void>): void => {
    it(name, async () => {
      const open = await newPlace();
      const store = await open();
      try {
        await test(store, open);
      } finally {
        await store.close();
      }
    });
  };

  withStore('adds a contribution once, however often it is sent', async (store) => {
    equal(await store.add(seen(1)), 'added');
    const once = await ordered(store);
    equal(await store.add(seen(1)), 'duplicate');
    deepEqual(await ordered(store), once);
    deepEqual(once, sums({ lists: [sum({}, 1)] }));
  });

  withStore('adds a contribution once when it is sent many times at the same moment', async (store) => {
    const results = await Promise.all(Array.from({ length: 20 }, () => store.add(seen(1))));
    equal(results.filter((result) => result === 'added').length, 1);
    deepEqual(await ordered(store), sums({ lists: [sum({}, 1)] }));
  });

  withStore('adds a contribution once when two stores are open in one place', async (store, open) => {
    const other = await open();
    const ids = Array.from({ length: 50 }, (_, id) => id);
    const results = await Promise.all(ids.flatMap((id) => [store.add(seen(id)), other.add(seen(id))]));
    await other.close();
    const added = results.filter((result) => result === 'added').length;
    equal(transactions ? added : Math.min(added, 50), 50);
    deepEqual(await ordered(store), sums({ lists: [sum({}, 50)] }));
  });

  it('comes to the same sums in any order and any split', async () => {
    const contributions = [...mixed(60), ...mixed(20)]; // the first twenty come twice
    const [atOnce, inTurn] = [await (await newPlace())(), await (await newPlace())()];
    await Promise.all(contributions.map((contribution) => atOnce.add(contribution)));
    for (const contribution of [...contributions].reverse()) await inTurn.add(contribution);
    deepEqual(await ordered(atOnce), await ordered(inTurn));
    deepEqual(await atOnce.epochs(SITE), await inTurn.epochs(SITE));
    await Promise.all([atOnce.close(), inTurn.close()]);
  });

  withStore('loses nothing of many that arrive at once', async (store) => {
    const ids = Array.from({ length: 1_000 }, (_, id) => id);
    const results = await Promise.all(ids.map((id) => store.add(seen(id))));
    equal(
      results.every((result) => result === 'added'),
      true,
    );
    deepEqual(await ordered(store), sums({ lists: [sum({}, 1_000)] }));
    deepEqual(await store.epochs(SITE), [{ epoch: EPOCH, contributions: 1_000 }]);
  });

  withStore('keeps every item of a large catalogue', async (store) => {
    const items = Array.from({ length: 10_000 }, (_, i) => `item ${i}`);
    const contributions = Array.from({ length: items.length / LARGEST }, (_, id) => ({
      ...seen(id),
      cells: items.slice(id * LARGEST, (id + 1) * LARGEST).map((item) => cell({ item })),
    }));
    await Promise.all(contributions.map((contribution) => store.add(contribution)));
    const { lists } = await store.sums(SITE);
    deepEqual(lists.map(({ item }) => item).sort(), items.sort());
    deepEqual([...lists].sort(byText), items.map((item) => sum({ item }, 1)).sort(byText));
  });

  withStore('keeps what is told apart apart: list, item, position, bucket, reactions', async (store) => {
    const cells = [{}, { item: 'ab' }, { position: 2 }, { bucket: 7 }].map(cell);
    const inOther = { ...seen(2), list: 'bhome', cells: [cell({})] }; // "a" in "bhome" is not "ab" in "home"
    await Promise.all([{ ...seen(1), cells }, inOther, liked(3)].map((contribution) => store.add(contribution)));
    const other = { ...sum({}, 1), list: 'bhome' };
    const below = { below: 1, continued: 1 }; // of what is at position 1, and clicked
    const lists = [...cells.map((of) => ({ ...sum(of, 1), ...(of.position > 1 && below) })), other];
    deepEqual(await ordered(store), sums({ lists: lists.sort(byText), reactions: [reaction(1)] }));
  });

  withStore('adds up every family, by all that tells its cells apart', async (store) => {
    const all = TABLES.flatMap((table, i) => [1, 2, 3].map((id) => ofFamily(table, 10 * i + id)));
    await Promise.all(all.map((contribution) => store.add(contribution)));
    const truth = new Map<string, Row>();
    for (const contribution of all)
      for (const [i, cell] of contribution.cells.entries()) {
        const ofList = contribution.family === 'list' && {
          list: contribution.list,
          ...continuedIn(contribution.cells)[i],
        };
        const row: Row = { ...ofList, ...cell };
        const { keys, values } = SHAPES[TABLE_OF.get(contribution.family) ?? 'lists'];
        const key = JSON.stringify([contribution.family, ...keys.map((name) => row[name])]);
        const was = truth.get(key);
        const added = values.map((name) => [name, Number(was?.[name] ?? 0) + Number(row[name] ?? 1)]);
        truth.set(key, { ...row, ...Object.fromEntries(added) });
      }
    const held = await ordered(store);
    for (const table of TABLES) {
      const rows = [...truth].filter(([key]) => key.startsWith(`["${SHAPES[table].family}"`)).map(([, row]) => row);
      deepEqual(held[table], rows.sort(byText));
    }
  });

  withStore('keeps ids as they are, whatever they are made of', async (store) => {
    const items = ['__proto__', 'constructor', "'; DROP TABLE seen", 'a\u0000b', 'a\u0000c', 'É', 'E\u0301', '💛', ' '];
    await store.add({ ...seen(1), cells: items.map((item) => cell({ item })) });
    const { lists } = await store.sums(SITE);
    deepEqual(lists.map(({ item }) => item).sort(), items.sort());
  });

  withStore('keeps sites apart, even when their ids are the same', async (store) => {
    const together = [seen(1), { ...seen(1), site: 'weekly' }].map((contribution) => store.add(contribution));
    deepEqual(await Promise.all(together), ['added', 'added']);
    for (const site of [SITE, 'weekly']) {
      deepEqual(await store.sums(site), sums({ lists: [sum({}, 1)] }));
      deepEqual(await store.epochs(site), [{ epoch: EPOCH, contributions: 1 }]);
    }
    deepEqual(await store.sums('unknown'), noSums);
    deepEqual(await store.epochs('unknown'), []);
  });

  withStore('reads the epochs it is asked for, and no others', async (store) => {
    const spread = [EPOCH + 1, EPOCH - 1, EPOCH].map((epoch): Contribution => ({ ...seen(epoch), epoch }));
    spread.push({ ...liked(1), epoch: EPOCH + 1 });
    await Promise.all(spread.map((contribution) => store.add(contribution)));
    deepEqual(await ordered(store, { to: EPOCH }), sums({ lists: [sum({}, 2)] }));
    deepEqual(await ordered(store, { from: EPOCH, to: EPOCH }), sums({ lists: [sum({}, 1)] }));
    deepEqual(await ordered(store, { from: EPOCH + 1 }), sums({ lists: [sum({}, 1)], reactions: [reaction(1)] }));
    deepEqual(await store.epochs(SITE), [
      { epoch: EPOCH - 1, contributions: 1 },
      { epoch: EPOCH, contributions: 1 },
      { epoch: EPOCH + 1, contributions: 2 },
    ]);
  });

  it('remembers what was added when it is opened again', async () => {
    const open = await newPlace();
    const first = await open();
    await Promise.all(mixed(30).map((contribution) => first.add(contribution)));
    const before = await ordered(first);
    await first.close();
    const second = await open();
    deepEqual(await ordered(second), before);
    deepEqual(
      new Set(await Promise.all(mixed(30).map((contribution) => second.add(contribution)))),
      new Set(['duplicate']),
    );
    deepEqual(await ordered(second), before);
    await second.close();
  });

  it('finishes what it was given before it closes', async () => {
    const open = await newPlace();
    const first = await open();
    const adding = Promise.all(mixed(30).map((contribution) => first.add(contribution)));
    await first.close();
    await adding;
    const second = await open();
    deepEqual(await second.epochs(SITE), [{ epoch: EPOCH, contributions: 30 }]);
    await second.close();
  });

  if (transactions) {
    withStore('leaves nothing of a contribution that fails half-way', async (store) => {
      await store.add(full(1)); // the sum of its one cell has no room for more
      const before = await ordered(store);
      await rejects(store.add(halfWay(2)), SumOverflow);
      deepEqual(await ordered(store), before);
      deepEqual(await store.epochs(SITE), [{ epoch: EPOCH, contributions: 1 }]);
      equal(await store.add(seen(2)), 'added'); // its id was not remembered either
    });

    withStore('adds the others when one of those that arrive together fails', async (store) => {
      await store.add(full(1));
      const together = [seen(2), halfWay(3), seen(4), seen(2)].map((contribution) => store.add(contribution));
      const results = await Promise.allSettled(together);
      deepEqual(
        results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed')),
        ['added', 'failed', 'added', 'duplicate'],
      );
      deepEqual(await ordered(store), sums({ lists: [sum({}, 2), fullSum].sort(byText) }));
    });
  } else {
    withStore('refuses to read a sum that would not be exact, however large', async (store) => {
      for (let id = 1; id <= 3; id++) await store.add(full(id));
      await rejects(store.sums(SITE), SumOverflow);
    });
  }

  withStore('refuses to read sums of several epochs that would not be exact', async (store) => {
    await store.add(full(1));
    await store.add({ ...full(1), epoch: EPOCH + 1 });
    deepEqual(await ordered(store, { to: EPOCH }), sums({ lists: [fullSum] }));
    await rejects(store.sums(SITE), SumOverflow);
  });

  withStore('lets go of one epoch of one site, and of nothing else', async (store) => {
    const weekly = { ...seen(1), site: 'weekly' };
    const next = { ...seen(1), epoch: EPOCH + 1 };
    await Promise.all([seen(1), seen(2), liked(3), next, weekly].map((contribution) => store.add(contribution)));
    await store.forget(SITE, EPOCH);
    deepEqual(await store.epochs(SITE), [{ epoch: EPOCH + 1, contributions: 1 }]);
    deepEqual(await ordered(store), sums({ lists: [sum({}, 1)] }));
    deepEqual(await store.sums('weekly'), sums({ lists: [sum({}, 1)] }));
    equal(await store.add(next), 'duplicate');
    await store.forget(SITE, EPOCH);
    equal(await store.add(seen(1)), 'added');
  });

  withStore('counts how many visits clicked an item, saw it below a click, and both', async (store) => {
    const visit = (id: number, ...clicks: number[]): Contribution => ({
      ...seen(id),
      cells: clicks.map((clicked, i) => cell({ item: `item ${i}`, position: i + 1, impressions: 2, clicks: clicked })),
    });
    const visits = [visit(1, 0, 2, 0, 1), visit(2, 1, 1, 0, 0), visit(3, 0, 0, 0, 0), visit(4, 0, 0, 0, 1)];
    for (const each of visits) await store.add(each);
    const { lists } = await ordered(store);
    deepEqual(
      lists.map(({ clicks, clicked, below, continued, contributions }) => [
        clicks,
        clicked,
        below,
        continued,
        contributions,
      ]),
      [
        [1, 1, 0, 0, 4],
        [3, 2, 1, 1, 4],
        [0, 0, 2, 0, 4],
        [2, 2, 2, 1, 4],
      ],
    );
  });

  withStore('keeps the first value under a name', async (store, open) => {
    equal(await store.kept('colour'), undefined);
    equal(await store.keep('colour', 'green'), 'green');
    equal(await store.keep('colour', 'red'), 'green');
    equal(await store.keep('size', 'red'), 'red');
    const other = await open();
    equal(await other.keep('colour', 'blue'), 'green');
    equal(await other.kept('colour'), 'green');
    equal(await other.kept('weight'), undefined);
    await other.close();
  });
}

const SITE = 'daily';
const EPOCH = 2_900;
const MOST = Number.MAX_SAFE_INTEGER;
const LARGEST = FAMILIES.lists.maxCells;

const head = (id: number): Pick<Contribution, 'version' | 'id' | 'site' | 'epoch'> => ({
  version: 1,
  id: id.toString(16).padStart(32, '0'),
  site: SITE,
  epoch: EPOCH,
});
const cell = (changes: Partial<ListCell>): ListCell => ({
  item: 'a',
  position: 1,
  bucket: 0,
  impressions: 3,
  clicks: 1,
  ...changes,
});
const seen = (id: number): ListContribution => ({ ...head(id), family: 'list', list: 'home', cells: [cell({})] });
const liked = (id: number): ReactionContribution => ({
  ...head(id),
  family: 'reactions',
  cells: [{ item: 'a', likes: 1, dislikes: 2 }],
});
const mixed = (length: number): Contribution[] =>
  Array.from({ length }, (_, id) =>
    id % 3 === 0
      ? liked(id)
      : id % 3 === 1
        ? ofFamily(TABLES[id % TABLES.length] ?? 'lists', id)
        : {
            ...seen(id),
            list: `list ${id % 2}`,
            cells: [cell({ item: `item ${id % 5}` }), cell({ position: (id % 7) + 1 })],
          },
  );

const fullCell = cell({ item: 'full', clicks: MOST });
const full = (id: number): Contribution => ({ ...seen(id), cells: [fullCell] });
const halfWay = (id: number): Contribution => ({ ...seen(id), cells: [cell({}), cell({ item: 'full' })] });

const sum = (changes: Partial<ListCell>, times: number): Sums['lists'][number] => {
  const { impressions, clicks, ...rest } = cell(changes);
  const counts = { impressions: impressions * times, clicks: clicks * times };
  const clicked = clicks > 0 ? times : 0;
  return { list: 'home', ...rest, ...counts, clicked, below: 0, continued: 0, contributions: times };
};
/** Sums of some families, and none of the others. */
const sums = (of: Partial<Sums>): Sums => ({ ...noSums, ...of });

/** The `id`th contribution of any family, with as many different cells as it may have. */
function ofFamily(table: Table, id: number): Contribution {
  const { family, head: common, keys, values, maxCells }: Family = FAMILIES[table];
  const draw = (key: Key, i: number): string | number => {
    switch (key.is) {
      case 'id':
        return `item ${i}`;
      case 'word':
        return key.words[i % key.words.length] ?? '';
      case 'number':
        return key.least + (i % (key.most - key.least + 1));
    }
  };
  const row = (of: Readonly<Record<string, Key>>, i: number) =>
    Object.fromEntries(Object.entries(of).map(([name, key]) => [name, draw(key, i)]));
  const cells = Array.from({ length: Math.min(maxCells, 12) }, (_, i) => ({
    ...row(keys, i),
    ...Object.fromEntries(Object.entries(values).map(([name, most], n) => [name, (id + i + n) % (most + 1)])),
  }));
  const contribution: unknown = { ...head(id), family, ...row(common, id % 2), cells };
  return contribution as Contribution; // made of the description that its type is made of
}

const fullSum = sum({ item: 'full', clicks: MOST }, 1);
const reaction = (times: number): Sums['reactions'][number] => ({
  item: 'a',
  likes: times,
  dislikes: 2 * times,
  contributions: times,
});

/** Rows have no order of their own: here they get one. */
async function ordered(store: Store, epochs?: Parameters<Store['sums']>[1]): Promise<Sums> {
  const held = await store.sums(SITE, epochs);
  return sumsFrom((table) => [...held[table]].sort(byText));
}
const textOf = (row: object): string =>
  Object.entries(row)
    .map(([name, value]) => `${name} ${value}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .join();
const byText = (a: object, b: object): number => (textOf(a) < textOf(b) ? -1 : 1);
