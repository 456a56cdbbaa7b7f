import { stat, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Storage } from './overview-document.js';

const KINDS: Readonly<Record<string, string>> = {
  memory: 'Memory',
  sqlite: 'SQLite',
  postgres: 'PostgreSQL',
  postgresql: 'PostgreSQL',
  clickhouse: 'ClickHouse',
};

/** What kind of store an address names, and how much room it takes where that can be told. Shows no user or host. */
export async function describeStorage(address: string): Promise<Storage> {
  const colon = address.indexOf(':');
  const scheme = address.slice(0, Math.max(colon, 0));
  const kind = KINDS[scheme] ?? 'Another store';
  if (scheme !== 'sqlite') return { kind };
  const path = address.slice(colon + 1);
  const file = basename(path);
  const [main, log] = await Promise.all([path, `${path}-wal`].map(sizeOf)); // the log holds what is not in the file yet
  if (main === undefined) return { kind, file };
  const freeBytes = await freeBeside(path);
  return { kind, file, bytes: main + (log ?? 0), ...(freeBytes === undefined ? {} : { freeBytes }) };
}

const sizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ size }) => size,
    () => undefined,
  );

const freeBeside = (path: string): Promise<number | undefined> =>
  statfs(dirname(path)).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
