import type { ClientBase } from 'pg';

/** No sum grows beyond exact whole numbers (2⁵³ − 1): the statement that would do so fails. */
const sum = (name: string): string => `${name} bigint NOT NULL CHECK (${name} BETWEEN 0 AND 9007199254740991)`;

/** Hot cells are updated with every commit: room on the page keeps their new versions beside the old, out of the index. */
const ROOM = 'WITH (fillfactor = 70)';

/**
 * One step per version of the tables. Steps that were released are never edited; a change is a step of its own. What
 * devices name is kept as UTF-8 bytes: `text` refuses the character U+0000, and depends on the database's encoding.
 */
export const STEPS: readonly string[] = [
  `CREATE TABLE penchant.epochs (
     site bytea NOT NULL, epoch integer NOT NULL, ${sum('contributions')},
     PRIMARY KEY (site, epoch)
   ) ${ROOM};
   CREATE TABLE penchant.seen (
     site bytea NOT NULL, epoch integer NOT NULL, id bytea NOT NULL,
     PRIMARY KEY (site, epoch, id)
   );
   CREATE TABLE penchant.list_sums (
     site bytea NOT NULL, epoch integer NOT NULL, list bytea NOT NULL, item bytea NOT NULL,
     position smallint NOT NULL, bucket smallint NOT NULL,
     ${sum('impressions')}, ${sum('clicks')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, list, item, position, bucket)
   ) ${ROOM};
   CREATE TABLE penchant.reaction_sums (
     site bytea NOT NULL, epoch integer NOT NULL, item bytea NOT NULL,
     ${sum('likes')}, ${sum('dislikes')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, item)
   ) ${ROOM};
   CREATE TABLE penchant.kept (name text PRIMARY KEY, value text NOT NULL);`,
  `CREATE TABLE penchant.loss_sums (
     site bytea NOT NULL, epoch integer NOT NULL, reason bytea NOT NULL,
     ${sum('signals')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, reason)
   ) ${ROOM};
   CREATE TABLE penchant.watch_sums (
     site bytea NOT NULL, epoch integer NOT NULL, duration smallint NOT NULL, coverage smallint NOT NULL,
     ${sum('plays')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, duration, coverage)
   ) ${ROOM};
   CREATE TABLE penchant.dwell_sums (
     site bytea NOT NULL, epoch integer NOT NULL, place bytea NOT NULL, device bytea NOT NULL, time smallint NOT NULL,
     ${sum('dwells')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, place, device, time)
   ) ${ROOM};
   CREATE TABLE penchant.pair_sums (
     site bytea NOT NULL, epoch integer NOT NULL, item bytea NOT NULL, other bytea NOT NULL,
     ${sum('devices')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, item, other)
   ) ${ROOM};`,
  `CREATE TABLE penchant.purchase_sums (
     site bytea NOT NULL, epoch integer NOT NULL, item bytea NOT NULL,
     ${sum('purchases')}, ${sum('returns')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, item)
   ) ${ROOM};`,
  `ALTER TABLE penchant.list_sums
     ADD COLUMN ${sum('clicked')} DEFAULT 0, ADD COLUMN ${sum('below')} DEFAULT 0,
     ADD COLUMN ${sum('continued')} DEFAULT 0;`,
];

/** Any number that no other program on the database locks: "penchant" in ASCII, as far as it fits. */
const MIGRATION_LOCK = 0x70656e63;

/**
 * Brings the tables to this version, inside the transaction that is open on the client. Of several collectors that start
 * together one migrates, and the others wait for it.
 * @throws Error when a newer collector made the tables; they are left as they were.
 */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const version = await versionOf(client);
  if (version > STEPS.length)
    throw new Error(
      `[penchant] the database was written by a newer collector (tables ${version}, this one knows ${STEPS.length}). Upgrade the collector, or name another database.`,
    );
  if (version === STEPS.length) return; // nothing to do also needs no right to do it
  if (version === 0)
    await client.query(
      'CREATE SCHEMA IF NOT EXISTS penchant; CREATE TABLE penchant.version (tables integer NOT NULL); INSERT INTO penchant.version VALUES (0)',
    );
  for (const step of STEPS.slice(version)) await client.query(step);
  await client.query('UPDATE penchant.version SET tables = $1', [STEPS.length]);
}

/** The version of the tables that are there; 0 when there are none. */
async function versionOf(client: ClientBase): Promise<number> {
  const { rows } = await client.query("SELECT 1 WHERE to_regclass('penchant.version') IS NOT NULL");
  if (rows.length === 0) return 0;
  const { rows: versions } = await client.query<{ tables: number }>('SELECT tables FROM penchant.version');
  return versions[0]?.tables ?? 0;
}
