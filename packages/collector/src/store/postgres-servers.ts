import pg, { type ClientBase, type Pool } from 'pg';
import { Servers, serversOf, type Obstacle } from './servers.js';

const CONNECT_TIMEOUT_MS = 3_000;
const QUERY_TIMEOUT_MS = 30_000;
const CONNECTIONS = 4; // one commits at a time; the others read

/** What a transaction begins with. Whatever the server's default, a commit is durable, on the standby too if there is one. */
const BEGIN = {
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  write: 'BEGIN; SET LOCAL synchronous_commit TO on',
} as const;

/**
 * Connections to whichever of the servers takes writes just now. Transactions are tried again after a deadlock, a lost
 * connection, a restart, or a standby's promotion.
 */
export class PostgresServers {
  readonly #servers: Servers<Pool>;

  constructor(address: string) {
    this.#servers = new Servers(serversOf(address).map(connect), obstacleOf);
  }

  transaction<T>(kind: keyof typeof BEGIN, run: (client: ClientBase) => Promise<T>): Promise<T> {
    return this.#servers.work((pool) => transactionOn(pool, BEGIN[kind], run));
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.all.map((pool) => pool.end()));
  }
}

function connect(connectionString: string): Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'penchant-collector',
  });
  pool.on('error', () => {}); // an idle connection was lost: the pool makes another when one is needed
  pool.on('connect', (client) => client.on('error', () => {})); // one in use: its query says so
  return pool;
}

async function transactionOn<T>(pool: Pool, begin: string, run: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: Error | boolean = true; // a connection in an unknown state is not used again
  try {
    await client.query(begin);
    const result = await run(client);
    await client.query('COMMIT');
    failure = false;
    return result;
  } catch (error) {
    if (!isConnection(error))
      await client.query('ROLLBACK').then(
        () => (failure = false),
        () => {},
      );
    throw error;
  } finally {
    client.release(failure);
  }
}

/** SQLSTATEs after which the same transaction may succeed: serialization failure, deadlock. */
const CONTENDED: ReadonlySet<string> = new Set(['40001', '40P01']);

/** SQLSTATEs of a server that is no primary (any more, or yet) or is full, and the class of broken connections. */
const AWAY = /^(25006|57P0[123]|53300|08...)$/;

function obstacleOf(error: unknown): Obstacle {
  if (isConnection(error)) return 'away';
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (CONTENDED.has(code)) return 'others';
  return AWAY.test(code) ? 'away' : 'wrong';
}

/** Errors of sockets have a code; those of the library itself have only words. */
const isConnection = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof pg.DatabaseError) &&
  (('code' in error && /^E(?!RR_)[A-Z_]+$/.test(String(error.code))) ||
    /connection|timeout|not queryable/i.test(error.message));
