import type { Contribution } from '@penchant/core/schema';
import pg, { type ClientBase } from 'pg';
import { fold, type Folded } from './fold.js';
import type { PostgresServers } from './postgres-servers.js';
import { SumOverflow, type Added } from './store.js';
import { SHAPES, TABLES, type Shape } from './tables.js';

const SEE = `INSERT INTO penchant.seen SELECT * FROM unnest($1::bytea[], $2::integer[], $3::bytea[])
  ON CONFLICT DO NOTHING RETURNING site, epoch, id`;

const COUNT_EPOCHS = `INSERT INTO penchant.epochs AS old SELECT * FROM unnest($1::bytea[], $2::integer[], $3::bigint[])
  ON CONFLICT (site, epoch) DO UPDATE SET contributions = old.contributions + excluded.contributions`;

/** Adds rows of a table, one array a column. */
function adding({ sql, keys, texts, values }: Shape): string {
  const types = [
    'bytea',
    'integer',
    ...keys.map((name) => (texts.has(name) ? 'bytea' : 'smallint')),
    ...values.map(() => 'bigint'),
  ];
  return `INSERT INTO penchant.${sql} AS old (site, epoch, ${[...keys, ...values].join(', ')})
    SELECT * FROM unnest(${types.map((type, i) => `$${i + 1}::${type}[]`).join(', ')})
    ON CONFLICT (site, epoch, ${keys.join(', ')}) DO UPDATE SET
    ${values.map((name) => `${name} = old.${name} + excluded.${name}`).join(', ')}`;
}

const ADDERS = TABLES.map((table) => {
  const shape = SHAPES[table];
  const columns = [...shape.keys, ...shape.values];
  const rowsOf = ({ site, epoch, rows }: Folded): Columns[] =>
    rows(table).map((row) => [site, epoch, ...columns.map((name) => row[name] ?? 0)]);
  return { statement: adding(shape), rowsOf };
});

/**
 * Writes a whole group in one transaction, in which it is told apart what was seen before and the rest is added up. One
 * that cannot be added leaves nothing, and does not keep the others back.
 */
export async function writeGroup(
  servers: PostgresServers,
  group: readonly Contribution[],
): Promise<readonly PromiseSettledResult<Added>[]> {
  try {
    const added = await servers.transaction('write', (client) => addTogether(client, group));
    return added.map((value) => ({ status: 'fulfilled', value }));
  } catch (error) {
    if (!isOverflow(error)) throw error;
    const [only] = group;
    if (group.length > 1 || !only) return writeEach(servers, group);
    return [{ status: 'rejected', reason: new SumOverflow('a sum would not be exact', { cause: error }) }];
  }
}

async function writeEach(
  servers: PostgresServers,
  group: readonly Contribution[],
): Promise<readonly PromiseSettledResult<Added>[]> {
  const results: PromiseSettledResult<Added>[] = [];
  for (const contribution of group) results.push(...(await writeGroup(servers, [contribution])));
  return results;
}

/**
 * All collectors lock rows in the same order, of tables and within each: whoever waits for another is never waited for.
 * The epochs are written even when nothing was added: a commit that writes waits for the standby to have all that was
 * written before, so that "duplicate" promises as much as "added".
 */
async function addTogether(client: ClientBase, group: readonly Contribution[]): Promise<Added[]> {
  const ids = inOrder(group.map(({ site, epoch, id }) => [site, epoch, id] as const));
  const { rows } = await client.query<{ site: Buffer; epoch: number; id: Buffer }>(SEE, [
    ids.map(([site]) => Buffer.from(site)),
    ids.map(([, epoch]) => epoch),
    ids.map(([, , id]) => Buffer.from(id, 'hex')),
  ]);
  const fresh = new Set(rows.map(({ site, epoch, id }) => `${id.toString('hex')} ${epoch} ${site.toString()}`));
  const isFirst = ({ site, epoch, id }: Contribution): boolean => fresh.delete(`${id} ${epoch} ${site}`);
  const added = group.map((contribution): Added => (isFirst(contribution) ? 'added' : 'duplicate'));

  const folded = fold(group.filter((_, i) => added[i] === 'added'));
  await insert(client, COUNT_EPOCHS, countsOf(group, folded));
  for (const { statement, rowsOf } of ADDERS) await insert(client, statement, folded.flatMap(rowsOf));
  return added;
}

type Columns = readonly (string | number)[];

/** How many contributions are new to each epoch that the group speaks of, be it none. */
function countsOf(group: readonly Contribution[], folded: readonly Folded[]): Columns[] {
  const counts = new Map<string, Columns>();
  for (const { site, epoch } of group) counts.set(`${epoch} ${site}`, [site, epoch, 0]);
  for (const { site, epoch, contributions } of folded) counts.set(`${epoch} ${site}`, [site, epoch, contributions]);
  return [...counts.values()];
}

/** Inserts rows in order, as one array a column; text goes as bytes. */
async function insert(client: ClientBase, statement: string, rows: readonly Columns[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const sorted = inOrder(rows);
  const columns = first.map((_, i) => sorted.map((row) => row[i]));
  const bytes = (value: string | number | undefined) => (typeof value === 'string' ? Buffer.from(value) : value);
  await client.query(
    statement,
    columns.map((column) => column.map(bytes)),
  );
}

/** Any order will do that every collector agrees on. */
function inOrder<T extends Columns>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => {
    const i = a.findIndex((value, column) => value !== b[column]);
    const [one, other] = [a[i], b[i]];
    return one === undefined || other === undefined ? 0 : one < other ? -1 : 1;
  });
}

/** The tables' one check is that every sum stays exact. */
const isOverflow = (error: unknown): boolean =>
  error instanceof SumOverflow || (error instanceof pg.DatabaseError && error.code === '23514');
