import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EPOCH_MS } from '@penchant/core';
import { noSums } from '@penchant/core/estimate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { retire } from './retention.js';
import { memoryStore } from './store/memory.js';
import type { Store } from './store/store.js';
import { contribution, send, testCollector, THIS_WEEK } from './testing.js';

function stage() {
  const archive = mkdtempSync(join(tmpdir(), 'penchant-archive-'));
  onTestFinished(() => rmSync(archive, { recursive: true }));
  const clock = () => (THIS_WEEK + 0.5) * EPOCH_MS;
  const run = (store: Store, sites = ['daily']) => retire({ store, sites, clock, weeks: 3, archive });
  return { archive, run };
}
const OLD = THIS_WEEK - 5;

describe('retire', () => {
  it('puts the sums of old epochs into the archive, and lets go of them only', async () => {
    const { archive, run } = stage();
    const store = memoryStore();
    for (const epoch of [OLD, OLD + 1, THIS_WEEK]) await store.add(contribution(1, { epoch }));
    expect(await run(store)).toEqual([join(archive, `daily-${OLD}.jsonl.gz`)]);
    const text = gunzipSync(readFileSync(join(archive, `daily-${OLD}.jsonl.gz`))).toString();
    expect(JSON.parse(text)).toMatchObject({ kind: 'list', epoch: OLD, item: 'a42', clicks: 1 });
    expect((await store.epochs('daily')).map(({ epoch }) => epoch)).toEqual([OLD + 1, THIS_WEEK]);
    expect(await run(store)).toEqual([]);
  });

  it('deletes nothing that could not be archived, and goes on where it was interrupted', async () => {
    const { archive, run } = stage();
    const store = memoryStore();
    for (const epoch of [OLD, THIS_WEEK]) await store.add(contribution(1, { epoch }));
    await expect(run({ ...store, sums: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
    expect(readdirSync(archive)).toEqual([`daily-${OLD}.jsonl.gz.part`]); // no name before it is whole;
    expect(await store.epochs('daily')).toHaveLength(2);

    await expect(run({ ...store, forget: () => Promise.reject(new Error('killed')) })).rejects.toThrow('killed');
    const whole = readFileSync(join(archive, `daily-${OLD}.jsonl.gz`));
    await run({ ...store, sums: async () => noSums }); // half of them are gone
    expect(readFileSync(join(archive, `daily-${OLD}.jsonl.gz`))).toEqual(whole);
    expect(await store.epochs('daily')).toMatchObject([{ epoch: THIS_WEEK }]);
  });

  it('lets nothing age by a clock that no device agrees with', async () => {
    const { archive, run } = stage();
    const store = memoryStore();
    for (const epoch of [OLD - 1, OLD]) await store.add(contribution(1, { epoch }));
    expect(await run(store)).toEqual([]);
    expect(await store.epochs('daily')).toHaveLength(2);
    await store.add(contribution(1, { site: 'weekly', epoch: THIS_WEEK })); // whichever site a device tells of
    expect(await run(store, ['daily', 'weekly'])).toHaveLength(2);
    expect(readdirSync(archive)).toEqual([OLD - 1, OLD].map((epoch) => `daily-${epoch}.jsonl.gz`));
  });

  it('never lets an epoch that was let go of come back', async () => {
    const { archive } = stage();
    const collector = testCollector({ retention: { weeks: 3, archive } });
    for (const weeks of [0, 3])
      expect((await send(collector, contribution(1, { epoch: THIS_WEEK - weeks }))).statusCode).toBe(202);
    const late = await send(collector, contribution(1, { epoch: THIS_WEEK - 4 }));
    expect([late.statusCode, late.json().error]).toEqual([400, 'epoch-out-of-range']);
  });
});
