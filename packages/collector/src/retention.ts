import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { epochOf } from '@penchant/core';
import { exportEpoch } from './routes/export.js';
import type { Store } from './store/store.js';

export interface RetentionOptions {
  readonly store: Store;
  readonly sites: Iterable<string>;
  readonly clock: () => number;
  /** How many whole weeks before the current one are kept. */
  readonly weeks: number;
  /** The folder that gets the sums of a week before they are deleted. */
  readonly archive: string;
}

/** One week more than is admitted: another collector's clock may be behind. */
const SLACK_EPOCHS = 1;

/**
 * Lets go of what is older than it should be kept, each epoch after its sums are safe in the archive:
 * `daily-2900.jsonl.gz`. It may be interrupted anywhere: the next time goes on from there. Nothing ages by this machine's
 * clock alone, which may be years ahead: time has come as far as devices have told of.
 */
export async function retire({ store, sites, clock, weeks, archive }: RetentionOptions): Promise<string[]> {
  const held: { readonly site: string; readonly epoch: number }[] = [];
  for (const site of sites) for (const { epoch } of await store.epochs(site)) held.push({ site, epoch });
  const newest = held.reduce((most, { epoch }) => Math.max(most, epoch), 0);
  const oldest = Math.min(epochOf(clock()), newest) - weeks - SLACK_EPOCHS;
  const retired: string[] = [];
  await mkdir(archive, { recursive: true });
  for (const { site, epoch } of held)
    if (epoch < oldest) {
      const file = join(archive, `${site}-${epoch}.jsonl.gz`);
      // One that is there was whole when it got its name; the sums may be half deleted by now.
      if (!existsSync(file)) await write(file, exportEpoch(store, site, epoch, 'jsonl'));
      await store.forget(site, epoch);
      retired.push(file);
    }
  return retired;
}

/** The file has its name only once the disk has all of it. */
async function write(file: string, lines: AsyncIterable<string>): Promise<void> {
  const handle = await open(`${file}.part`, 'w');
  try {
    let text = '';
    for await (const part of lines) text += part;
    await handle.writeFile(await promisify(gzip)(text));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}
