import type { ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { findDatabases } from './find.js';
import { end, eventually, launch, newFolder, run } from './processes.js';
import { freePort } from '../free-port.js';

const programs = findDatabases().postgres ?? '';

/** A PostgreSQL server of our own, on a port of its own. */
export class PostgresServer {
  readonly folder: string;
  readonly port: number;
  #process: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  /** A new, empty server that is running. */
  static async create(): Promise<PostgresServer> {
    const server = new PostgresServer(newFolder('penchant-postgres-'), await freePort());
    await run(join(programs, 'initdb'), ['-D', server.#data, '-A', 'trust', '-U', 'postgres', '-N'], server.folder);
    await server.start();
    return server;
  }

  /** A standby that this server waits for at every commit, and that can take its place. */
  async synchronousStandby(): Promise<PostgresServer> {
    const standby = new PostgresServer(newFolder('penchant-standby-'), await freePort());
    const from = ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'postgres'];
    await run(
      join(programs, 'pg_basebackup'),
      [...from, '-D', standby.#data, '-R', '-X', 'stream', '-c', 'fast'],
      standby.folder,
    );
    const primary = `host=127.0.0.1 port=${this.port} user=postgres application_name=standby`;
    appendFileSync(join(standby.#data, 'postgresql.auto.conf'), `primary_conninfo = '${primary}'\n`);
    await standby.start();
    await this.query("ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (standby)'");
    await this.query('SELECT pg_reload_conf()');
    await eventually(async () => {
      const [row] = await this.query('SELECT sync_state FROM pg_stat_replication');
      if (row?.['sync_state'] !== 'sync') throw new Error('the standby is not synchronous yet');
    });
    return standby;
  }

  address(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${this.folder}`, 'max_connections=100'];
    this.#process = launch(
      join(programs, 'postgres'),
      ['-D', this.#data, '-p', String(this.port), ...settings.flatMap((setting) => ['-c', setting])],
      this.folder,
    );
    this.#process.stderr?.resume();
    await eventually(() => this.query('SELECT 1'));
  }

  /** Without a chance to write anything down. Its helper processes notice and end by themselves. */
  async kill(): Promise<void> {
    if (this.#process) await end(this.#process, 'SIGKILL');
  }

  async promote(): Promise<void> {
    await this.query('SELECT pg_promote()');
  }

  async query(sql: string, database = 'postgres'): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.address(database) });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Stops it, and leaves nothing of it behind. */
  async remove(): Promise<void> {
    if (this.#process) await end(this.#process, 'SIGQUIT');
    await rm(this.folder, { recursive: true, maxRetries: 5, retryDelay: 100 });
  }

  get #data(): string {
    return join(this.folder, 'data');
  }
}
