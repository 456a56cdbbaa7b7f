import {
  ClickHouseError,
  ClickHouseLogLevel,
  createClient,
  type ClickHouseClient,
  type ClickHouseSettings,
} from '@clickhouse/client';
import { serversOf, type Obstacle } from './servers.js';

const REQUEST_TIMEOUT_MS = 30_000;
const QUORUM_TIMEOUT_MS = 5_000;

/** What `clickhouse://user@one:8123,two:8123/penchant?cluster=town&quorum=2` says. */
export interface ClickHouseAddress {
  readonly clients: readonly ClickHouseClient[];
  readonly database: string;
  /** The cluster whose shards the tables are spread over; one server alone without it. */
  readonly cluster: string | undefined;
}

const NAME = /^[A-Za-z_]\w*$/;

/** @throws Error saying how to mend the address. */
export function readAddress(address: string): ClickHouseAddress {
  const urls = serversOf(address).map((server) => new URL(server.replace(/^clickhouse:/, 'http:')));
  const [first] = urls;
  const database = first?.pathname.slice(1) || 'penchant';
  const cluster = first?.searchParams.get('cluster') ?? undefined;
  const quorum = first?.searchParams.get('quorum') ?? '0';
  for (const [what, name] of [
    ['database', database],
    ['cluster', cluster],
  ] as const)
    if (name !== undefined && !NAME.test(name))
      throw new Error(`[penchant] the ClickHouse ${what} ${name} is not a name: use letters, digits and underscores.`);
  if (!/^\d+$/.test(quorum)) throw new Error(`[penchant] the ClickHouse quorum ${quorum} is not a number of replicas.`);
  return { clients: urls.map((url) => connect(url, quorum)), database, cluster };
}

function connect({ origin, username, password }: URL, quorum: string): ClickHouseClient {
  const clickhouse_settings: ClickHouseSettings = {
    insert_quorum: quorum, //             acknowledged by that many replicas of each shard
    insert_quorum_timeout: QUORUM_TIMEOUT_MS,
    insert_distributed_sync: 1, //        acknowledged by the shards, not by a queue in front of them
    insert_deduplicate: 0, //             a block sent again must reach its quorum again, and not be waved through
  };
  return createClient({
    url: origin,
    request_timeout: REQUEST_TIMEOUT_MS,
    clickhouse_settings,
    keep_alive: { enabled: true, eagerly_destroy_stale_sockets: true }, // a busy process is late to close what the server has closed
    log: { level: ClickHouseLogLevel.OFF }, // it would print whole requests
    ...(username && { username: decodeURIComponent(username), password: decodeURIComponent(password) }),
  });
}

/** Codes after which the same insert may succeed at once: too many queries, too many parts, another insert's quorum. */
const OTHERS: ReadonlySet<string> = new Set(['202', '252', '286']);

/** Codes of servers that cannot reach others: time-outs, networks, ZooKeeper, too few replicas, an insert of unknown end. */
const AWAY: ReadonlySet<string> = new Set(['159', '209', '210', '225', '242', '279', '285', '319', '999']);

/** What an error of ClickHouse, or of the way to it, says about trying again. */
export function obstacleOf(error: unknown): Obstacle {
  if (!(error instanceof Error)) return 'wrong';
  const [, code] = /^Code: (\d+)/.exec(error.message) ?? []; // the library reads the codes of new servers only
  const known = error instanceof ClickHouseError ? error.code : code;
  if (known !== undefined) return OTHERS.has(known) ? 'others' : AWAY.has(known) ? 'away' : 'wrong';
  const isSocket = 'code' in error && /^E(?!RR_)[A-Z_]+$/.test(String(error.code));
  return isSocket || /timeout|socket/i.test(error.message) ? 'away' : 'wrong';
}
