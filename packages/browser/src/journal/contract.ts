import {
  count,
  defaultPolicy as policy,
  emptyProfile,
  halfLives,
  learn,
  viewOf,
  type Observation,
  type Profile,
  type ProfileView,
  type Contribution,
} from '@penchant/core';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Bounds, Fold, Holdings, Journal } from './journal.js';

const LIVES = halfLives(policy);
const ROOMY: Bounds = { maxSignals: 1_000, maxBytes: Infinity, oldestAt: 0 };
const NOW = 1_000_000;

const shown = { list: 'home', bucket: 0 };
const impression = (item: string, position: number): Observation => ({
  signal: { kind: 'impression', item, at: NOW, position, ...shown },
  item: { id: item },
});
const click = (item: string, position: number): Observation => ({
  signal: { kind: 'click', item, at: NOW, position, ...shown },
  item: { id: item, features: [`topic:${item}`] },
});
/** What a signal weighs, as JSON. */
const bytesOf = (observation: Observation): number => new Blob([JSON.stringify(observation)]).size;
const learnt = (observations: readonly Observation[], by = policy): Profile =>
  observations.reduce((profile, each) => learn(profile, each, by), emptyProfile(by));

/** All that a journal knows, as one profile. */
async function profileIn(journal: Journal, by = policy): Promise<ProfileView> {
  const { profile, since } = await journal.read(halfLives(by));
  const whole = since.reduce((sum, each) => learn(sum, each, by), profile ?? emptyProfile(by));
  return viewOf(whole, by, NOW);
}

/** The same but for rounding. */
function expectAlike(a: ProfileView, b: ProfileView): void {
  expect(Object.keys(a.items).sort()).toEqual(Object.keys(b.items).sort());
  for (const [item, { score }] of Object.entries(a.items)) expect(score).toBeCloseTo(b.items[item]?.score ?? 9, 9);
}

/** All signals that a journal accounts for. */
export const signalsIn = ({ waiting, uncounted, counted, dropped }: Holdings): number =>
  waiting + uncounted + counted.sealed + counted.refused + counted.acknowledged + dropped;

const KINDS = 5;
let ids = 0;
const foldAt =
  (nowMs: number): Fold =>
  (signals, before, lost) => {
    const { counts, told, uncounted } = count(signals, 'daily', before, { nowMs, device: 'desktop', lost });
    return { contributions: counts.map((part) => ({ ...part, id: String(ids++).padStart(32, '0') })), told, uncounted };
  };
const fold = foldAt(NOW);

/** What every journal keeps to. `open` opens a new, empty one; `reopen` the one last opened, if it can be. */
export function journalContract(
  open: () => Promise<Journal>,
  { reopen }: { reopen?: () => Promise<Journal> } = {},
): void {
  const opened: Journal[] = [];
  const start = async (how = open): Promise<Journal> => {
    const journal = await how();
    opened.push(journal);
    return journal;
  };
  const append = (journal: Journal, ...observations: Observation[]): Promise<void> => journal.append(observations);
  const absorb = (journal: Journal, by = policy, bounds: Bounds = ROOMY): Promise<void> =>
    journal.absorb(
      halfLives(by),
      ({ profile = emptyProfile(by), since }) => since.reduce((sum, each) => learn(sum, each, by), profile),
      bounds,
    );
  const cells = async (journal: Journal): Promise<Contribution['cells'][number][]> =>
    (await journal.seal(fold)).flatMap<Contribution['cells'][number]>((contribution) => contribution.cells);

  afterEach(() => opened.splice(0).forEach((journal) => journal.close()));

  it('is empty at first', async () => {
    const journal = await start();
    expect(await journal.read(LIVES)).toMatchObject({ profile: undefined, since: [] });
    expect(await journal.observations(10)).toEqual([]);
    expect(await journal.seal(fold)).toEqual([]);
    expect(await journal.holdings()).toEqual({
      waiting: 0,
      sealed: 0,
      refused: [],
      dropped: 0,
      uncounted: 0,
      counted: { sealed: 0, refused: 0, acknowledged: 0 },
    });
  });

  it('keeps signals in order', async () => {
    const journal = await start();
    const all = [impression('a', 1), click('a', 1), click('b', 2), click('a', 1)];
    await append(journal, ...all.slice(0, 2));
    await append(journal, ...all.slice(2));
    expect(await journal.observations(10)).toEqual(all);
    expect(await journal.observations(1)).toEqual(all.slice(-1));
    expect((await journal.read(LIVES)).since).toEqual(all);
  });

  it('knows each signal once, whether it was moved into the saved profile or not, however often', async () => {
    const journal = await start();
    const all = [impression('a', 1), click('a', 1), click('b', 2), click('a', 1)];
    await append(journal, ...all.slice(0, 2));
    await Promise.all([absorb(journal), absorb(journal), append(journal, ...all.slice(2)), absorb(journal)]);
    await absorb(journal);
    const known = await profileIn(journal);
    const expected = viewOf(learnt(all), policy, NOW);
    expect(Object.keys(known.items)).toEqual(Object.keys(expected.items));
    for (const [item, { score }] of Object.entries(expected.items))
      expect(known.items[item]?.score).toBeCloseTo(score, 12);
    expect(await journal.observations(10)).toEqual(all);
  });

  it('repeats the same contributions until they are discarded, by id', async () => {
    const journal = await start();
    await append(journal, impression('a', 1), { signal: { kind: 'dislike', item: 'a', at: NOW }, item: { id: 'a' } });
    const sealed = await journal.seal(fold);
    expect(sealed).toHaveLength(2);
    expect(await journal.seal(fold)).toEqual(sealed);
    await journal.discard(sealed.slice(0, 1));
    expect(await journal.seal(fold)).toEqual(sealed.slice(1));
    await journal.discard(sealed.slice(0, 1));
    expect(await journal.seal(fold)).toEqual(sealed.slice(1));
    await journal.discard(sealed);
    expect(await journal.seal(fold)).toEqual([]);
    expect(await journal.sent()).toHaveLength(2);
  });

  it('counts every signal once, however often it is sealed', async () => {
    const journal = await start();
    await append(journal, impression('a', 1));
    await Promise.all([journal.seal(fold), journal.seal(fold)]);
    await append(journal, impression('a', 1), impression('b', 2));
    expect(await journal.holdings()).toMatchObject({ waiting: 2, sealed: 1, refused: [], dropped: 0 });
    const sealed = await cells(journal);
    expect(sealed.map((cell) => ('impressions' in cell ? cell.impressions : 0))).toEqual([1, 1, 1]);
    expect(await journal.holdings()).toMatchObject({ waiting: 0, sealed: 2, refused: [], dropped: 0 });
  });

  it('tells each seal what earlier ones spent', async () => {
    const journal = await start();
    const spendings: unknown[] = [];
    const spying: Fold = (signals, told, lost) => {
      spendings.push(Object.fromEntries(told.spent));
      return fold(signals, told, lost);
    };
    await append(journal, impression('a', 1));
    await journal.seal(spying);
    await append(journal, impression('a', 1));
    await journal.seal(spying);
    expect(spendings).toEqual([{}, { 0: 1 }]);
  });

  it('sets aside what the collector refused', async () => {
    const journal = await start();
    await append(journal, impression('a', 1));
    const [sealed] = await journal.seal(fold);
    await journal.refuse(sealed?.id ?? '', '400 no such site');
    expect((await journal.seal(fold)).filter(({ family }) => family !== 'losses')).toEqual([]);
    expect(await journal.holdings()).toMatchObject({
      waiting: 0,
      refused: ['400 no such site'],
      dropped: 0,
    });
  });

  it('makes the profile anew from the signals when the half-lives changed', async () => {
    const journal = await start();
    const other = { ...policy, kinds: { ...policy.kinds, click: { ...policy.kinds.click, halfLifeDays: 7 } } };
    const all = [click('a', 1), click('b', 2)];
    await append(journal, ...all);
    await absorb(journal);
    expect((await journal.read(halfLives(other))).since).toEqual(all);
    await absorb(journal, other);
    await absorb(journal, other);
    expect(await profileIn(journal, other)).toEqual(viewOf(learnt(all, other), other, NOW));
  });

  it('keeps what was acknowledged as a receipt, once', async () => {
    const journal = await start();
    await append(journal, impression('a', 1));
    const sealed = await journal.seal(fold);
    expect(await journal.sent()).toEqual([]);
    await journal.discard(sealed);
    await journal.discard(sealed);
    expect(await journal.sent()).toEqual([{ at: expect.any(Number), contribution: sealed[0] }]);
  });

  it('forgets the signals that are excluded, and what they taught', async () => {
    const journal = await start();
    await append(journal, click('a', 1), click('b', 2), click('a', 3));
    await absorb(journal);
    await journal.seal(fold);
    await append(journal, click('c', 4), click('a', 5));
    await journal.exclude(({ signal }) => signal.item === 'a');
    expect(await profileIn(journal)).toEqual(viewOf(learnt([click('b', 2), click('c', 4)]), policy, NOW));
    expect((await journal.observations(10)).map(({ signal }) => signal.item)).toEqual(['b', 'c']);
    expect(await journal.holdings()).toMatchObject({ waiting: 1 });
  });

  it('knows where every signal is, whatever was done', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('append' as const),
        signals: fc.array(fc.nat({ max: KINDS - 1 }), { maxLength: 12 }),
      }),
      fc.record({ do: fc.constant('seal' as const) }),
      fc.record({ do: fc.constant('discard' as const), nth: fc.nat({ max: 3 }) }),
      fc.record({ do: fc.constant('refuse' as const), nth: fc.nat({ max: 3 }) }),
      fc.record({ do: fc.constant('absorb' as const), maxSignals: fc.nat({ max: 12 }) }),
    );
    const DWELL = 4;
    const kinds = (i: number): Observation =>
      [
        impression('a', 1),
        click('b', 2),
        { signal: { kind: 'like', item: 'c', at: NOW }, item: { id: 'c' } } as const, // MAX_COUNT keeps many back
        { signal: { kind: 'save', item: 'd', at: NOW }, item: { id: 'd' } } as const, // no sum has a place for it
        { signal: { kind: 'dwell', item: 'e', opened: 1, at: NOW, attendedMs: 9 }, item: { id: 'e' } } as const, // told again, it is one act
      ][i % KINDS] ?? impression('a', 1);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const journal = await start();
        let [appended, acts, lost] = [0, 0, false];
        const sealed = async (nth: number): Promise<Contribution[]> => (await journal.seal(fold)).slice(nth, nth + 1);
        for (const each of steps) {
          if (each.do === 'append') {
            const told = each.signals.filter((kind, i, all) => kind !== DWELL || all.indexOf(DWELL) === i); // in one burst, once
            await append(journal, ...told.map(kinds));
            appended += each.signals.filter((kind) => kind !== DWELL).length;
            if (each.signals.includes(DWELL)) acts = 1;
          }
          if (each.do === 'seal') await journal.seal(fold);
          if (each.do === 'discard') await journal.discard(await sealed(each.nth));
          if (each.do === 'refuse') await journal.refuse((await sealed(each.nth))[0]?.id ?? 'unknown', 'because');
          lost ||= each.do === 'absorb';
          if (each.do === 'absorb') await absorb(journal, policy, { ...ROOMY, maxSignals: each.maxSignals });
          const known = signalsIn(await journal.holdings());
          if (lost && acts > 0)
            expect(known).toBeGreaterThanOrEqual(appended + acts); // of an act, one word may be dropped and another counted
          else expect(known).toBe(appended + acts);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('counts an act once it is over, by its last word, and not when it was excluded before', async () => {
    const journal = await start();
    const dwell = (item: string, at: number, attendedMs: number): Observation => ({
      signal: { kind: 'dwell', item, opened: NOW, at, attendedMs },
      item: { id: item },
    });
    await append(journal, dwell('a', NOW, 1_000), dwell('b', NOW, 1_000));
    expect(await journal.seal(foldAt(NOW))).toEqual([]);
    expect(await journal.holdings()).toMatchObject({ waiting: 2 });
    await append(journal, dwell('a', NOW + 1, 9_000));
    expect(await journal.holdings()).toMatchObject({ waiting: 2 });
    await journal.exclude(({ signal }) => signal.item === 'b');
    expect(await journal.holdings()).toMatchObject({ waiting: 1 });
    const sealed = await journal.seal(foldAt(NOW + 3_600_000));
    expect(sealed.map((each) => each.cells)).toEqual([[{ place: 'page', device: 'desktop', time: 6, dwells: 1 }]]);
    expect(await journal.holdings()).toMatchObject({ waiting: 0, counted: { sealed: 1 } });
  });

  it('tells of what the collector refused, once', async () => {
    const journal = await start();
    await append(journal, impression('a', 1), impression('b', 2));
    const [sealed] = await journal.seal(fold);
    await journal.refuse(sealed?.id ?? '', '400 no such site');
    const told = (await journal.seal(fold)).map(({ family, cells: said }) => ({ family, said }));
    expect(told).toEqual([{ family: 'losses', said: [{ reason: 'refused', signals: 2 }] }]);
    expect(await journal.seal(fold)).toHaveLength(1);
    expect(await journal.holdings()).toMatchObject({ sealed: 1, counted: { refused: 2, sealed: 0 } });
  });

  it('keeps small values', async () => {
    const journal = await start();
    expect(await journal.kept('model')).toBeUndefined();
    await journal.keep('model', { version: 1 });
    expect(await journal.kept('model')).toEqual({ version: 1 });
  });

  it('forgets everything', async () => {
    const journal = await start();
    await append(journal, click('a', 1));
    await journal.seal(fold);
    await journal.keep('model', 1);
    await journal.clear();
    expect(await journal.read(LIVES)).toMatchObject({ profile: undefined, since: [] });
    expect(await journal.observations(10)).toEqual([]);
    expect(await journal.seal(fold)).toEqual([]);
    expect(await journal.kept('model')).toBeUndefined();
    await append(journal, click('b', 1));
    expect(await cells(journal)).toHaveLength(1);
  });

  const many = Array.from({ length: 250 }, (_, i): Observation => {
    const { signal, item } = click(`i${i % 50}`, 1);
    return { signal: { ...signal, at: NOW + i }, item };
  });

  it('lets go of the oldest signals past its bounds, and knows what they taught', async () => {
    const journal = await start();
    await append(journal, ...many);
    await journal.seal(fold);
    const known = await profileIn(journal);
    await absorb(journal, policy, { ...ROOMY, maxSignals: 40 });
    expect((await journal.observations(1_000)).length).toBe(40);
    expectAlike(await profileIn(journal), known);
    expect(await journal.holdings()).toMatchObject({ waiting: 0, dropped: 0 });
    await journal.exclude(({ signal }) => signal.item === 'i49'); // of what is at hand
    await absorb(journal);
    const rest = many.filter(({ signal }, i) => i < 210 || signal.item !== 'i49');
    expectAlike(await profileIn(journal), viewOf(learnt(rest), policy, NOW));
  });

  it('lets go of the oldest signals until the rest are light enough, and knows what they taught', async () => {
    const journal = await start();
    const weight = async (): Promise<number> =>
      (await journal.observations(1_000)).reduce((sum, each) => sum + bytesOf(each), 0);
    const whole = many.reduce((sum, each) => sum + bytesOf(each), 0);
    await append(journal, ...many.slice(0, 100));
    await absorb(journal, policy, { ...ROOMY, maxBytes: whole }); // weighs the first of them
    expect(await weight()).toBeLessThan(whole);
    expect((await journal.observations(1_000)).length).toBe(100);
    await append(journal, ...many.slice(100));
    const known = await profileIn(journal);
    await absorb(journal, policy, { ...ROOMY, maxBytes: whole });
    expect((await journal.observations(1_000)).length).toBe(250); // exactly full is not too heavy
    await absorb(journal, policy, { ...ROOMY, maxBytes: whole / 2 });
    expect(await weight()).toBeLessThanOrEqual(whole / 2);
    expect(await weight()).toBeGreaterThan(whole * 0.4);
    expect(await journal.observations(1)).toEqual(many.slice(-1));
    expectAlike(await profileIn(journal), known);
    expect(await journal.holdings()).toMatchObject({ dropped: 250 - (await journal.observations(1_000)).length });
  });

  it('weighs anew what seems too heavy: what was taken back weighs nothing', async () => {
    const journal = await start();
    await append(journal, ...many);
    const whole = many.reduce((sum, each) => sum + bytesOf(each), 0);
    await absorb(journal, policy, { ...ROOMY, maxBytes: whole });
    await journal.exclude(({ signal }) => signal.at < NOW + 100);
    await append(journal, ...many.slice(0, 50));
    await absorb(journal, policy, { ...ROOMY, maxBytes: whole });
    expect((await journal.observations(1_000)).length).toBe(200);
  });

  it('lets go of signals that are too old, and says how many it had not counted yet', async () => {
    const journal = await start();
    await append(journal, ...many.slice(0, 60));
    await journal.seal(fold);
    await append(journal, ...many.slice(60, 90));
    await absorb(journal, policy, { ...ROOMY, oldestAt: NOW + 70 });
    expect((await journal.observations(1_000)).length).toBe(20);
    expect(await journal.holdings()).toMatchObject({ waiting: 20, dropped: 10 });
    const told = (await journal.seal(fold)).filter(({ family }) => family === 'losses').map((each) => each.cells);
    expect(told).toEqual([[{ reason: 'dropped', signals: 10 }]]);
    expect((await journal.seal(fold)).filter(({ family }) => family === 'losses')).toHaveLength(1); // once
  });

  if (reopen)
    it('holds everything when it is opened again', async () => {
      const journal = await start();
      await append(journal, click('a', 1));
      const sealed = await journal.seal(fold);
      await append(journal, click('b', 2));
      await absorb(journal);
      await append(journal, click('c', 3));
      const known = await profileIn(journal);
      journal.close();
      const again = await start(reopen);
      expect(await profileIn(again)).toEqual(known);
      expect(await again.holdings()).toMatchObject({ waiting: 2, sealed: 1, refused: [], dropped: 0 });
      expect(await again.seal(fold)).toContainEqual(sealed[0]);
    });
}
