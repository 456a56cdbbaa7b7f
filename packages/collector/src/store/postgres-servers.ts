import { setTimeout as sleep } from 'node:timers/promises';
import pg, { type ClientBase, type Pool } from 'pg';
import { StoreBusy } from './store.js';

const CONNECT_TIMEOUT_MS = 3_000;
const QUERY_TIMEOUT_MS = 30_000;
const CONNECTIONS = 4; //     one commits at a time; the others read

/** How long one transaction is tried again, and the pause before the second try; each later pause is twice as long. */
const TRY_FOR_MS = 8_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/** What a transaction begins with. Whatever the server's default, a commit is durable, on the standby too if there is one. */
const BEGIN = {
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  write: 'BEGIN; SET LOCAL synchronous_commit TO on',
} as const;

/**
 * One address for each server of `postgres://user@one:5432,two:5432/penchant`: the primary, and the standbys that may
 * take its place.
 */
export function serversOf(address: string): string[] {
  const [, before = '', hosts = '', after = ''] = /^(\w+:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/.exec(address) ?? [];
  return hosts.split(',').map((host) => `${before}${host}${after}`);
}

/**
 * Connections to whichever of the servers takes writes just now. Transactions on them are tried again when that is all
 * it takes: after a deadlock, a lost connection, a restart, or a standby's promotion. Such a transaction may run twice,
 * because the answer to a commit can get lost: it must change nothing the second time.
 */
export class PostgresServers {
  readonly #pools: readonly Pool[];
  #current = 0;

  constructor(address: string) {
    this.#pools = serversOf(address).map((connectionString) => {
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
    });
  }

  async transaction<T>(kind: keyof typeof BEGIN, run: (client: ClientBase) => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + TRY_FOR_MS;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const tried = this.#current;
      try {
        return await transactionOn(this.#pool(tried), BEGIN[kind], run);
      } catch (error) {
        const why = explain(error);
        if (why === 'wrong') throw error;
        if (why === 'away' && tried === this.#current) this.#current = (tried + 1) % this.#pools.length;
        if (performance.now() > giveUpAt)
          throw why === 'contended' ? new StoreBusy('others write the same', { cause: error }) : error;
        await sleep(pauseMs * (0.5 + Math.random() / 2)); // collectors that met do not meet again
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#pools.map((pool) => pool.end()));
  }

  #pool(index: number): Pool {
    const pool = this.#pools[index];
    if (!pool) throw new Error('[penchant] a PostgreSQL address names no server.');
    return pool;
  }
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

/** SQLSTATEs of a server that is no primary (any more, or yet), and the class of broken connections. */
const AWAY = /^(25006|57P0[123]|53300|08...)$/;

function explain(error: unknown): 'contended' | 'away' | 'wrong' {
  if (isConnection(error)) return 'away';
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (CONTENDED.has(code)) return 'contended';
  return AWAY.test(code) ? 'away' : 'wrong';
}

/** Errors of sockets have a code; those of the library itself have only words. */
const isConnection = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof pg.DatabaseError) &&
  (('code' in error && /^E(?!RR_)[A-Z_]+$/.test(String(error.code))) ||
    /connection|timeout|not queryable/i.test(error.message));
