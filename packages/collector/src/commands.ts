import { epochOf } from '@penchant/core';
import { Command } from 'commander';
import { configOption, fillIn, storeOption } from './config.js';
import { openStore, shownAddress } from './store/open.js';
import { backupSqlite, restoreSqlite } from './store/sqlite-backup.js';
import { checkUp } from './store/sqlite-checkup.js';
import { tableVersions, tryUpgrade } from './store/sqlite-upgrade.js';

/** What the command line can do beside collecting. */
const COMMANDS: ReadonlySet<string> = new Set(['backup', 'restore', 'migrate', 'doctor']);

export const isCommand = (argv: readonly string[]): boolean => COMMANDS.has(argv[0] ?? '');

type Say = (line: string) => void;

/**
 * Runs one command, and says what it did.
 * @throws Error with one line that says what is wrong and how to mend it.
 */
export async function runCommand(argv: readonly string[], say: Say): Promise<void> {
  const program = new Command('penchant-collector').exitOverride().configureOutput({ writeErr: () => {} });
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .allowExcessArguments(false)
      .addOption(configOption())
      .addOption(storeOption())
      .hook('preAction', (_, called) => void fillIn(called));
  command('backup', 'copies a SQLite store while the collector runs')
    .requiredOption('--to <file>', 'the file to make')
    .action(async ({ store, to }: { store: string; to: string }) => {
      const file = fileOf(store, 'use the tools of its own, such as pg_dump');
      await backupSqlite(file, to);
      say(`${file} is copied to ${to}, and the copy is sound`);
    });
  command('restore', 'puts a copy in the place of a SQLite store; stop the collector first')
    .requiredOption('--from <file>', 'the copy')
    .action(async ({ store, from }: { store: string; from: string }) => {
      const file = fileOf(store, 'use the tools of its own, such as pg_restore');
      await restoreSqlite(from, file);
      say(`${file} is what ${from} was`);
    });
  command('migrate', 'brings a store to the tables of this version, as starting the collector does')
    .option('--dry-run', 'try it on a copy of a SQLite store, and change nothing')
    .action(async ({ store, dryRun }: { store: string; dryRun?: true }) =>
      dryRun ? tryOut(store, say) : migrate(store, say),
    );
  command('doctor', 'says whether a store is sound, and can be read and written').action(
    async ({ store }: { store: string }) => examine(store, say),
  );
  await program.parseAsync(argv, { from: 'user' });
}

const SQLITE = 'sqlite:';

function fileOf(store: string, otherwise: string): string {
  const file = store.startsWith(SQLITE) ? store.slice(SQLITE.length) : '';
  if (file !== '' && file !== ':memory:') return file;
  throw new Error(`[penchant] ${shownAddress(store)} is no SQLite store: ${otherwise}.`);
}

async function tryOut(store: string, say: Say): Promise<void> {
  const file = fileOf(store, '--dry-run is for SQLite; try migrate on a copy that its own tools made');
  const { has, writes } = tableVersions(file);
  if (has === writes) return say(`${file} has the tables of this version (${has}): nothing to do`);
  const tookMs = await tryUpgrade(file);
  say(
    `${file} would go from tables ${has} to ${writes}: on a copy it took ${Math.ceil(tookMs)} ms, and the copy is sound`,
  );
}

async function migrate(store: string, say: Say): Promise<void> {
  if (store.startsWith(SQLITE)) tableVersions(fileOf(store, '')); // a name that was mistyped must not become a new store
  await (await openStore(store)).close();
  say(`${shownAddress(store)} has the tables of this version`);
}

async function examine(address: string, say: Say): Promise<void> {
  if (address.startsWith(SQLITE)) {
    const file = fileOf(address, 'there is nothing to examine');
    const { has, writes } = tableVersions(file);
    if (has < writes)
      throw new Error(
        `[penchant] ${file} has tables ${has}, this version's are ${writes}: penchant-collector migrate.`,
      );
    if (has === writes) for (const line of checkUp(file)) say(`ok: ${line}`);
  }
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
