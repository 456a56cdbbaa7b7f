import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { rankingOf, type Rejected } from '../src/index.js';
import { listOf, stand, wait, type Stand } from './page.js';

const ITEMS = ['sport1', 'film1', 'sport2', 'film2', 'food1', 'food2'];
const CATALOGUE = ITEMS.map((id) => ({ id, features: [`topic:${id.slice(0, -1)}`] }));
let at: Stand | undefined;
afterEach(async () => {
  at?.tracker.setProfiling(true);
  await at?.end();
});

const shown = (): (string | null)[] =>
  [...document.querySelectorAll('[data-penchant-list] > :not([hidden])')].map((e) =>
    e.getAttribute('data-penchant-item'),
  );
const ranked = () => vi.waitFor(() => expect(document.querySelector('[data-penchant-ranked]')).toBeTruthy());
const FILM_FIRST = ['film1', 'film2', 'sport1', 'sport2', 'food1', 'food2'];

it('puts lists in order at once when the visitor states an interest, also what is in view', async () => {
  at = await stand(listOf('for-you', ITEMS, 40, 'data-penchant-rank'));
  await ranked();
  expect(shown()).toEqual(ITEMS);
  at.tracker.setInterest('topic:film', 1);
  await vi.waitFor(() => expect(shown()).toEqual(FILM_FIRST));
  at.tracker.setInterest('topic:film');
  await vi.waitFor(() => expect(shown()).toEqual(ITEMS));
});

it('tells frameworks to render the order that was asked for', async () => {
  at = await stand('');
  const ranking = rankingOf<(typeof CATALOGUE)[number]>(at.tracker);
  const order = (): string[] => ranking.show(CATALOGUE).map(({ id }) => id);
  expect(order()).toEqual(ITEMS);
  ranking.commit(CATALOGUE);
  const changed = vi.fn();
  const stop = ranking.subscribe(changed);
  at.tracker.setInterest('topic:film', 1);
  await vi.waitFor(() => expect(order()).toEqual(FILM_FIRST));
  expect(changed).toHaveBeenCalled();
  at.tracker.setProfiling(false);
  expect(order()).toEqual(ITEMS);
  stop();
});

it('keeps what the visitor stated, over visits, undos and what is excluded', async () => {
  const site = `stated ${crypto.randomUUID()}`;
  at = await stand('', { site });
  at.tracker.like('film1');
  at.tracker.setInterest('topic:film', -0.5);
  await at.tracker.flush();
  at.tracker.setInterest('topic:film', -0.75);
  at.tracker.hide('food1');
  at.tracker.unsuppress('food1');
  await at.tracker.undo('film1');
  await at.tracker.flush();
  at.tracker.stop();
  at = await stand('', { site });
  const said = () => at!.tracker.profile().features['topic:film'];
  expect(said()?.stated).toBe(-0.75);
  await at.tracker.exclude({ item: 'film1' }); // all is learnt anew, from the signals
  expect(said()?.stated).toBe(-0.75);
  expect(await at.tracker.suppressions()).toEqual([]);
  const { signals } = await at.tracker.export();
  expect(signals.flatMap(({ signal }) => ('strength' in signal ? [signal.strength] : []))).toEqual([-0.75]);
});

it('lists what is suppressed, and lifts it', async () => {
  at = await stand('');
  at.tracker.hide('food1');
  await wait(0);
  expect(await at.tracker.suppressions()).toEqual([expect.objectContaining({ of: 'item', name: 'food1', by: 'hide' })]);
  expect(at.tracker.rank(CATALOGUE).at(-1)?.id).toBe('food1');
  at.tracker.unsuppress('food1');
  await wait(0);
  expect(await at.tracker.suppressions()).toEqual([]);
  expect(at.tracker.profile().items['food1']?.score).toBeLessThan(0); // the dislike stays
});

it('learns and captures nothing with profiling off, and shows the page’s order exactly, until it is on again', async () => {
  const site = `off ${crypto.randomUUID()}`;
  at = await stand(listOf('for-you', ITEMS, 40, 'data-penchant-rank="4"'), { site });
  await ranked();
  at.tracker.setInterest('topic:film', 1);
  await vi.waitFor(() => expect(shown()).toEqual(FILM_FIRST.slice(0, 4)));
  const rejected: Rejected[] = [];
  at.tracker.rejected$.subscribe((each) => rejected.push(each));
  at.tracker.setProfiling(false);
  expect(shown()).toEqual(ITEMS.slice(0, 4));
  expect(at.tracker.rank(CATALOGUE)).toEqual(CATALOGUE);
  expect(at.tracker.rank(CATALOGUE, { limit: 2 })).toEqual(CATALOGUE.slice(0, 2));
  const before = at.told.length;
  await commands.realClick('#food1-link, #sport1-link');
  at.tracker.like('food1');
  await wait(1300); // long enough for an impression
  expect(at.told.slice(before)).toEqual([]);
  expect(rejected).toEqual([expect.objectContaining({ item: 'food1', reason: 'profiling off' })]);
  at.tracker.stop();

  at = await stand(listOf('for-you', ITEMS, 40, 'data-penchant-rank="4"'), { site }); // the next visit
  await ranked();
  expect([at.tracker.status().profiling, shown()]).toEqual([false, ITEMS.slice(0, 4)]);
  await at.tracker.forget();
  expect((await at.tracker.export()).profiling).toBe(false); // forgetting is no consent
  at.tracker.setProfiling(true);
  at.tracker.setInterest('topic:film', 1);
  await vi.waitFor(() => expect(shown()).toEqual(FILM_FIRST.slice(0, 4)));
  await vi.waitFor(() => expect(at?.told).toContain('impression film1 for-you 1'), 3000);
});

it('obeys in the other tabs', async () => {
  const site = `tabs ${crypto.randomUUID()}`;
  at = await stand('', { site });
  localStorage.setItem(`penchant ${site} profiling`, 'off');
  new BroadcastChannel(`penchant ${site}`).postMessage('profiling');
  await vi.waitFor(() => expect(at?.tracker.status().profiling).toBe(false));
});
