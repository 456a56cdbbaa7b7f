import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, wait, type Stand } from './page.js';

const ITEMS = ['sport1', 'film1', 'sport2', 'film2', 'food1', 'food2'];
const RANKED = 'data-penchant-rank="3"';
const CONCEALED = '<style>[data-penchant-rank]:not([data-penchant-ranked])>*{visibility:hidden}</style>';
let at: Stand | undefined;
afterEach(() => at?.end());

const shownIn = (list: string): (string | null)[] =>
  [...document.querySelectorAll(`[data-penchant-list="${list}"] > :not([hidden])`)].map((e) =>
    e.getAttribute('data-penchant-item'),
  );
const ranked = () => vi.waitFor(() => expect(document.querySelector('[data-penchant-ranked]')).toBeTruthy());

it('leaves the order of the page as it is when nothing is known, and shows as many as asked', async () => {
  at = await stand(CONCEALED + listOf('for-you', ITEMS, 60, RANKED));
  await ranked();
  expect(shownIn('for-you')).toEqual(ITEMS.slice(0, 3));
});

it('puts first, on the next visit, what was opened on this one', async () => {
  const site = `visits ${crypto.randomUUID()}`;
  at = await stand(listOf('home', ITEMS), { site });
  await commands.realClick('#film2-link');
  at.tracker.stop();
  at = await stand(CONCEALED + listOf('for-you', ITEMS, 60, RANKED), { site });
  await ranked();
  expect(shownIn('for-you')).toEqual(['film2', 'film1', 'sport1']);
  await vi.waitFor(() => expect(at?.told).toContain('impression film2 for-you 1'), 3000);
  expect(at.signals[0]).toMatchObject({ bucket: expect.any(Number) });
  expect((at.signals[0] as { bucket: number }).bucket).toBeGreaterThan(16);
});

it('does not move what the visitor may be looking at', async () => {
  const site = `eyes ${crypto.randomUUID()}`;
  at = await stand('<p>hello</p>', { site });
  at.tracker.record({ kind: 'like', item: 'food2' });
  await wait(50);
  at.tracker.stop();
  const many = [...ITEMS, ...Array.from({ length: 20 }, (_, i) => `other${i}`), 'food2'];
  at = await stand(listOf('for-you', [...new Set(many)], 100, 'data-penchant-rank'), { site });
  await ranked();
  const order = shownIn('for-you');
  const inView = Math.ceil(innerHeight / 100);
  expect(order.slice(0, 5)).toEqual(ITEMS.slice(0, 5));
  expect(order.indexOf('food2')).toBe(ITEMS.indexOf('food2') < inView ? 5 : inView);
});

it('ranks objects of the page, and explains why', async () => {
  at = await stand('');
  const items = ITEMS.map((id) => ({ id, features: [`topic:${id.slice(0, -1)}`], title: id.toUpperCase() }));
  expect(at.tracker.rank(items)).toEqual(items);
  at.tracker.rank(items, { list: 'shelf' });
  at.tracker.like('food1');
  await wait(0);
  const order = at.tracker.rank(items);
  expect(order.map(({ title }) => title).slice(0, 2)).toEqual(['FOOD1', 'FOOD2']);
  expect(order[0]).toBe(items[4]);
  const { sentence, entries, score } = at.tracker.explain('food2');
  expect(sentence).toBe('Because you liked 1 item about food.');
  expect(entries.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
});
