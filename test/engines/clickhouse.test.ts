import { setTimeout as sleep } from 'node:timers/promises';
import { clickhouseStore, sqliteStore, type Store } from '@penchant/collector';
import { storeContract } from '@penchant/collector/contract';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ClickHouseCluster } from './clickhouse-cluster.js';
import { CLUSTER } from './clickhouse-config.js';
import { CutLine } from './cut-line.js';
import { expectExact, expectExactThroughCuts, expectSame, nth, startLoad } from './load.js';
import { eventually } from './processes.js';
import { expectUpgraded, releasedFile } from './released.js';

let cluster: ClickHouseCluster;
let databases = 0;

beforeAll(async () => {
  // One of its thirteen ports may be taken by the time that a server asks for it.
  cluster = await ClickHouseCluster.create().catch(() => ClickHouseCluster.create());
}, 120_000);
afterAll(() => cluster.remove());

const newAddress = (): string => cluster.address(`d${++databases}`);

describe('clickhouse store on one server', () => {
  storeContract(
    it,
    async () => {
      const address = `clickhouse://127.0.0.1:${cluster.nodes[0]?.port}/one${++databases}`;
      return () => clickhouseStore(address);
    },
    { transactions: false },
  );
});

it('clickhouse store counts once what was cut off at any step, before it arrived or before its answer did', async () => {
  const line = await CutLine.to(cluster.nodes[0]?.port ?? 0);
  onTestFinished(() => line.close());
  const store = await clickhouseStore(`clickhouse://127.0.0.1:${line.port}/one${++databases}`);
  expect(await expectExactThroughCuts(store, line)).toBeGreaterThan(3); // a question and an insert, each twice
  await store.close();
});

describe('clickhouse store on two shards of two replicas', () => {
  storeContract(
    it,
    async () => {
      const address = newAddress();
      return () => clickhouseStore(address);
    },
    { transactions: false },
  );

  it('uses both shards, and both replicas of each have what was acknowledged', async () => {
    const store = await clickhouseStore(newAddress());
    await Promise.all(Array.from({ length: 100 }, (_, id) => store.add(nth(id))));
    const counts = await Promise.all(
      cluster.nodes.map((node) => node.query(`SELECT count() FROM d${databases}.contributions_of_shard`)),
    );
    const [one = 0, oneAgain, two = 0, twoAgain] = counts.map(Number);
    expect([oneAgain, twoAgain, one + two]).toEqual([one, two, 100]);
    expect(Math.min(one, two)).toBeGreaterThan(20);
    await store.close();
  });

  it('promises nothing that one replica alone has', async () => {
    const store = await clickhouseStore(newAddress());
    const order = (what: string) =>
      Promise.all(
        cluster.nodes.map((node) => node.query(`SYSTEM ${what} FETCHES d${databases}.contributions_of_shard`)),
      );
    await order('STOP');
    const adding = store.add(nth(1));
    expect(await Promise.race([adding, sleep(1_000, 'waiting')])).toBe('waiting');
    await order('START');
    await adding.catch(() => {}); // it may have been given up by now: then it is sent again
    await eventually(() => store.add(nth(1)));
    expect(await store.epochs('daily')).toEqual([{ epoch: nth(1).epoch, contributions: 1 }]);
    await store.close();
  });

  it('comes to the same sums as SQLite, though every insert is repeated and parts are merged meanwhile', async () => {
    const stores = await Promise.all([1, 2].map(() => clickhouseStore(cluster.address(`d${databases + 1}`))));
    databases++;
    const truth = sqliteStore(':memory:');
    const ids = Array.from({ length: 600 }, (_, id) => id);
    await Promise.all(ids.map((id) => truth.add(nth(id))));
    for (let time = 0; time < 2; time++) {
      for (let start = 0; start < ids.length; start += 100) {
        const some = ids.slice(start, start + 100).reverse();
        await Promise.all(some.map((id) => stores[(id + time) % 2]?.add(nth(id))));
      }
      await cluster.nodes[0]?.query(`OPTIMIZE TABLE d${databases}.contributions_of_shard`);
    }
    for (const store of stores) await expectSame(store, truth);
    await closeAll([...stores, truth]);
  });

  it('loses nothing acknowledged and adds nothing twice when a replica is killed under load', async () => {
    const store = await clickhouseStore(newAddress());
    const load = startLoad([store], { senders: 64 });
    await eventually(async () => expect(load.acknowledged.size).toBeGreaterThan(500));
    const [node] = cluster.nodes;
    await node?.kill();
    const promised = new Set(load.acknowledged);
    expect(await missingFrom(store, promised)).toEqual([]); // the other replica has it all
    await node?.start();
    const before = load.acknowledged.size;
    await eventually(async () => expect(load.acknowledged.size).toBeGreaterThan(before + 500));
    await load.stop();
    await expectExact(store, load);
    await store.close();
  });
});

describe('clickhouse store that a released version made', () => {
  it.each([1, 2])('is upgraded from version %i, and loses nothing', async (version) => {
    const address = newAddress();
    const [node] = cluster.nodes;
    for (const statement of releasedFile(`clickhouse-${version}.sql`).split(';\n')) {
      const query = statement.replaceAll('{database}', `d${databases}`).replaceAll('{cluster}', CLUSTER).trim();
      if (query !== '') await eventually(async () => node?.query(query)); // a server may close an idle connection in that moment
    }
    const rows = releasedFile(`clickhouse-${version}.jsonl`);
    await eventually(async () => node?.query(`INSERT INTO d${databases}.contributions FORMAT JSONEachRow ${rows}`));
    const all = rows.trimEnd().split('\n').length;
    const there = `SELECT uniqExact(id) FROM d${databases}.contributions_of_shard`;
    await eventually(async () => {
      const [one = 0, oneAgain, two = 0, twoAgain] = (
        await Promise.all(cluster.nodes.map((each) => each.query(there)))
      ).map(Number);
      expect([oneAgain, twoAgain, one + two]).toEqual([one, two, all]); // replicas get theirs in their own time
    });
    const store = await clickhouseStore(address);
    await expectUpgraded(store, version);
    await store.close();
  });
});

/** Which of these contributions the sums cannot hold: there are more of them than were added. */
async function missingFrom(store: Store, promised: ReadonlySet<number>): Promise<string[]> {
  const epochs = await eventually(() => store.epochs('daily'));
  const there = new Map(epochs.map(({ epoch, contributions }) => [epoch, contributions]));
  const expected = new Map<number, number>();
  for (const id of promised) expected.set(nth(id).epoch, (expected.get(nth(id).epoch) ?? 0) + 1);
  return [...expected]
    .filter(([epoch, count]) => (there.get(epoch) ?? 0) < count)
    .map(([epoch, count]) => `${count} of epoch ${epoch}, and only ${there.get(epoch) ?? 0} there`);
}

async function closeAll(stores: readonly Store[]): Promise<void> {
  await Promise.all(stores.map((store) => store.close()));
}
