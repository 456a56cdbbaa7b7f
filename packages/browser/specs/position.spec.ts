import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(() => at?.end());

const placesOf = (kind: string): Record<string, unknown>[] =>
  (at?.signals ?? [])
    .filter((signal) => signal.kind === kind)
    .map((signal) => {
      const { item, position, row, column } = signal as unknown as Record<string, unknown>;
      return { item, position, row, column };
    });

it('tells row and column in a grid, on impressions and on clicks', async () => {
  const card = (id: string): string =>
    `<div data-penchant-item="${id}" style="height:60px"><a href="#${id}" id="${id}">${id}</a></div>`;
  at = await stand(
    `<div data-penchant-list="grid" style="display:grid;grid-template-columns:repeat(3,200px)">
       <div data-penchant-item="hero" style="grid-column:1/4;height:60px">hero</div>${['g1', 'g2', 'g3', 'g4'].map(card).join('')}</div>`,
  );
  await vi.waitFor(() => expect(placesOf('impression')).toHaveLength(5), 3000);
  expect(placesOf('impression')).toEqual([
    { item: 'hero', position: 1, row: 1, column: 1 },
    { item: 'g1', position: 2, row: 2, column: 1 },
    { item: 'g2', position: 3, row: 2, column: 2 },
    { item: 'g3', position: 4, row: 2, column: 3 },
    { item: 'g4', position: 5, row: 3, column: 1 },
  ]);
  await commands.realClick('#g3');
  expect(placesOf('click')).toEqual([{ item: 'g3', position: 4, row: 2, column: 3 }]);
});

it('tells rows after the page was scrolled as before', async () => {
  at = await stand(
    listOf(
      'home',
      Array.from({ length: 60 }, (_, i) => `i${i + 1}`),
    ),
  );
  await vi.waitFor(() => expect(placesOf('impression').length).toBeGreaterThan(5), 3000);
  await commands.scrollBy(1200);
  await vi.waitFor(() => expect(Number(placesOf('impression').at(-1)?.['position'])).toBeGreaterThan(25), 3000);
  for (const { position, row, column } of placesOf('impression')) expect([row, column]).toEqual([position, 1]);
});

it.each(['data-penchant-position', 'data-position'])('believes an explicit %s', async (attribute) => {
  at = await stand(
    `<ol data-penchant-list="home"><li data-penchant-item="a1" ${attribute}="41" style="height:60px"><a href="#a" id="a">a</a></li></ol>`,
  );
  await commands.realClick('#a');
  expect(at.told).toContain('click a1 home 41');
});

it('believes an item that says which list it is in, though it stands in none or in another', async () => {
  const card = (id: string, attributes: string): string =>
    `<p data-penchant-item="${id}" ${attributes} style="height:60px"><a href="#${id}" id="${id}">${id}</a></p>`;
  at = await stand(
    `${card('a1', 'data-penchant-in="home"')}<section>${card('b1', 'data-penchant-in="home"')}</section>
     <div data-penchant-list="rest">${card('c1', 'data-penchant-in="home" data-penchant-position="9"')}${card('d1', 'data-penchant-in=""')}</div>`,
  );
  await vi.waitFor(() => expect(at?.told).toHaveLength(4), 3000);
  expect(at.told.toSorted()).toEqual([
    'impression a1 home 1',
    'impression b1 home 2',
    'impression c1 home 9',
    'impression d1 rest 1',
  ]);
  expect(placesOf('impression')).toContainEqual({ item: 'b1', position: 2, row: 2, column: 1 });
  await commands.realClick('#b1');
  expect(at.told).toContain('click b1 home 2');
  const { summary, items } = await at.tracker.audit();
  expect(summary).toBe('4 of 4 cards identified');
  expect(items.map(({ list }) => list)).toEqual(['home', 'home', 'home', 'rest']);
});

it('keeps the position an item was shown at, though others came in above it', async () => {
  at = await stand(listOf('home', ['a1', 'b1']));
  await vi.waitFor(() => expect(at?.told).toContain('impression b1 home 2'), 3000);
  document
    .querySelector('ol')!
    .insertAdjacentHTML('afterbegin', '<li data-penchant-item="new" style="height:60px">new</li>');
  await vi.waitFor(() => expect(at?.told).toContain('impression new home 1'), 3000);
  await commands.realClick('#b1-link');
  expect(at.told).toContain('click b1 home 2');
});

it('tells rows by how the list is laid out now, though it was another way before', async () => {
  const ids = Array.from({ length: 60 }, (_, i) => `i${i + 1}`);
  at = await stand(listOf('home', ids));
  await vi.waitFor(() => expect(placesOf('impression').length).toBeGreaterThan(5), 3000);
  document.querySelectorAll('li').forEach((item, i) => (item.style.height = i < 4 ? '10px' : '50px'));
  await commands.scrollBy(600);
  await vi.waitFor(() => expect(Number(placesOf('impression').at(-1)?.['position'])).toBeGreaterThan(15), 3000);
  for (const { position, row, column } of placesOf('impression')) expect([row, column]).toEqual([position, 1]);
});

it('reads where a list’s items stand once, whatever else of the page changes', async () => {
  const asked = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  try {
    const ids = Array.from({ length: 60 }, (_, i) => `i${i + 1}`);
    at = await stand(`<p id="ticker"></p>${listOf('home', ids)}`);
    await vi.waitFor(() => expect(placesOf('impression').length).toBeGreaterThan(5), 3000);
    for (let i = 0; i < 10; i++) {
      document.querySelector('#ticker')?.replaceChildren(document.createElement('b'));
      await commands.scrollBy(200);
    }
    await vi.waitFor(() => expect(Number(placesOf('impression').at(-1)?.['position'])).toBeGreaterThan(35), 3000);
    const read = asked.mock.contexts;
    const timesOf = (element: Element): number => read.filter((each) => each === element).length;
    // The first one and the last say whether they still stand there; who goes, how large it is.
    const times = [...document.querySelectorAll('li')].slice(1, -1).map(timesOf);
    expect(Math.max(...times)).toBeLessThanOrEqual(1);
    document.querySelector('li')?.before(document.querySelector('li:last-child') ?? '');
    await commands.scrollBy(-2400);
    await vi.waitFor(() => expect(at?.told).toContain('impression i60 home 1'), 3000);
  } finally {
    asked.mockRestore();
  }
});

it('asks the page for no item that the browser told of', async () => {
  at = await stand(
    listOf(
      'home',
      Array.from({ length: 60 }, (_, i) => `i${i + 1}`),
    ),
  );
  await vi.waitFor(() => expect(placesOf('impression').length).toBeGreaterThan(5), 3000);
  const asked = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  try {
    for (const id of ['i40', 'i50', 'i59']) document.querySelector<HTMLElement>(`#${id}-link`)?.click();
    expect(placesOf('click')).toEqual([40, 50, 59].map((row) => ({ item: `i${row}`, position: row, row, column: 1 })));
    // Whether the first and the last one still stand there, at most.
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
  } finally {
    asked.mockRestore();
  }
});

it('leaves items that are not displayed out of rows, wherever the page was scrolled to', async () => {
  const ids = Array.from({ length: 60 }, (_, i) => `i${i + 1}`);
  const asked = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  try {
    at = await stand(`<style>li:nth-child(5n + 1), li:last-child { display: none }</style>${listOf('home', ids)}`);
    await vi.waitFor(() => expect(placesOf('impression').length).toBeGreaterThan(5), 3000);
    await commands.scrollBy(1200);
    await vi.waitFor(() => expect(Number(placesOf('impression').at(-1)?.['position'])).toBeGreaterThan(25), 3000);
    const shown = [...document.querySelectorAll('li')].filter((item) => item.offsetHeight > 0);
    const rows = shown.map(({ dataset }) => dataset['penchantItem']);
    for (const { item, row, column } of placesOf('impression'))
      expect([item, row, column]).toEqual([item, rows.indexOf(String(item)) + 1, 1]);
    // Each at most once, as it goes, for how large it is: where they all stand the browser told unasked.
    const timesOf = (element: Element): number => asked.mock.contexts.filter((each) => each === element).length;
    expect(Math.max(...shown.slice(1, -1).map(timesOf))).toBeLessThanOrEqual(1);
  } finally {
    asked.mockRestore();
  }
});

it('tells the bucket of the order that placed it, and 0 of the page’s own', async () => {
  at = await stand(listOf('shelf', ['liked', 'other']));
  at.tracker.record({ kind: 'like', item: 'liked' });
  await vi.waitFor(() => expect(at?.tracker.profile().items).toHaveProperty('liked'));
  at.tracker.rank([{ id: 'liked' }, { id: 'other' }], { list: 'ranked' });
  document.body.insertAdjacentHTML('beforeend', listOf('ranked', ['liked', 'other']));
  await vi.waitFor(() => expect(at?.told.filter((line) => line.includes('ranked'))).toHaveLength(2), 3000);
  const bucketIn = (list: string): unknown[] =>
    (at?.signals ?? []).flatMap((signal) =>
      signal.kind === 'impression' && signal.list === list ? [signal.bucket] : [],
    );
  expect(bucketIn('shelf')).toEqual([0, 0]);
  expect(Number(bucketIn('ranked')[0])).toBeGreaterThan(Number(bucketIn('ranked')[1]));
  expect(Number(bucketIn('ranked')[1])).toBeGreaterThan(0);
});
