import 'fake-indexeddb/auto';
import { describe } from 'vitest';
import { journalContract } from './contract.js';
import { indexedDbJournal } from './indexeddb.js';
import { memoryJournal } from './memory.js';

let name = 0;

describe('memory journal', () => journalContract(async () => memoryJournal()));

describe('IndexedDB journal', () =>
  journalContract(() => indexedDbJournal(`journal ${++name}`), {
    reopen: () => indexedDbJournal(`journal ${name}`),
  }));
