import { gunzipSync } from 'node:zlib';
import { readModel } from '@penchant/core';
import type { ModelDocument } from '@penchant/core/schema';
import { describe, expect, it } from 'vitest';
import { lengthOf, documentOf, published, type Published } from './published.js';

const MOST_BYTES = 128 * 1_024;

/** A catalogue of articles, told as an estimate tells it: digits that do not compress. */
const catalogue = (size: number, change: (n: number) => number = () => 0): ModelDocument => ({
  version: 1,
  site: 'daily',
  lists: [{ list: 'home', theta: [1, 0.5], estimated: false, impressions: 9, clicks: 3 }],
  items: Array.from({ length: size }, (_, n) => ({
    item: `/news/${(n * 2_654_435_761) % 4_294_967_296}`,
    quality: 0.5 + ((n * 7_919) % 10_007) / 10_007 + change(n),
    impressions: 20 + ((n * 104_729) % 90_001),
    clicks: n % 977,
  })),
});
const weights = ({ index, shards }: Published): number[] =>
  [index, ...shards.values()].flatMap(({ forms }) => [forms.gzip.bytes.length, forms.br.bytes.length]);
const byItem = (a: { readonly item: string }, b: { readonly item: string }): number => (a.item < b.item ? -1 : 1);

describe('published', () => {
  it('leaves a model of some thousand items whole', () => {
    const document = catalogue(4_000);
    const { index, shards } = published(document);
    expect(shards.size).toBe(0);
    expect(JSON.parse(String(index.forms.identity.bytes))).toEqual(document);
    expect(documentOf(published(document))).toEqual(document);
  });

  it('splits a larger one into few shards that are light, and together are all of it', () => {
    const neighbours = catalogue(9_000).items.map(({ item }) => ({ item, near: [['a', 0.5] as [string, number]] }));
    const document: ModelDocument = { ...catalogue(30_000), neighbours };
    const model = published(document);
    expect([4, 8]).toContain(model.shards.size);
    expect(Math.max(...weights(model))).toBeLessThanOrEqual(MOST_BYTES);
    const again = documentOf(model);
    expect(again.items.toSorted(byItem)).toEqual(document.items.toSorted(byItem));
    expect(again.neighbours?.toSorted(byItem)).toEqual(neighbours.toSorted(byItem));
    expect(again.lists).toEqual(document.lists);
    expect(readModel(again)?.items.size).toBe(30_000);
    expect(lengthOf(model)).toBeGreaterThan(30_000 * 60);
  });

  it('puts an item into the same shard whatever is learnt of the others', () => {
    const before = published(catalogue(9_000));
    const after = published(catalogue(9_000, (n) => (n === 17 ? 0.25 : 0)));
    expect(after.sha256).not.toBe(before.sha256);
    expect([...after.shards.keys()].filter((name) => !before.shards.has(name))).toHaveLength(1);
  });

  it('gives the same bytes for the same document', () => {
    const [one, other] = [published(catalogue(9_000)), published(catalogue(9_000))];
    expect(one.shards.size).toBeGreaterThan(0);
    expect(other.index.sha256).toBe(one.index.sha256);
    expect([...other.shards.keys()]).toEqual([...one.shards.keys()]);
  });

  it('leaves out the items seen least where 16 shards have no room, and says how many', { timeout: 120_000 }, () => {
    const document = catalogue(150_000);
    const model = published(document);
    expect(model.shards.size).toBe(16);
    expect(Math.max(...weights(model))).toBeLessThanOrEqual(MOST_BYTES);
    const kept = documentOf(model).items;
    expect(kept.length + model.itemsLeftOut).toBe(150_000);
    expect(kept.length).toBeGreaterThan(60_000);
    const least = kept.reduce((lowest, { impressions }) => Math.min(lowest, impressions), Infinity);
    const names = new Set(kept.map(({ item }) => item));
    for (const { item, impressions } of document.items) if (impressions > least && !names.has(item)) expect.fail(item);
  });

  it('compresses each form for itself', () => {
    const [shard] = published(catalogue(9_000)).shards.values();
    expect(gunzipSync(shard?.forms.gzip.bytes ?? '')).toEqual(shard?.forms.identity.bytes);
  });
});
