import type { ClickHouseClient } from '@clickhouse/client';
import type { ClickHouseAddress } from './clickhouse-address.js';

/** Where the tables of one collector are. */
export interface ClickHouseTables {
  readonly contributions: string;
  /** The table whose rows are on this server, with the words that change it on every server. */
  readonly shard: string;
  readonly kept: string;
}

/**
 * One row a contribution, with all its cells: what one contribution says is written whole or not at all.
 * A contribution that is sent again is a row with the same key; merges keep one of them, and FINAL reads one of them
 * until then. What the other family
 * counts is zero.
 */
const CONTRIBUTIONS = `(
  site String, epoch UInt32, id String, family Enum8('list' = 1, 'reactions' = 2), list String,
  cells Nested(
    item String, position UInt8, bucket UInt8, impressions UInt64, clicks UInt64, likes UInt64, dislikes UInt64
  )
)`;
// A week of a site is let go of as a whole, without rewriting others; ids are looked up one by one.
const KEY = 'PARTITION BY (epoch, site) ORDER BY (site, epoch, id) SETTINGS index_granularity = 1024';

/** Every value that was ever offered under a name; the first of them is the one that is kept. */
const KEPT = '(name String, value String, at UInt64)';
const KEPT_KEY = 'ORDER BY (name, at, value)';

/** Makes the tables where there are none: on one server, or on every server of a cluster. */
export async function createTables(
  client: ClickHouseClient,
  { database, cluster }: ClickHouseAddress,
): Promise<ClickHouseTables> {
  const contributions = `${database}.contributions`;
  const shard = cluster === undefined ? contributions : `${contributions}_of_shard ON CLUSTER ${cluster}`;
  const tables = { contributions, shard, kept: `${database}.kept` };
  if (await exists(client, database, 'kept')) return tables; // made last; a cluster with a server down makes nothing
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
    `CREATE TABLE IF NOT EXISTS ${contributions} ${onAll} ${CONTRIBUTIONS}
     ENGINE = Distributed(${cluster}, ${database}, contributions_of_shard, sipHash64(id))`,
    `CREATE TABLE IF NOT EXISTS ${kept} ${onAll} ${KEPT}
     ENGINE = ReplicatedReplacingMergeTree('${place}/kept', '{shard}-{replica}') ${KEPT_KEY}`,
  ];
}

async function exists(client: ClickHouseClient, database: string, name: string): Promise<boolean> {
  const query = `SELECT name FROM system.tables WHERE database = '${database}' AND name = '${name}'`;
  const rows = await (await client.query({ query, format: 'JSONEachRow' })).json<{ name: string }>();
  return rows.length > 0;
}
