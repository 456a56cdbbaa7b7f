import type { Rejected } from '../src/index.js';
import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
let rejected: Rejected[] = [];
afterEach(() => at?.end());

async function watched(html: string, options = {}): Promise<void> {
  rejected = [];
  at = await stand('', options);
  at.tracker.rejected$.subscribe((each) => rejected.push(each));
  document.body.innerHTML = html;
}
const why = (item: string): string[] => rejected.flatMap((each) => (each.item === item ? [each.reason] : []));

it('says how much of an item was visible at most, when it was not enough', async () => {
  await watched(
    `<div style="position:absolute;top:${innerHeight - 49}px;height:100px">${listOf('home', ['a1'], 100)}</div>`,
  );
  await wait(1300);
  document.querySelector('ol')!.style.display = 'none';
  await vi.waitFor(() => expect(why('a1')).toEqual(['49 % visible']), 2000);
});

it('says how long it was in view, when that was too short', async () => {
  await watched(`${listOf('home', ['a1'], 100)}<div style="height:3000px"></div>`);
  await wait(500);
  document.querySelector('ol')!.style.display = 'none';
  await vi.waitFor(() => expect(why('a1')[0]).toMatch(/^0\.\d s in view$/), 2000);
});

it('says that the page was left for another', async () => {
  await watched(listOf('home', ['a1'], 100));
  await wait(200);
  await commands.hidePage();
  await vi.waitFor(() => expect(why('a1')[0]).toMatch(/^(hidden|not focused)$/), 2000);
  await commands.showPage();
});

it('says that it was counted already', async () => {
  await watched(`${listOf('home', ['a1'], 100)}<div style="height:3000px"></div>`);
  await vi.waitFor(() => expect(at?.told).toContain('impression a1 home 1'), 3000);
  await commands.realClick('#a1-link');
  await commands.realClick('#a1-link');
  expect(rejected).toContainEqual(
    expect.objectContaining({ kind: 'click', item: 'a1', list: 'home', reason: 'duplicate' }),
  );
});

it('says that it is excluded, or what was wrong with a signal', async () => {
  await watched(`<div data-penchant-exclude>${listOf('home', ['a1'])}</div>`);
  await vi.waitFor(() => expect(why('a1')).toEqual(['excluded']), 2000);
  at!.tracker.rate('b1', 9);
  expect(why('b1')).toEqual(['stars range']);
});

it('says that there is no consent', async () => {
  await watched(listOf('home', ['a1']), { consent: 'denied' });
  await vi.waitFor(() => expect(why('a1')).toContain('no consent'), 3000);
});

it('says it on the console in debug mode, and only then', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  at = await stand(`<div data-penchant-exclude>${listOf('home', ['a1'])}</div>`);
  await wait(100);
  expect(warn).not.toHaveBeenCalled();
  await at.end();
  at = await stand(`<div data-penchant-exclude>${listOf('home', ['a1'])}</div>`, { debug: true });
  await vi.waitFor(() =>
    expect(warn).toHaveBeenCalledWith('[penchant]', 'does not count:', 'impression', 'a1', 'excluded'),
  );
  warn.mockRestore();
});
