import { setTimeout as sleep } from 'node:timers/promises';
import { postgresStore, type Store } from '@penchant/collector';
import { FAMILIES } from '@penchant/core/estimate';
import { storeContract } from '@penchant/collector/contract';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CutLine, cutEverywhere } from './cut-line.js';
import { expectExact, expectExactThroughCuts, nth, startLoad } from './load.js';
import { PostgresServer } from './postgres-server.js';
import { eventually } from './processes.js';
import { expectUpgraded, releasedFile } from './released.js';

let server: PostgresServer;
let databases = 0;

beforeAll(async () => {
  server = await PostgresServer.create();
});
afterAll(() => server.remove());

/** The address of a database that is new and empty. */
async function newDatabase(on = server): Promise<string> {
  const name = `d${++databases}`;
  await on.query(`CREATE DATABASE ${name}`);
  return on.address(name);
}

const nameOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

async function closeAll(stores: readonly Store[]): Promise<void> {
  await Promise.all(stores.map((store) => store.close()));
}

describe('postgres store', () => {
  storeContract(it, async () => {
    const address = await newDatabase();
    return () => postgresStore(address);
  });

  it('is made once by many collectors that start on an empty database together', async () => {
    const address = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 6 }, () => postgresStore(address)));
    expect(await Promise.all(stores.map((store) => store.add(nth(1))))).toContain('added');
    await closeAll(stores);
  });

  it.each([1, 2, 3])('upgrades a database whose tables are of version %i, and loses nothing', async (version) => {
    const address = await newDatabase();
    await server.query(releasedFile(`postgres-${version}.sql`), nameOf(address));
    const store = await postgresStore(address);
    await expectUpgraded(store, version, new Set(FAMILIES.lists.derived)); // these tables had no place for it
    await store.close();
  });

  it('refuses a database of a newer collector, and leaves it as it was', async () => {
    const address = await newDatabase();
    await (await postgresStore(address)).close();
    await server.query('UPDATE penchant.version SET tables = 99', nameOf(address));
    await expect(postgresStore(address)).rejects.toThrow(/newer collector .*tables 99.*Upgrade/);
    expect(await server.query('SELECT tables FROM penchant.version', nameOf(address))).toEqual([{ tables: 99 }]);
  });

  it('leaves no half of a migration behind', async () => {
    const address = await newDatabase();
    await server.query('CREATE SCHEMA penchant; CREATE TABLE penchant.kept (x int)', nameOf(address)); // the step's last table
    await expect(postgresStore(address)).rejects.toThrow('already exists');
    const tables = "SELECT relname FROM pg_class WHERE relnamespace = 'penchant'::regnamespace AND relkind = 'r'";
    expect(await server.query(tables, nameOf(address))).toEqual([{ relname: 'kept' }]);
  });

  it('says what is wrong when it cannot be reached, and no password', async () => {
    const opening = postgresStore(`postgres://postgres:secret@127.0.0.1:${server.port}/none`);
    await expect(opening).rejects.toThrow(
      /^\[penchant\] PostgreSQL cannot be used: (?!.*secret).*"none" does not exist/,
    );
  });

  it('adds exactly, and without one deadlock, from several collectors at once', async () => {
    const address = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 4 }, () => postgresStore(address)));
    const load = startLoad(stores, { senders: 64 });
    await eventually(async () => expect(load.acknowledged.size).toBeGreaterThan(1_000));
    await load.stop();
    expect(load.acknowledged.size).toBe(load.sent());
    for (const store of stores) await expectExact(store, load);
    const [row] = await server.query(`SELECT deadlocks FROM pg_stat_database WHERE datname = '${nameOf(address)}'`);
    expect(row).toEqual({ deadlocks: '0' });
    await closeAll(stores);
  });

  it('waits for the disk, whatever the server is told to do by default', async () => {
    const address = await newDatabase();
    await server.query(`ALTER DATABASE ${nameOf(address)} SET synchronous_commit = off`);
    const store = await postgresStore(address);
    const flushed = 'SELECT pg_current_wal_flush_lsn() >= pg_current_wal_insert_lsn() AS durable';
    let durable = 0;
    for (let id = 0; id < 20; id++) {
      await store.add(nth(id));
      const [now] = await server.query(flushed);
      if (now?.['durable'] === true) durable++;
    }
    expect(durable).toBeGreaterThan(14); // a record of the server's own may come in between; without waiting, it is hardly ever
    await store.close();
  });

  it('goes on when its connections were lost', async () => {
    const address = await newDatabase();
    const store = await postgresStore(address);
    const load = startLoad([store]);
    for (let i = 0; i < 5; i++) {
      const before = load.acknowledged.size;
      await server.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'penchant-collector'",
      );
      await eventually(async () => expect(load.acknowledged.size).toBeGreaterThan(before + 100));
    }
    await load.stop();
    expect(load.acknowledged.size).toBe(load.sent()); // not one was refused
    await expectExact(store, load);
    await store.close();
  });

  it('counts once what was cut off between any two statements, before one arrived or before its answer did', async () => {
    const address = await newDatabase();
    const line = await CutLine.to(server.port);
    onTestFinished(() => line.close());
    const through = address.replace(`:${server.port}`, `:${line.port}`);
    const made = await cutEverywhere(line, async () => {
      await server.query('DROP SCHEMA IF EXISTS penchant CASCADE', nameOf(address));
      await (await postgresStore(through)).close();
    });
    expect(made).toBeGreaterThan(10); // the connection, then each statement that makes the tables
    const store = await postgresStore(through);
    expect(await expectExactThroughCuts(store, line)).toBeGreaterThanOrEqual(2 * 5); // begin, ids, epochs, a table of sums, commit
    const forgotten = await cutEverywhere(line, async (cuts) => {
      await store.add(nth(10_000 + cuts));
      for (const { epoch } of await store.epochs('daily')) await store.forget('daily', epoch);
    });
    expect(forgotten).toBeGreaterThan(10);
    expect(await store.epochs('daily')).toEqual([]);
    expect(Object.values(await store.sums('daily')).flat()).toEqual([]);
    await store.close();
  });

  it('loses nothing and adds nothing twice when the server is killed again and again under load', async () => {
    const killed = await PostgresServer.create();
    onTestFinished(() => killed.remove());
    const store = await postgresStore(await newDatabase(killed));
    const load = startLoad([store]);
    for (let kill = 0; kill < 3; kill++) {
      const before = load.acknowledged.size;
      await eventually(async () => expect(load.acknowledged.size).toBeGreaterThan(before + 200));
      await killed.kill();
      await eventually(() => killed.start());
    }
    await load.stop();
    await expectExact(store, load);
    await store.close();
  });

  it('loses nothing acknowledged when the primary dies under load and its synchronous standby takes over', async () => {
    const primary = await PostgresServer.create();
    onTestFinished(() => primary.remove());
    const database = nameOf(await newDatabase(primary));
    const standby = await primary.synchronousStandby();
    onTestFinished(() => standby.remove());
    const address = `postgres://postgres@127.0.0.1:${primary.port},127.0.0.1:${standby.port}/${database}`;
    const stores = await Promise.all([postgresStore(address), postgresStore(address)]);
    const load = startLoad(stores);
    await eventually(async () => expect(load.acknowledged.size).toBeGreaterThan(300));
    const [receiver] = await standby.query('SELECT pid FROM pg_stat_wal_receiver');
    const pid = Number(receiver?.['pid']);
    process.kill(pid, 'SIGSTOP'); // from here on, the standby misses what is written
    await sleep(100);
    const held = load.acknowledged.size;
    await sleep(300);
    expect(load.acknowledged.size).toBe(held); // nobody is promised what only the primary has
    await primary.kill();
    await standby.kill();
    process.kill(pid, 'SIGKILL');
    await standby.start();
    await standby.promote();
    const before = load.acknowledged.size;
    await eventually(async () => expect(load.acknowledged.size).toBeGreaterThan(before + 300));
    await load.stop();
    for (const store of stores) await expectExact(store, load);
    await closeAll(stores);
  });
});
