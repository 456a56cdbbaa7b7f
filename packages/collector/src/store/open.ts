import { memoryStore } from './memory.js';
import { sqliteStore } from './sqlite.js';
import type { Store } from './store.js';

/** Every engine, by the scheme that names it. */
const ENGINES: Readonly<Record<string, (place: string) => Store>> = {
  memory: () => memoryStore(),
  sqlite: (file) => sqliteStore(file),
};

/**
 * Opens the store that an address such as `sqlite:penchant.db` or `memory:` names.
 * @throws Error saying how to mend the address, or why it cannot be opened.
 */
export function openStore(address: string): Store {
  const colon = address.indexOf(':');
  const scheme = address.slice(0, Math.max(colon, 0));
  const place = address.slice(colon + 1);
  const open = Object.hasOwn(ENGINES, scheme) ? ENGINES[scheme] : undefined;
  if (!open || (scheme !== 'memory' && place === ''))
    throw new Error(
      `[penchant] --store ${address} is not a store: write sqlite:penchant.db, or memory: to keep nothing.`,
    );
  return open(place);
}
