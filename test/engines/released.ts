import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { memoryStore, type Store } from '@penchant/collector';
import type { Contribution } from '@penchant/core/schema';
import { expectSame } from './load.js';

/** A file of a database that a released version made. */
export const releasedFile = (name: string): string =>
  readFileSync(new URL(`../../packages/collector/src/store/fixtures/${name}`, import.meta.url), 'utf8');

const linesOf = (text: string): string[] => text.trimEnd().split('\n');

/** The store has what the version of these tables added, but for what is left out, knows it again, and takes what is new. */
export async function expectUpgraded(store: Store, version: number, leftOut?: ReadonlySet<string>): Promise<void> {
  const all = linesOf(releasedFile(`contributions-${version}.jsonl`)).map((line) => JSON.parse(line) as Contribution);
  const truth = memoryStore();
  for (const contribution of all) await truth.add(contribution);
  for (const site of ['daily', 'weekly']) await expectSame(store, truth, site, leftOut);
  equal(await store.keep('admin-token', 'new'), 'kept before');
  deepEqual(new Set(await Promise.all(all.map((each) => store.add(each)))), new Set(['duplicate']));
  for (const [i, contribution] of all.entries()) {
    const again = { ...contribution, id: i.toString(16).padStart(32, '0') };
    for (const to of [store, truth]) equal(await to.add(again), 'added');
  }
  for (const site of ['daily', 'weekly']) await expectSame(store, truth, site, leftOut);
}
