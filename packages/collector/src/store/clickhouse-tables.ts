import type { ClickHouseClient } from '@clickhouse/client';
import type { ClickHouseAddress } from './clickhouse-address.js';

/** Where the tables of one collector are. */
export interface ClickHouseTables {
  readonly contributions: string;
  /** The table whose rows are on this server, with the words that change it on every server. */
  readonly shard: string;
  readonly kept: string;
}

const FAMILY =
  "Enum8('list' = 1, 'reactions' = 2, 'losses' = 3, 'watch' = 4, 'dwell' = 5, 'pairs' = 6, 'purchases' = 7)";

/** What each cell holds, by name. The tables of the first version had the first seven. */
const CELLS: Readonly<Record<string, string>> = {
  item: 'String',
  position: 'UInt8',
  bucket: 'UInt8',
  impressions: 'UInt64',
  clicks: 'UInt64',
  likes: 'UInt64',
  dislikes: 'UInt64',
  reason: 'String',
  signals: 'UInt64',
  duration: 'UInt8',
  coverage: 'UInt8',
  plays: 'UInt64',
  place: 'String',
  device: 'String',
  time: 'UInt8',
  dwells: 'UInt64',
  other: 'String',
  devices: 'UInt64',
  purchases: 'UInt64',
  returns: 'UInt64',
};

/**
 * One row a contribution, with all its cells: what one contribution says is written whole or not at all.
 * A contribution that is sent again is a row with the same key; merges keep one of them, and FINAL reads one of them
 * until then. What other families hold is empty, or zero.
 */
const CONTRIBUTIONS = `(
  site String, epoch UInt32, id String, family ${FAMILY}, list String,
  cells Nested(${Object.entries(CELLS)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')})
)`;
// A week of a site is let go of as a whole, without rewriting others; ids are looked up one by one.
const KEY = 'PARTITION BY (epoch, site) ORDER BY (site, epoch, id) SETTINGS index_granularity = 1024';

/** Every value that was ever offered under a name; the first of them is the one that is kept. */
const KEPT = '(name String, value String, at UInt64)';
const KEPT_KEY = 'ORDER BY (name, at, value)';

/** Makes the tables where there are none, and brings older ones to this version: on one server, or on all of a cluster. */
export async function createTables(
  client: ClickHouseClient,
  { database, cluster }: ClickHouseAddress,
): Promise<ClickHouseTables> {
  const contributions = `${database}.contributions`;
  const shard = cluster === undefined ? contributions : `${contributions}_of_shard ON CLUSTER ${cluster}`;
  const tables = { contributions, shard, kept: `${database}.kept` };
  if (await exists(client, database, 'kept')) {
    // made last; a cluster with a server down makes nothing
    await upgrade(client, database, cluster, tables);
    return tables;
  }
  const statements = cluster === undefined ? onOne(database, tables) : onCluster(database, cluster, tables);
  for (const query of statements) await client.command({ query });
  return tables;
}

const onOne = (database: string, { contributions, kept }: ClickHouseTables): string[] => [
  `CREATE DATABASE IF NOT EXISTS ${database}`,
  `CREATE TABLE IF NOT EXISTS ${contributions} ${CONTRIBUTIONS} ENGINE = ReplacingMergeTree ${KEY}`,
  `CREATE TABLE IF NOT EXISTS ${kept} ${KEPT} ENGINE = ReplacingMergeTree ${KEPT_KEY}`,
];

/** A contribution belongs to one shard, by its id. What is kept is the same everywhere: every server is a replica of it. */
function onCluster(database: string, cluster: string, { contributions, shard, kept }: ClickHouseTables): string[] {
  const place = `/clickhouse/tables/${database}`;
  const onAll = `ON CLUSTER ${cluster}`;
  return [
    `CREATE DATABASE IF NOT EXISTS ${database} ${onAll}`,
    `CREATE TABLE IF NOT EXISTS ${shard} ${CONTRIBUTIONS}
     ENGINE = ReplicatedReplacingMergeTree('${place}/contributions/{shard}', '{replica}') ${KEY}`,
    spreading(database, cluster, contributions),
    `CREATE TABLE IF NOT EXISTS ${kept} ${onAll} ${KEPT}
     ENGINE = ReplicatedReplacingMergeTree('${place}/kept', '{shard}-{replica}') ${KEPT_KEY}`,
  ];
}

/**
 * Adds what cells of an older version lack; rows that are there are read as if it were empty, or zero. The table that
 * spreads a cluster's rows holds none itself, and cannot be altered: it is made anew.
 */
async function upgrade(
  client: ClickHouseClient,
  database: string,
  cluster: string | undefined,
  { contributions, shard }: ClickHouseTables,
): Promise<void> {
  const missing = async (table: string): Promise<string[]> => {
    const query = `SELECT name FROM system.columns WHERE database = '${database}' AND table = '${table}'`;
    const rows = await (await client.query({ query, format: 'JSONEachRow' })).json<{ name: string }>();
    const there = new Set(rows.map(({ name }) => name));
    return Object.keys(CELLS).filter((name) => !there.has(`cells.${name}`));
  };
  const place = cluster === undefined ? 'contributions' : 'contributions_of_shard';
  const names = await missing(place);
  if (names.length > 0) {
    const added = names.map((name) => `ADD COLUMN cells.${name} Array(${CELLS[name]})`);
    const query = `ALTER TABLE ${shard} MODIFY COLUMN family ${FAMILY}, ${added.join(', ')}`;
    await client.command({ query }).catch(async (error: unknown) => {
      if ((await missing(place)).length > 0) throw error; // or else another collector did it in the same moment
    });
  }
  if (cluster === undefined || (await missing('contributions')).length === 0) return;
  await client.command({ query: `DROP TABLE IF EXISTS ${contributions} ON CLUSTER ${cluster}` });
  await client.command({ query: spreading(database, cluster, contributions) });
}

const spreading = (database: string, cluster: string, contributions: string): string =>
  `CREATE TABLE IF NOT EXISTS ${contributions} ON CLUSTER ${cluster} ${CONTRIBUTIONS}
   ENGINE = Distributed(${cluster}, ${database}, contributions_of_shard, sipHash64(id))`;

async function exists(client: ClickHouseClient, database: string, name: string): Promise<boolean> {
  const query = `SELECT name FROM system.tables WHERE database = '${database}' AND name = '${name}'`;
  const rows = await (await client.query({ query, format: 'JSONEachRow' })).json<{ name: string }>();
  return rows.length > 0;
}
