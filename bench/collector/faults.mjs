// What breaks, and whether anything is lost: the collector as it is installed, killed, flooded, filled up and lied to.
// `pnpm build && node bench/collector/faults.mjs`; `--short` for a minute's worth, names (`kills lies`) for some alone.
// PENCHANT_BENCH_STORE is another store, a fresh one; PENCHANT_BENCH_RESTART a command that restarts its database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bombs } from './faults/bombs.mjs';
import { fullDisk } from './faults/full-disk.mjs';
import { idle } from './faults/idle.mjs';
import { kills } from './faults/kills.mjs';
import { lies } from './faults/lies.mjs';
import { restarts } from './faults/restarts.mjs';
import { slow } from './faults/slow.mjs';

const { PENCHANT_BENCH_STORE: given, PENCHANT_BENCH_RESTART: command } = process.env;
const asked = process.argv.slice(2);
const isShort = asked.includes('--short');
const names = asked.filter((name) => !name.startsWith('--'));
const size = (whole, short) => (isShort ? short : whole);

const folder = mkdtempSync(join(tmpdir(), 'penchant-faults-'));
const other = `sqlite:${join(folder, 'other.db')}`;
const FAULTS = {
  kills: () => kills({ store: given ?? `sqlite:${join(folder, 'kills.db')}`, times: size(20, 2) }),
  lies: () => lies({ store: other, times: size(100_000, 3_000) }),
  bombs: () => bombs({ store: other, times: size(2_000, 100) }),
  slow: () => slow({ store: other, connections: size(1_000, 100) }),
  idle: () => idle({ store: other, connections: size(10_000, 5_000) }),
  fullDisk,
  ...(command && { restarts: () => restarts({ store: given, command, times: size(5, 1) }) }),
};

console.log(`| ${given?.split(':')[0] ?? 'SQLite'} | |\n|---|---|`);
for (const [name, fault] of Object.entries(FAULTS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const { what, holds, result } = await fault();
  console.log(`| ${what} | ${result}${holds ? '' : ' **DOES NOT HOLD**'} |`);
  if (!holds) process.exitCode = 1;
}
rmSync(folder, { recursive: true });
