import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { inside, LIST, soon, stand, type Stand } from './page.js';

const ELEMENTS = `<main>${LIST}<penchant-feedback item="film1"></penchant-feedback><penchant-interests></penchant-interests>
  <penchant-inspector open></penchant-inspector></main>`;
let at: Stand | undefined;
afterEach(async () => {
  document.documentElement.removeAttribute('style');
  await at?.end();
});

it.each([
  ['light', '320px'],
  ['dark', '320px'],
  ['light', '100%'],
  ['dark', '100%'],
])('axe finds no fault in what is seen: %s, %s wide', async (scheme, width) => {
  at = await stand(ELEMENTS);
  document.documentElement.style.cssText = `color-scheme: ${scheme}; background: light-dark(#fff, #131219)`;
  document.querySelector('main')!.style.width = width;
  for (const link of document.querySelectorAll<HTMLElement>('li a')) link.style.color = 'light-dark(#000, #fff)';
  at.tracker.like('sport1');
  at.tracker.hide('film1');
  await soon(() => expect(inside('penchant-interests', '.mutes li')).toBeTruthy());
  await soon(() => expect(inside('penchant-inspector', '.feed li')).toBeTruthy());
  inside('penchant-interests', 'summary')?.click();
  await soon(() => expect(inside('penchant-interests', '.ledger li')).toBeTruthy());
  const { violations, passes } = await axe.run('main');
  expect(passes.length).toBeGreaterThan(10);
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
});
