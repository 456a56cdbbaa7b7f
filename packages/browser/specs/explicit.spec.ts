import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(() => at?.end());

it.each(['like', 'dislike', 'hide', 'save', 'share', 'cart', 'purchase', 'return'] as const)(
  'hears a button with data-penchant-%s',
  async (kind) => {
    at = await stand(`<button id="button" data-penchant-${kind}="a1">${kind}</button>`);
    await commands.realClick('#button');
    expect(at.told).toEqual([`${kind} a1`]);
  },
);

it('hears a rating, of an item whose id has a colon too', async () => {
  at = await stand('<button id="button" data-penchant-rate="shop:a1:4">4 of 5</button>');
  await commands.realClick('#button');
  expect(at.signals).toMatchObject([{ kind: 'rate', item: 'shop:a1', stars: 4 }]);
});

it('refuses a rating that says no stars, and counts that', async () => {
  at = await stand('<button id="button" data-penchant-rate="a1">rate</button>');
  await commands.realClick('#button');
  expect(at.told).toEqual([]);
  expect(at.tracker.status().refused).toEqual({ 'stars range': 1 });
});

it('takes back the last thing that was said, by a button and by a call', async () => {
  at = await stand(
    '<button id="like" data-penchant-like="a1">like</button><button id="undo" data-penchant-undo="a1">undo</button>',
  );
  await commands.realClick('#like');
  await vi.waitFor(() => expect(at?.tracker.profile().items).toHaveProperty('a1'));
  await commands.realClick('#undo');
  await vi.waitFor(() => expect(at?.tracker.profile().items).not.toHaveProperty('a1'), 2000);
  at.tracker.rate('a1', 5);
  await vi.waitFor(() => expect(at?.tracker.profile().items).toHaveProperty('a1'));
  await at.tracker.undo('a1');
  await vi.waitFor(() => expect(at?.tracker.profile().items).not.toHaveProperty('a1'), 2000);
});

it('tells a skip when a large item was seen and scrolled past fast, not when it was looked at for long', async () => {
  const tall = innerHeight * 0.9;
  at = await stand(listOf('feed', ['f1', 'f2', 'f3'], tall));
  await vi.waitFor(() => expect(at?.told).toContain('impression f1 feed 1'), 3000);
  await commands.scrollBy(tall);
  await vi.waitFor(() => expect(at?.told.filter((line) => line.startsWith('skip'))).toEqual(['skip f1 feed 1']), 3000);
  await vi.waitFor(() => expect(at?.told).toContain('impression f2 feed 2'), 3000);
  await wait(3500);
  await commands.scrollBy(tall);
  await wait(500);
  expect(at.told.filter((line) => line.startsWith('skip'))).toEqual(['skip f1 feed 1']);
});

it('tells no skip of small items, of which many are on a screen', async () => {
  at = await stand(
    listOf(
      'home',
      Array.from({ length: 60 }, (_, i) => `i${i + 1}`),
    ),
  );
  await vi.waitFor(() => expect(at?.told).toContain('impression i1 home 1'), 3000);
  await commands.scrollBy(1000);
  await wait(400);
  expect(at.told.filter((line) => line.startsWith('skip'))).toEqual([]);
});

it('hears the middle button, and not the one for the context menu', async () => {
  at = await stand(listOf('home', ['a1', 'b1']));
  document.addEventListener('auxclick', (event) => event.preventDefault(), { once: true });
  const link = (id: string) => document.querySelector(`#${id}-link`)!;
  link('a1').dispatchEvent(new MouseEvent('auxclick', { button: 2, bubbles: true, composed: true, cancelable: true }));
  link('a1').dispatchEvent(
    new MouseEvent('contextmenu', { button: 2, bubbles: true, composed: true, cancelable: true }),
  );
  link('b1').dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true, composed: true, cancelable: true }));
  expect(at.told.filter((line) => line.startsWith('click'))).toEqual(['click b1 home 2']);
});
