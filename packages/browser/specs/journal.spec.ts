import { afterAll, describe } from 'vitest';
import { journalContract } from '../src/journal/contract.js';
import { indexedDbJournal } from '../src/journal/indexeddb.js';

const names: string[] = [];
const fresh = (): string => {
  names.push(`journal ${crypto.randomUUID()}`);
  return names.at(-1) ?? '';
};

afterAll(() => names.forEach((name) => indexedDB.deleteDatabase(name)));

describe('IndexedDB journal in a real browser', () =>
  journalContract(() => indexedDbJournal(fresh()), {
    reopen: () => indexedDbJournal(names.at(-1) ?? ''),
  }));
