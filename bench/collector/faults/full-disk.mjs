import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Books } from './books.mjs';
import { Installed, SENDERS, byMany } from './installed.mjs';

/** A disk that is filled up under load, and freed again. It is a small file system in memory, which only root may mount. */
export async function fullDisk() {
  const what = 'full disk';
  const disk = mkdtempSync(join(tmpdir(), 'penchant-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    rmSync(disk, { recursive: true });
    return { what, holds: true, result: 'not tried: it takes root to mount a small disk' };
  }
  try {
    return { what, ...(await fillAndFree(disk)) };
  } finally {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true });
  }
}

async function fillAndFree(disk) {
  const collector = await Installed.start(`sqlite:${join(disk, 'full.db')}`);
  const books = new Books();
  const statuses = new Map();
  const send = async () => {
    const status = await books.send(collector);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  await byMany(500, send);
  const filler = join(disk, 'filler');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - 4 * bsize));
  await byMany(4_000, send);
  const wasReady = await collector.isReady();
  rmSync(filler);
  const since = performance.now();
  let isReady = false;
  while (!isReady && performance.now() - since < 30_000) {
    await send();
    isReady = await collector.isReady();
    await sleep(200);
  }
  const seconds = (performance.now() - since) / 1_000;
  await byMany(SENDERS, send);
  const { holds, result } = await books.close(collector);
  await collector.end();
  const said = [...statuses].map(([status, many]) => `${many} × ${status}`).join(', ');
  return {
    holds: holds && !wasReady && (statuses.get('unavailable') ?? 0) > 0 && seconds < 15,
    result: `${said}; ready again ${seconds.toFixed(1)} s after there was room; ${result}`,
  };
}
