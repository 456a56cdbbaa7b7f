import type { Tracker } from '@penchant/browser';
import { afterEach, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { inside, LIST, soon, stand, textOf, type Stand } from './page.js';

const INSPECTOR = 'penchant-inspector';
const PAGE = `${LIST}<${INSPECTOR}></${INSPECTOR}>`;
const OUT_OF_VIEW = '<div style="height:3000px"></div>';
let at: Stand | undefined;
afterEach(() => at?.end());

const lines = (): string[] =>
  [...(document.querySelector(INSPECTOR)?.shadowRoot?.querySelectorAll('.feed li') ?? [])].map((line) =>
    `${line.className} ${line.textContent}`.replace(/\s+/g, ' ').trim(),
  );
const press = (css: string): void => inside(INSPECTOR, css)?.click();
const open = async (): Promise<void> => {
  await soon(() => expect(inside(INSPECTOR, '.toggle')).toBeTruthy());
  press('.toggle');
  await soon(() => expect(inside(INSPECTOR, '#live')).toBeTruthy());
};
const panel = (): string => textOf(INSPECTOR, '.panel');

it('tells what counts as it happens, and what does not and why', async () => {
  at = await stand(`${OUT_OF_VIEW}${PAGE}`);
  await open();
  expect(panel()).toMatch(/^Listening/);
  at.tracker.like('sport1');
  at.tracker.rate('film1', 9);
  await soon(() => expect(lines().some((line) => line.startsWith('counted liked About sport1'))).toBe(true));
  expect(lines().find((line) => line.startsWith('missed'))).toMatch(
    /^missed rated About film1 stars: missing or out of range/,
  );
  document.querySelector('[data-penchant-item=sport2]')?.scrollIntoView();
  await commands.realClick('[data-penchant-item=sport2] a');
  await soon(() => expect(lines().find((line) => line.includes('opened'))).toMatch(/About sport2 home, place \d/));
  expect(inside(INSPECTOR, '.counted svg')?.getAttribute('aria-label')).toBe('Counted');
  expect(inside(INSPECTOR, '.missed svg')?.getAttribute('aria-label')).toBe('Does not count');
});

it('shows the profile, and any item’s ledger, whose rows are the score', async () => {
  at = await stand(PAGE);
  at.tracker.like('sport1');
  await open();
  press('#profile');
  await soon(() => expect(panel()).toMatch(/Features Sport \+0\.\d\d By Ann \+0\.\d\d|Features By Ann/));
  expect(panel()).toMatch(/Consent all Storage indexeddb/);
  press('#item');
  await soon(() => expect(inside(INSPECTOR, '.choice input')).toBeTruthy());
  const input = inside(INSPECTOR, '.choice input') as HTMLInputElement;
  const offered = [...(input.list?.options ?? [])].map(({ value }) => value);
  expect(offered).toContain('sport2');
  input.value = 'sport2';
  input.dispatchEvent(new Event('change'));
  await soon(() => expect(panel()).toMatch(/Because you liked 1 item about sport\./));
  const { entries, score } = at.tracker.explain('sport2');
  const cells = [...(document.querySelector(INSPECTOR)?.shadowRoot?.querySelectorAll('tbody td:last-child') ?? [])];
  const added = cells.reduce((sum, cell) => sum + Number(cell.getAttribute('title')), 0);
  expect(cells).toHaveLength(entries.length);
  expect(added).toBeCloseTo(score, 3);
});

it('is worked with the keyboard: opened, turned, closed, and the focus comes back', async () => {
  at = await stand(PAGE);
  await soon(() => expect(inside(INSPECTOR, '.toggle')).toBeTruthy());
  const focused = () => document.querySelector(INSPECTOR)?.shadowRoot?.activeElement;
  inside(INSPECTOR, '.toggle')?.focus();
  await commands.pressKey('Enter');
  await soon(() => expect(focused()?.className).toBe('close'));
  await commands.pressKey('Tab');
  expect(focused()?.id).toBe('live');
  await commands.pressKey('ArrowLeft');
  await soon(() => expect(focused()?.id).toBe('item'));
  expect(focused()?.getAttribute('aria-selected')).toBe('true');
  await commands.pressKey('Escape');
  await soon(() => expect(focused()?.className).toBe('toggle'));
});

it('follows nothing while it is closed', async () => {
  at = await stand(PAGE);
  const following = new Set<string>();
  const counted = <T>(name: string, stream: { subscribe(tell: (told: T) => void): { unsubscribe(): void } }) => ({
    subscribe: (tell: (told: T) => void) => {
      const subscription = stream.subscribe(tell);
      following.add(name);
      return { unsubscribe: () => (subscription.unsubscribe(), following.delete(name)) };
    },
  });
  const watched = {
    ...at.tracker,
    signals$: counted('signals$', at.tracker.signals$),
    rejected$: counted('rejected$', at.tracker.rejected$),
    profile$: counted('profile$', at.tracker.profile$),
  } as unknown as Tracker;
  document.querySelector(INSPECTOR)!.tracker = watched;
  expect([...following]).toEqual([]);
  await open();
  await soon(() => expect(following.size).toBe(3));
  press('.close');
  await soon(() => expect(following.size).toBe(0));
  await open();
  await soon(() => expect(following.size).toBe(3));
  document.querySelector(INSPECTOR)!.remove();
  expect(following.size).toBe(0);
});

it('is not in its own numbers', async () => {
  at = await stand(PAGE);
  await open();
  await soon(() => expect(lines().filter((line) => line.includes('seen'))).toHaveLength(6));
  const told: string[] = [];
  at.tracker.signals$.subscribe(({ kind, item }) => told.push(`${kind} ${item}`));
  at.tracker.rejected$.subscribe(({ kind, item, reason }) => told.push(`${kind} ${item} ${reason}`));
  for (const tab of ['#profile', '#item', '#live']) {
    press(tab);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  press('.feed button'); // an item's name: it is not opened by that
  await new Promise((resolve) => setTimeout(resolve, 1300)); // long enough for an impression
  expect(told.filter((each) => !each.startsWith('dwell'))).toEqual([]);
});
