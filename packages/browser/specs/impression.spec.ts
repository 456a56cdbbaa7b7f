import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(() => at?.end());

const range = (n: number): string[] => Array.from({ length: n }, (_, i) => `i${i + 1}`);

it('counts items in view after a second, with list and position, and not those below', async () => {
  at = await stand(listOf('home', range(30)));
  await wait(600);
  expect(at.told).toEqual([]);
  await vi.waitFor(
    () => expect(at?.told.length).toBe(Math.floor(innerHeight / 60) + (innerHeight % 60 >= 30 ? 1 : 0)),
    3000,
  );
  expect(at.told.slice(0, 2)).toEqual(['impression i1 home 1', 'impression i2 home 2']);
});

/** Passes by a screen and a half of a list, and says how long that took. */
async function passBy(): Promise<number> {
  at = await stand(listOf('home', range(60)));
  const start = performance.now();
  await commands.scrollBy(900);
  await commands.scrollBy(900);
  return performance.now() - start;
}

it('does not count what was only passed by', async () => {
  while ((await passBy()) > 900) await at?.end(); // on a busy machine it was in view for a second
  await vi.waitFor(() => expect(at?.told.length).toBeGreaterThan(0), 3000);
  await wait(300);
  const passed = Math.floor(scrollY / 60);
  expect(passed).toBeGreaterThan(15);
  const seen = (at?.told ?? []).map((line) => Number(line.split(' ').at(-1)));
  expect(Math.min(...seen)).toBeGreaterThanOrEqual(passed);
});

it('counts each exposure once, however often it comes into view', async () => {
  at = await stand(listOf('home', range(60)));
  await vi.waitFor(() => expect(at?.told).toContain('impression i1 home 1'), 3000);
  await commands.scrollBy(2000);
  await commands.scrollBy(-2000);
  await wait(1400);
  expect(at.told.filter((line) => line === 'impression i1 home 1')).toHaveLength(1);
});

it('waits for half of an item, and for less of a large one', async () => {
  const spacer = `<div style="height:${innerHeight - 40}px"></div>`;
  at = await stand(spacer + listOf('small', ['s1'], 100) + listOf('below', ['b1']));
  await wait(1500);
  expect(at.told).toEqual([]); // 40 of 100 px
  await at.end();
  const large = innerHeight * 0.9;
  at = await stand(`<div style="height:${innerHeight - large * 0.4}px"></div>` + listOf('large', ['l1'], large));
  await vi.waitFor(() => expect(at?.told).toEqual(['impression l1 large 1']), 3000); // 40 % of a large one
});

it('counts an item taller than the page', async () => {
  at = await stand(listOf('tall', ['t1'], innerHeight * 6));
  await vi.waitFor(() => expect(at?.told).toEqual(['impression t1 tall 1']), 3000);
});

it('counts items that are added later, and those that stand for another item now', async () => {
  at = await stand('<div id="feed"></div>');
  document.querySelector('#feed')!.innerHTML = listOf('feed', ['x1', 'x2']);
  await vi.waitFor(() => expect(at?.told).toEqual(['impression x1 feed 1', 'impression x2 feed 2']), 3000);
  document.querySelector('[data-penchant-item=x2]')!.setAttribute('data-penchant-item', 'y2');
  await vi.waitFor(() => expect(at?.told.slice(2)).toEqual(['impression y2 feed 2']), 3000);
});

it('counts an item that moved at its new position', async () => {
  at = await stand(listOf('home', ['a1', 'b1']));
  await vi.waitFor(() => expect(at?.told).toHaveLength(2), 3000);
  const list = document.querySelector('ol')!;
  list.append(...[...list.children].reverse());
  await vi.waitFor(
    () => expect(at?.told.slice(2).sort()).toEqual(['impression a1 home 2', 'impression b1 home 1']),
    3000,
  );
});

it('counts nothing while the page is hidden', async () => {
  at = await stand('');
  await commands.hidePage();
  document.body.innerHTML = listOf('home', ['a1']);
  await wait(1600);
  expect(at.told).toEqual([]);
  await commands.showPage();
  await vi.waitFor(() => expect(at?.told).toEqual(['impression a1 home 1']), 4000);
});

it('begins the second anew when the page was left for another in the middle of it', async () => {
  at = await stand(listOf('home', ['a1']));
  await wait(500);
  await commands.hidePage();
  await wait(1500);
  expect(at.told).toEqual([]);
  await commands.showPage();
  await vi.waitFor(() => expect(at?.told).toEqual(['impression a1 home 1']), 4000);
});

it('stops for good when the tracker stops', async () => {
  at = await stand(listOf('home', ['a1']));
  at.tracker.stop();
  await wait(1300);
  expect(at.told).toEqual([]);
});
