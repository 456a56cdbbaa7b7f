import { epochOf } from '@penchant/core';
import { Command } from 'commander';
import { openStore, shownAddress } from './store/open.js';
import { backupSqlite, restoreSqlite } from './store/sqlite-backup.js';

/** What the command line can do beside collecting. */
const COMMANDS: ReadonlySet<string> = new Set(['backup', 'restore', 'doctor']);

export const isCommand = (argv: readonly string[]): boolean => COMMANDS.has(argv[0] ?? '');

const STORE = ['--store <address>', 'the store of the collector', 'sqlite:penchant.db'] as const;

/**
 * Runs one command, and says what it did.
 * @throws Error with one line that says what is wrong and how to mend it.
 */
export async function runCommand(argv: readonly string[], say: (line: string) => void): Promise<void> {
  const program = new Command('penchant-collector').exitOverride().configureOutput({ writeErr: () => {} });
  const inherit = (command: Command): Command => command.copyInheritedSettings(program).option(...STORE);
  inherit(program.command('backup').description('copies a SQLite store while the collector runs'))
    .requiredOption('--to <file>', 'the file to make')
    .action(async ({ store, to }: { store: string; to: string }) => {
      await backupSqlite(fileOf(store), to);
      say(`${fileOf(store)} is copied to ${to}, and the copy is sound`);
    });
  inherit(
    program.command('restore').description('puts a copy in the place of a SQLite store; stop the collector first'),
  )
    .requiredOption('--from <file>', 'the copy')
    .action(async ({ store, from }: { store: string; from: string }) => {
      await restoreSqlite(from, fileOf(store));
      say(`${fileOf(store)} is what ${from} was`);
    });
  inherit(program.command('doctor').description('says whether a store can be opened, read and written')).action(
    async ({ store }: { store: string }) => examine(store, say),
  );
  await program.parseAsync(argv, { from: 'user' });
}

function fileOf(store: string): string {
  if (store.startsWith('sqlite:')) return store.slice('sqlite:'.length);
  throw new Error(`[penchant] ${shownAddress(store)} is no SQLite store: use the tools of its own, such as pg_dump.`);
}

async function examine(address: string, say: (line: string) => void): Promise<void> {
  const store = await openStore(address);
  try {
    say(`ok: ${shownAddress(address)} opens, and its tables are this version's`);
    await store.sums('');
    say('ok: sums can be read');
    await store.keep(`penchant-doctor-${epochOf(Date.now())}`, 'was here'); // one row a week, however often it is asked
    say('ok: it can be written');
  } finally {
    await store.close();
  }
}
