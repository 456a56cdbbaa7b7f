import { defaultPolicy as policy, profileOf, type Observation, type Signal } from '@penchant/core';
import { describe, expect, it } from 'vitest';
import { postOf } from '../contribute/contribute.js';
import { memoryJournal } from '../journal/memory.js';
import { egress, exported, fits, receipts } from './rights.js';

const MINUTE_MS = 60_000;
const WEEK = Date.UTC(2026, 10, 19);
const post = postOf('https://collect.example', 'daily');
const { fold, bodyOf } = post;
const observe = (signal: Signal): Observation => ({ signal, item: { id: signal.item, features: ['x'] } });
const shown = { list: 'home', position: 3, bucket: 0 };
const told: Observation[] = [
  { kind: 'impression', item: 'a', at: WEEK, ...shown } as const,
  { kind: 'click', item: 'a', at: WEEK + MINUTE_MS, ...shown } as const,
  { kind: 'like', item: 'b', at: WEEK + 40 * MINUTE_MS } as const,
  { kind: 'like', item: 'a', at: WEEK + 60 * MINUTE_MS } as const,
  { kind: 'dislike', item: 'b', at: WEEK + 100 * MINUTE_MS } as const,
].map(observe);
const meant = (what: Parameters<typeof fits>[0]) => told.filter(fits(what, told)).map(({ signal }) => signal.kind);

describe('exclude', () => {
  it('means all that was done with an item, or one signal', () => {
    expect(meant({ item: 'a' })).toEqual(['impression', 'click', 'like']);
    expect(meant({ signal: { kind: 'like', item: 'b', at: WEEK + 40 * MINUTE_MS } })).toEqual(['like']);
  });

  it('means the session that a time lies in: all around it without a pause of half an hour', () => {
    expect(meant({ session: WEEK })).toEqual(['impression', 'click']);
    expect(meant({ session: WEEK + 50 * MINUTE_MS })).toEqual(['like', 'like']);
    expect(meant({ session: WEEK + 300 * MINUTE_MS })).toEqual([]);
  });
});

describe('receipts', () => {
  it('give what was sent word for word, and say it in plain words', async () => {
    const journal = memoryJournal();
    await journal.append(told);
    const sealed = await journal.seal(fold);
    await journal.discard(sealed);
    const given = await receipts(journal, post);
    expect(given.map(({ body }) => body)).toEqual(sealed.map((contribution) => JSON.stringify(contribution)));
    expect(given.map(({ says }) => says).sort()).toEqual([
      'In the week from 2026-11-19, in the list home: a at place 3 was seen and opened.',
      'In the week from 2026-11-19: a was liked; a and b were liked by the same visitor; b was liked.',
      'In the week from 2026-11-19: a was liked; b was liked and disliked.',
    ]);
    expect(new Set(given.map(({ url }) => url))).toEqual(new Set(['https://collect.example/v1/contributions']));
  });

  it('are none before anything was sent', async () => {
    expect(await receipts(memoryJournal(), post)).toEqual([]);
    expect(await receipts(undefined, post)).toEqual([]);
  });
});

describe('egress', () => {
  it('is what will be sent next, byte for byte', async () => {
    const journal = memoryJournal();
    await journal.append(told);
    const { waiting, url } = await egress(journal, post, true);
    expect(url).toBe(post.url);
    expect(waiting).toEqual((await journal.seal(fold)).map(bodyOf));
    expect(waiting).toHaveLength(3);
  });

  it('is nothing without a collector, and nothing yet without consent', async () => {
    const journal = memoryJournal();
    await journal.append(told);
    expect(await egress(journal, undefined, true)).toMatchObject({ url: undefined, waiting: [] });
    expect(await egress(journal, post, false)).toMatchObject({ url: post.url, waiting: [] });
    expect(await journal.holdings()).toMatchObject({ waiting: 5, sealed: 0 }); // asking seals nothing that may not be sent
  });
});

describe('export', () => {
  it('is all of it, as data that JSON can hold', async () => {
    const journal = memoryJournal();
    await journal.append(told);
    await journal.discard((await journal.seal(fold)).slice(0, 1));
    const all = await exported(journal, profileOf(told, policy), told, false);
    expect(all.signals).toEqual(told);
    expect(all.sent).toHaveLength(1);
    expect(all.profiling).toBe(false);
    expect(all.holdings).toMatchObject({ sealed: 2 });
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
    expect(await exported(undefined, profileOf(told, policy), told, true)).toMatchObject({ signals: told, sent: [] });
  });
});
