import { afterEach, expect, it, vi } from 'vitest';
import { listOf, stand, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await at?.end();
});

it('says which cards were identified, and hands over the one that was not', async () => {
  at = await stand(listOf('home', ['a1', 'a2', 'a3']));
  document.querySelectorAll('li')[1]?.removeAttribute('data-penchant-item');
  const { summary, items, findings } = await at.tracker.audit();
  expect(summary).toBe('2 of 3 cards identified; card 2 of “home” has no id');
  expect(items.map(({ id }) => id)).toEqual(['a1', 'a3']);
  expect(findings).toEqual([expect.objectContaining({ rule: 'item-without-id', severity: 'error' })]);
  expect(findings[0]?.element).toBe(document.querySelectorAll('li')[1]);
});

it('says what came from JSON-LD, and what it lists that the page does not show', async () => {
  const list = { '@type': 'ItemList', itemListElement: [{ url: '/a' }, { url: '/b' }, { url: '/gone' }] };
  at = await stand(
    `<script type="application/ld+json">${JSON.stringify(list)}</script>
     <ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul>`,
  );
  await vi.waitFor(() => expect(document.querySelector('[data-penchant-item]')).toBeTruthy());
  const { summary, items } = await at.tracker.audit();
  expect(summary).toBe('2 of 3 cards identified; 1 listed but not found');
  expect(items.map(({ id, source }) => `${source} ${id}`)).toEqual(['json-ld /a', 'json-ld /b']);
});

it('speaks on the console in debug mode only', async () => {
  const group = vi.spyOn(console, 'group').mockImplementation(() => {});
  at = await stand(listOf('home', ['a1']));
  await at.tracker.audit();
  expect(group).not.toHaveBeenCalled();
  await at.end();
  at = await stand(listOf('home', ['a1']), { debug: true });
  await at.tracker.audit();
  expect(group).toHaveBeenCalledWith('[penchant] 1 of 1 cards identified');
});
