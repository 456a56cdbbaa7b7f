import { retells, type Observation } from '@penchant/core';
import { leftIn, readLeft } from './left.js';
import { noteIn, type JournalDatabase } from './schema.js';
import { transact } from './transact.js';

/** Keys of what was recovered that are remembered. */
const RECOVERED = 100;

/** The act that a signal tells of; any other signal is itself, to the last letter. */
const nameOf = ({ signal }: Observation): string => retells(signal) ?? JSON.stringify(signal);

/**
 * Takes in the signals that pages left, each once: what was being written when its page was left may be in the journal as
 * well. Says how many there were.
 */
export async function recover(
  db: JournalDatabase,
  database: string,
  refuse: (value: unknown) => unknown,
): Promise<number> {
  if (leftIn(database).length === 0) return 0;
  const [keys, news] = await transact(
    db.transaction(['signals', 'meta'], 'readwrite', { durability: 'strict' }),
    async (transaction) => {
      const [signals, meta] = [transaction.objectStore('signals'), transaction.objectStore('meta')];
      const before = (await noteIn(meta, 'recovered')) ?? [];
      const left = leftIn(database); // once it is this transaction's turn: another tab may have been faster, or forgotten all
      const late = left.filter((key) => !before.includes(key));
      const found = new Map<string, Observation>();
      for (const each of late.flatMap((key) => readLeft(key, refuse))) {
        const name = nameOf(each);
        if (each.signal.at >= (found.get(name)?.signal.at ?? 0)) found.set(name, each);
      }
      const items = new Set([...found.values()].map(({ signal }) => signal.item));
      for (const each of (await signals.getAll()).flat()) if (items.has(each.signal.item)) found.delete(nameOf(each));
      await Promise.all([
        found.size > 0 && signals.add([...found.values()]),
        meta.put([...before, ...late].slice(-RECOVERED), 'recovered'),
      ]);
      return [left, found.size];
    },
  );
  for (const key of keys) localStorage.removeItem(key);
  return news;
}

/** Takes it in now, whenever another page leaves some, and when this page comes into sight again; until `signal` says that the journal is closed. */
export function recovering(
  db: JournalDatabase,
  database: string,
  signal: AbortSignal,
  refuse: (value: unknown) => unknown = () => true,
  onFound?: () => unknown,
): void {
  if (signal.aborted) return;
  const look = (): void => {
    recover(db, database, refuse).then(
      (found) => found > 0 && onFound?.(),
      () => undefined, // what pages left stays for the next journal
    );
  };
  look();
  addEventListener('storage', ({ key }) => key?.startsWith(database) && look(), { signal });
  addEventListener('pageshow', look, { signal });
  document.addEventListener('visibilitychange', () => document.hidden || look(), { signal });
}
