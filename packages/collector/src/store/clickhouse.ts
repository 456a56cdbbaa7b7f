import { setTimeout as sleep } from 'node:timers/promises';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Table } from '@penchant/core/estimate';
import type { Contribution } from '@penchant/core/schema';
import { obstacleOf, readAddress, type ClickHouseAddress } from './clickhouse-address.js';
import { epochCounts, literal, seen, sumsOf, within } from './clickhouse-queries.js';
import { createTables } from './clickhouse-tables.js';
import { identityOf, rowOf } from './clickhouse-rows.js';
import { Group } from './group.js';
import { Servers } from './servers.js';
import type { Added, EpochCount, Store } from './store.js';
import { SHAPES, sumsFrom, TABLES, type Row } from './tables.js';
import { exact } from './totals.js';

export interface ClickHouseOptions {
  /** Most contributions that may wait for their insert before more are refused as `StoreBusy`. */
  readonly maxWaiting?: number;
}

/** ClickHouse likes few, large inserts: contributions wait a moment for company, and then go together. */
const LINGER_MS = 25;
const MAX_TOGETHER = 1_000;
const FORGET_PAUSE_MS = 200;
const FORGET_TRIES = 300;

/**
 * A store in ClickHouse, on one server or on the shards and replicas of a cluster, for sites that outgrow the others.
 * Adding again never counts again. There are no transactions: of a contribution that two processes are given in the same
 * moment, both may say "added"; and a sum that is not exact is refused when it is read.
 * @throws Error when no server can be reached, or the address is wrong.
 */
export async function clickhouseStore(
  address: string,
  { maxWaiting = 50_000 }: ClickHouseOptions = {},
): Promise<Store> {
  const place = readAddress(address);
  const servers = new Servers(place.clients, obstacleOf);
  const close = async (): Promise<void> => void (await Promise.all(place.clients.map((client) => client.close())));
  const tables = await servers
    .work((client) => createTables(client, place))
    .catch(async (cause: unknown) => {
      await close();
      const why = cause instanceof Error ? cause.message || cause.name : '';
      throw new Error(`[penchant] ClickHouse cannot be used: ${why}. Correct the address, or the rights of its user.`, {
        cause,
      });
    });

  const read: Read = <T>(query: string): Promise<T[]> =>
    servers.work(async (client) => (await client.query({ query, format: 'JSONEachRow' })).json<T>());

  /** What is known beforehand only decides what is answered, never what is stored: all of it is inserted in any case. */
  const write = async (group: readonly Contribution[]): Promise<PromiseSettledResult<Added>[]> => {
    const distinct = [...new Map(group.map((contribution) => [identityOf(contribution), contribution])).values()];
    const told = await known(read, tables.contributions, distinct);
    const insert = { table: tables.contributions, values: distinct.map(rowOf), format: 'JSONEachRow' } as const;
    await servers.work((client) => client.insert(insert));
    return group.map((contribution) => {
      const identity = identityOf(contribution);
      const value = told.has(identity) ? 'duplicate' : 'added';
      told.add(identity);
      return { status: 'fulfilled', value };
    });
  };
  const group = new Group<Contribution, Added>(write, { maxWaiting, maxTogether: MAX_TOGETHER, lingerMs: LINGER_MS });

  return {
    add: (contribution) => group.add(contribution),
    async sums(site, epochs) {
      const rows = new Map(
        await Promise.all(
          TABLES.map(async (table): Promise<[Table, Row[]]> => {
            const shape = SHAPES[table];
            const sums = await read<Row>(sumsOf(tables.contributions, shape, site, epochs));
            for (const sum of sums) for (const name of shape.values) exact(Number(sum[name]));
            return [table, sums];
          }),
        ),
      );
      return sumsFrom((table) => rows.get(table) ?? []);
    },
    epochs: (site) => read<EpochCount>(epochCounts(tables.contributions, site)),
    async forget(site, epoch) {
      const query = `ALTER TABLE ${tables.shard} DROP PARTITION (${epoch}, ${literal(site)})`;
      await servers.work((client) => client.command({ query }));
      const rest = `SELECT epoch FROM ${tables.contributions} WHERE ${within(site, { from: epoch, to: epoch })} LIMIT 1`;
      for (let tries = 0; (await read(rest)).length > 0; tries++) {
        if (tries === FORGET_TRIES) throw new Error('[penchant] ClickHouse has not deleted an epoch in time.');
        await sleep(FORGET_PAUSE_MS); // replicas delete in their own time
      }
    },
    keep: (name, value) =>
      servers.work(async (client) => {
        const before = await first(client, place, tables.kept, name);
        if (before !== undefined) return before;
        await client.insert({ table: tables.kept, values: [{ name, value, at: Date.now() }], format: 'JSONEachRow' });
        return (await first(client, place, tables.kept, name)) ?? value;
      }),
    kept: (name) => servers.work((client) => first(client, place, tables.kept, name)),
    async close() {
      await group.close();
      await close();
    },
  };
}

/** The first value that was offered under a name, on whichever server. */
async function first(
  client: ClickHouseClient,
  { cluster }: ClickHouseAddress,
  kept: string,
  name: string,
): Promise<string | undefined> {
  if (cluster !== undefined) await client.command({ query: `SYSTEM SYNC REPLICA ${kept}` });
  const query = `SELECT value FROM ${kept} WHERE name = ${literal(name)} ORDER BY at, value LIMIT 1`;
  const [row] = await (await client.query({ query, format: 'JSONEachRow' })).json<{ value: string }>();
  return row?.value;
}

type Read = <T>(query: string) => Promise<T[]>;

async function known(read: Read, table: string, all: readonly Contribution[]): Promise<Set<string>> {
  const rows = await read<Pick<Contribution, 'site' | 'epoch' | 'id'>>(seen(table, all));
  return new Set(rows.map(identityOf));
}
