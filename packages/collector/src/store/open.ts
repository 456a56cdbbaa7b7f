import { memoryStore } from './memory.js';
import { sqliteStore } from './sqlite.js';
import type { Store } from './store.js';

/** Every engine, by the scheme that names it. Those that need a server's library load it only when it is asked for. */
const ENGINES: Readonly<Record<string, (place: string, address: string) => Store | Promise<Store>>> = {
  memory: () => memoryStore(),
  sqlite: (file) => sqliteStore(file),
  postgres: async (_, address) => (await import('./postgres.js')).postgresStore(address),
  postgresql: async (_, address) => (await import('./postgres.js')).postgresStore(address),
  clickhouse: async (_, address) => (await import('./clickhouse.js')).clickhouseStore(address),
};

/** An address without its password, for logs and people. */
export const shownAddress = (address: string): string =>
  address.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1:…@').replace(/([?&]password=)[^&]*/, '$1…');

/**
 * Opens the store that an address names: `sqlite:penchant.db`, `postgres://user@host/penchant`,
 * `clickhouse://user@host/penchant`, or `memory:`.
 * @throws Error saying how to mend the address, or why it cannot be opened.
 */
export async function openStore(address: string): Promise<Store> {
  const colon = address.indexOf(':');
  const scheme = address.slice(0, Math.max(colon, 0));
  const place = address.slice(colon + 1);
  const open = Object.hasOwn(ENGINES, scheme) ? ENGINES[scheme] : undefined;
  if (!open || (scheme !== 'memory' && place === ''))
    throw new Error(
      `[penchant] --store ${shownAddress(address)} is not a store: write sqlite:penchant.db, postgres://user@host/penchant, clickhouse://user@host/penchant, or memory: to keep nothing.`,
    );
  return open(place, address);
}
