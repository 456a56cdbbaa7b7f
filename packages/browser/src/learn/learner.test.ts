import 'fake-indexeddb/auto';
import {
  defaultPolicy as policy,
  extendPolicy,
  viewOf,
  type Observation,
  type Policy,
  type Profile,
} from '@penchant/core';
import { expect, it, vi } from 'vitest';
import { indexedDbJournal } from '../journal/indexeddb.js';
import type { Journal } from '../journal/journal.js';
import { memoryJournal } from '../journal/memory.js';
import { learner, type Learner } from './learner.js';
import { scoringBy } from '../scoring.js';

const NOW = 1_000_000;
const like = (item: string): Observation => ({
  signal: { kind: 'like', item, at: NOW },
  item: { id: item, features: [`topic:${item}`] },
});
/** A learner that scores from the start, as with the npm package. */
const thinking = (by: Policy): Learner => {
  const learning = learner();
  void learning.think(scoringBy(by));
  return learning;
};
const profileOf = ({ profile }: Learner): Profile => profile.value ?? expect.fail('nothing scores');
const knows = (learning: Learner) => Object.keys(viewOf(profileOf(learning), policy, NOW).items).sort();

let name = 0;
const database = () => indexedDbJournal(`learner ${++name}`);

/** How long `a` was looked at so far: each tells again what the one before told. */
const dwell = (attendedMs: number): Observation => ({
  signal: { kind: 'dwell', item: 'a', at: NOW + attendedMs, opened: NOW, attendedMs },
  item: { id: 'a' },
});

it('learns before there is a journal, and saves it once there is', async () => {
  const journal = await database();
  const learning = thinking(policy);
  await learning.learn([like('a')]);
  expect(knows(learning)).toEqual(['a']);
  await learning.load(journal);
  expect(knows(learning)).toEqual(['a']);
  expect(await journal.observations(9)).toEqual([like('a')]);
});

it('learns when somebody asks: at once, while somebody listens', async () => {
  const learning = learner();
  const by = scoringBy(policy);
  const learn = vi.fn(by.learn);
  await learning.think({ ...by, learn });
  await learning.learn([like('a')]);
  await learning.learn([like('b'), like('c')]);
  expect(learn).not.toHaveBeenCalled();
  expect(knows(learning)).toEqual(['a', 'b', 'c']);
  expect(knows(learning)).toEqual(['a', 'b', 'c']);
  expect(learn).toHaveBeenCalledTimes(3);
  await learning.learn([like('d')]);
  const told = vi.fn((profile: Profile | undefined) => profile?.items.size);
  const listening = learning.profile.changes.subscribe(told);
  expect(told).toHaveLastReturnedWith(4);
  await learning.learn([like('e')]);
  expect(told).toHaveLastReturnedWith(5);
  listening.unsubscribe();
  await learning.learn([like('f')]);
  expect(learn).toHaveBeenCalledTimes(5);
  expect(told).toHaveBeenCalledTimes(2);
});

it('adds what was saved before to what it learnt meanwhile, each thing once', async () => {
  const journal = await database();
  await thinking(policy).load(journal);
  const earlier = thinking(policy);
  await earlier.load(journal);
  await earlier.learn([like('a')]);

  const later = thinking(policy);
  await later.learn([like('b')]);
  const loading = later.load(journal);
  const learning = later.learn([like('c')]);
  await Promise.all([loading, learning]);
  expect(knows(later)).toEqual(['a', 'b', 'c']);
  expect(later.observations).toEqual([like('a'), like('b'), like('c')]);
});

it('knows an act by its last word, when one was saved before and the next waited in memory', async () => {
  const journal = await database();
  const learning = thinking(policy);
  await learning.load(journal);
  await learning.learn([dwell(1_000), like('b')]);
  learning.detach();
  await learning.learn([dwell(2_000)]);
  await learning.load(journal);
  expect(learning.observations).toEqual([like('b'), dwell(2_000)]);
});

it('has the last word of what goes on at hand, whenever it is asked', async () => {
  const learning = thinking(policy);
  await learning.learn([dwell(1_000), like('b')]);
  await learning.learn([dwell(2_000)]);
  expect(learning.observations).toEqual([like('b'), dwell(2_000)]);
  await learning.learn([like('c')]);
  await learning.learn([dwell(3_000)]);
  expect(learning.observations).toEqual([like('b'), like('c'), dwell(3_000)]);
});

it('sees what another tab saved when it reads again', async () => {
  const journal = await database();
  const [one, other] = [thinking(policy), thinking(policy)];
  await Promise.all([one.load(journal), other.load(journal)]);
  await one.learn([like('a')]);
  expect(knows(other)).toEqual([]);
  await other.load();
  expect(knows(other)).toEqual(['a']);
});

it('has at hand what was saved once a reading is over, also where another one began meanwhile', async () => {
  const journal = await database();
  await journal.append([like('a')]);
  const learning = learner();
  const reading = learning.load(journal);
  void learning.think(scoringBy(policy)); // reads again
  await reading;
  expect(learning.observations).toEqual([like('a')]);
  expect(knows(learning)).toEqual(['a']);
});

it('makes the profile anew when the policy has other half-lives', async () => {
  const journal = await database();
  const before = thinking(policy);
  await before.load(journal);
  await before.learn([like('a'), like('b')]);
  const changed = extendPolicy(policy, { kinds: { like: { halfLifeDays: 10 } } });
  const after = thinking(changed);
  await after.load(journal);
  expect(profileOf(after).halfLives).not.toEqual(profileOf(before).halfLives);
  expect(knows(after)).toEqual(['a', 'b']);
});

it('reads the same whether signals lie beside the saved profile or in it', async () => {
  const journal = await database();
  const before = thinking(policy);
  await before.load(journal);
  for (let i = 0; i < 100; i++) await before.learn([like(`i${i % 7}`)]);
  const absorbing = thinking(policy);
  await absorbing.load(journal);
  await vi.waitFor(async () => expect((await journal.read(profileOf(absorbing).halfLives)).since).toEqual([]));
  const after = thinking(policy);
  await after.load(journal);
  for (const [item, { score }] of Object.entries(viewOf(profileOf(before), policy, NOW).items))
    expect(viewOf(profileOf(after), policy, NOW).items[item]?.score).toBeCloseTo(score, 9);
});

it('goes on where the saved profile cannot be renewed', async () => {
  const journal = await database();
  const stuck = { ...journal, absorb: () => Promise.reject(new Error('no such part')) };
  const before = thinking(policy);
  await before.load(stuck);
  await before.learn(Array.from({ length: 2_100 }, (_, i) => like(`i${i % 7}`)));
  const after = thinking(policy);
  await after.load(stuck);
  expect(knows(after)).toHaveLength(7);
});

it('starts a write in the task it is told in', async () => {
  const calls: string[] = [];
  const journal = memoryJournal();
  const learning = thinking(policy);
  await learning.load({ ...journal, append: async () => void calls.push('append') });
  void learning.learn([like('a')]);
  expect(calls).toEqual(['append']);
});

it('starts from nothing after a reset', async () => {
  const learning = thinking(policy);
  await learning.learn([like('a')]);
  learning.reset();
  expect(knows(learning)).toEqual([]);
  expect(learning.observations).toEqual([]);
});

it('keeps in memory what a full disk did not take, and writes it when it can', async () => {
  const journal = await database();
  let isFull = true;
  const full = {
    ...journal,
    append: (burst: readonly Observation[]) =>
      isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : journal.append(burst),
  };
  const learning = thinking(policy);
  await learning.load(full);
  await expect(learning.learn([like('a')])).rejects.toThrow('full');
  expect([knows(learning), learning.unsaved.length]).toEqual([['a'], 1]);
  isFull = false;
  await learning.load();
  expect([knows(learning), learning.unsaved.length]).toEqual([['a'], 0]);
  expect(await journal.observations(9)).toEqual([like('a')]);
});

it('says when as much waits in memory as may, while there is no journal', async () => {
  const learning = thinking(policy);
  const learnMany = (): Promise<void> => learning.learn(Array.from({ length: 2_500 }, (_, i) => like(`${i}`)));
  await learnMany();
  expect(learning.isFull).toBe(false);
  await learnMany();
  expect([learning.isFull, learning.unsaved.length]).toEqual([true, 5_000]);
  learning.reset();
  expect([knows(learning), learning.unsaved.length, learning.isFull]).toEqual([[], 0, false]);
});

it('gives up what waits in memory when the page is left, where somebody keeps it', async () => {
  const learning = thinking(policy);
  await learning.learn([like('a')]);
  learning.leave(() => false);
  expect(learning.unsaved.length).toBe(1);
  const kept: string[] = [];
  learning.leave((unsaved) => kept.push(...unsaved.map(({ signal }) => signal.item)) > 0);
  expect([kept, learning.unsaved.length, knows(learning)]).toEqual([['a'], 0, ['a']]);
});

it('gives up what is being written as well, until it is: it is read once all the same', async () => {
  const journal = await database();
  let write = (): void => {};
  const slow = {
    ...journal,
    append: async (burst: readonly Observation[]) => {
      await new Promise<void>((resolve) => (write = resolve));
      await journal.append(burst);
    },
  };
  const learning = thinking(policy);
  await learning.load(slow);
  const learnt = learning.learn([like('a')]);
  const kept: Observation[] = [];
  learning.leave((unsaved) => kept.push(...unsaved) > 0);
  expect(kept).toEqual([like('a')]);
  write();
  await learnt;
  expect(learning.unsaved).toEqual([]);
  await learning.load();
  expect([knows(learning), await journal.observations(9)]).toEqual([['a'], [like('a')]]);
});

it('gives up nothing that was to be forgotten', async () => {
  const journal = await database();
  const learning = thinking(policy);
  await learning.load({ ...journal, append: () => Promise.reject(new Error('too late')) });
  const learnt = learning.learn([like('a')]);
  learning.reset();
  await expect(learnt).rejects.toThrow('too late');
  expect(learning.unsaved).toEqual([]);
});

it('lets go of old signals while a long page goes on', async () => {
  const whole = await database();
  const journal: Journal = {
    ...whole,
    absorb: (lives, by) => whole.absorb(lives, by, { maxSignals: 500, maxBytes: Infinity, oldestAt: 0 }),
  };
  const learning = thinking(policy);
  await learning.load(journal);
  for (let i = 0; i < 21; i++) await learning.learn(Array.from({ length: 250 }, () => like(`i${i}`)));
  await vi.waitFor(async () => expect((await journal.observations(9_999)).length).toBeLessThanOrEqual(750));
  expect(knows(learning)).toHaveLength(21);
  const again = thinking(policy);
  await again.load(journal);
  expect(knows(again)).toHaveLength(21);
});

it('loses nothing when what waited cannot be written to the journal that was opened at last', async () => {
  const [first, second] = [await database(), await database()];
  const learning = thinking(policy);
  await learning.learn([like('a')]);
  const broken = { ...first, append: () => Promise.reject(new DOMException('gone', 'InvalidStateError')) };
  await expect(learning.load(broken)).rejects.toThrow('gone');
  expect(learning.unsaved.length).toBe(1);
  await learning.load(second);
  expect([knows(learning), learning.unsaved.length]).toEqual([['a'], 0]);
  expect(await second.observations(9)).toEqual([like('a')]);
});

it('keeps what it is told while nothing scores, and learns it once something does', async () => {
  const journal = await database();
  const before = thinking(policy);
  await before.load(journal);
  await before.learn([like('a')]);

  const late = learner();
  await late.learn([like('b')]);
  await late.load(journal);
  await late.learn([like('c')]);
  expect([late.profile.value, late.unsaved]).toEqual([undefined, []]);
  expect(late.observations).toEqual([like('a'), like('b'), like('c')]);
  expect(await journal.observations(9)).toEqual(late.observations);
  await late.think(scoringBy(policy));
  expect(knows(late)).toEqual(['a', 'b', 'c']);
  const whole = thinking(policy);
  await whole.load(journal);
  expect(viewOf(profileOf(late), policy, NOW)).toEqual(viewOf(profileOf(whole), policy, NOW));
});

it.each([1, 0])('learns each thing once where scoring comes %i tasks after it began to read', async (tasks) => {
  const journal = await database();
  await journal.append([like('a')]);
  const learning = learner();
  await learning.learn([like('b')]);
  const loading = learning.load(journal);
  const learnt = learning.learn([like('c')]);
  for (let i = 0; i < tasks; i++) await new Promise((resolve) => setTimeout(resolve));
  await Promise.all([learning.think(scoringBy(policy)), loading, learnt, learning.learn([like('d')])]);
  const whole = thinking(policy);
  await whole.learn(['a', 'b', 'c', 'd'].map(like));
  expect(viewOf(profileOf(learning), policy, NOW)).toEqual(viewOf(profileOf(whole), policy, NOW));
  expect(await journal.observations(9)).toEqual(['a', 'b', 'c', 'd'].map(like));
});

it('learns what waits in memory where scoring comes and there is no journal, and forgets it', async () => {
  const learning = learner();
  await learning.learn([like('a')]);
  await learning.exclude(({ signal }) => signal.item === 'x');
  learning.leave(() => false);
  await learning.think(scoringBy(policy));
  expect(knows(learning)).toEqual(['a']);
  await learning.learn([like('b')]);
  await learning.exclude(({ signal }) => signal.item === 'a');
  expect(knows(learning)).toEqual(['b']);
  learning.reset();
  expect(knows(learning)).toEqual([]);
});
