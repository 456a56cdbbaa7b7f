import type { Contribution } from '@penchant/core/schema';
import type { Table } from '@penchant/core/estimate';
import type { ClientBase } from 'pg';
import { Group } from './group.js';
import { PostgresServers } from './postgres-servers.js';
import { migrate } from './postgres-tables.js';
import { writeGroup } from './postgres-writer.js';
import type { Added, Store } from './store.js';
import { SHAPES, shared, sumsFrom, TABLES, type Row, type Shape } from './tables.js';
import { exact } from './totals.js';

export interface PostgresOptions {
  /** Most contributions that may wait for their commit before more are refused as `StoreBusy`. */
  readonly maxWaiting?: number;
}

/** Few enough that a commit stays short, enough that its wait for disk and standby is shared. */
const MAX_TOGETHER = 256;

/**
 * A store in PostgreSQL, in the schema `penchant` of a database. Any number of collectors share it. The address may name
 * several servers, `postgres://one,two/penchant`: the one that takes writes is found, also after a standby's promotion.
 * @throws Error when no server can be reached, or a newer collector made the tables.
 */
export async function postgresStore(address: string, { maxWaiting = 10_000 }: PostgresOptions = {}): Promise<Store> {
  const servers = new PostgresServers(address);
  try {
    await servers.transaction('write', migrate);
  } catch (cause) {
    await servers.close();
    if (cause instanceof Error && cause.message.startsWith('[penchant]')) throw cause;
    const why = cause instanceof Error ? cause.message || cause.name : '';
    throw new Error(`[penchant] PostgreSQL cannot be used: ${why}. Correct the address, or the rights of its user.`, {
      cause,
    });
  }

  const group = new Group<Contribution, Added>((contributions) => writeGroup(servers, contributions), {
    maxWaiting,
    maxTogether: MAX_TOGETHER,
  });

  return {
    add: (contribution) => group.add(contribution),
    sums: (site, { from = 0, to = LAST_EPOCH } = {}) =>
      servers.transaction('read', async (client) => {
        const of = [Buffer.from(site), from, Math.min(to, LAST_EPOCH)];
        const rows = new Map<Table, readonly Row[]>();
        for (const table of TABLES) rows.set(table, await read(client, SHAPES[table], of));
        return sumsFrom((table) => rows.get(table) ?? []);
      }),
    epochs: (site) =>
      servers.transaction('read', async (client) => {
        const { rows } = await client.query<Text<'epoch' | 'contributions'>>(EPOCHS, [Buffer.from(site)]);
        return rows.map(({ epoch, contributions }) => ({ epoch: Number(epoch), contributions: Number(contributions) }));
      }),
    forget: (site, epoch) =>
      servers.transaction('write', async (client) => {
        for (const table of ['seen', 'epochs', ...TABLES.map((each) => SHAPES[each].sql)])
          await client.query(`DELETE FROM penchant.${table} WHERE site = $1 AND epoch = $2`, [
            Buffer.from(site),
            epoch,
          ]);
      }),
    keep: (name, value) =>
      servers.transaction('write', async (client) => {
        await client.query('INSERT INTO penchant.kept VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, value]);
        return (await keptIn(client, name)) ?? value;
      }),
    kept: (name) => servers.transaction('read', (client) => keptIn(client, name)),
    async close() {
      await group.close();
      await servers.close();
    },
  };
}

async function keptIn(client: ClientBase, name: string): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string }>('SELECT value FROM penchant.kept WHERE name = $1', [name]);
  return rows[0]?.value;
}

/** The largest number that PostgreSQL's `integer` holds. */
const LAST_EPOCH = 2_147_483_647;

const EPOCHS = 'SELECT epoch, contributions FROM penchant.epochs WHERE site = $1 ORDER BY epoch';

/** The library gives large numbers as text, so that whoever reads them decides what to do when they are too large. */
type Text<Names extends string> = Readonly<Record<Names, string>>;
const exactly = (text: unknown): number => exact(Number(text));

/** A table's sums over some epochs. */
async function read(client: ClientBase, { sql, keys, texts, values }: Shape, of: readonly unknown[]): Promise<Row[]> {
  const totals = values.map((name) => `sum(${name}) AS ${name}`);
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT ${[...keys, ...totals].join(', ')} FROM penchant.${sql}
     WHERE site = $1 AND epoch BETWEEN $2 AND $3 GROUP BY ${keys.join(', ')}`,
    [...of],
  );
  const once = shared();
  const column = (name: string, value: unknown): string | number =>
    texts.has(name) ? once(String(value)) : exactly(value);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, column(name, value)])));
}
