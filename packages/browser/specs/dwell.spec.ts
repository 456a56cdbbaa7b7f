import type { Dwell } from '@penchant/core';
import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(() => at?.end());

const dwellsOn = (item: string): Dwell[] =>
  (at?.signals ?? []).filter((signal): signal is Dwell => signal.kind === 'dwell' && signal.item === item);
const lastOn = (item: string): Dwell | undefined => dwellsOn(item).at(-1);

/** A page about one item, three screens long. */
const story = (id: string): string =>
  `<article data-penchant-item="${id}" data-penchant-features="topic:sport" style="height:${innerHeight * 3}px"><p id="text">A story.</p></article>`;

it('tells each second how long the page’s item was attended to, as one act', async () => {
  at = await stand(story('a1'));
  await vi.waitFor(() => expect(dwellsOn('a1').length).toBeGreaterThanOrEqual(3), 6000);
  const dwells = dwellsOn('a1');
  expect(new Set(dwells.map(({ opened }) => opened)).size).toBe(1);
  for (const [i, { attendedMs }] of dwells.entries()) {
    expect(attendedMs).toBeGreaterThan((i + 1) * 1000 - 60);
    expect(attendedMs).toBeLessThan((i + 1) * 1000 + 700);
  }
});

it('stops five seconds after the visitor last did something, and goes on when they do', async () => {
  at = await stand(story('a1'));
  await wait(7000);
  const idle = lastOn('a1')?.attendedMs ?? 0;
  expect(idle).toBeGreaterThan(4_500);
  expect(idle).toBeLessThanOrEqual(5_100);
  await commands.scrollBy(50);
  await vi.waitFor(() => expect(lastOn('a1')?.attendedMs).toBeGreaterThan(idle + 900), 4000);
  expect(lastOn('a1')?.attendedMs).toBeLessThan(idle + 3_000);
});

it('counts no time in which the page is hidden, and tells what it has when it is', async () => {
  at = await stand(story('a1'));
  await wait(1500);
  await commands.hidePage();
  await vi.waitFor(() => expect(lastOn('a1')?.attendedMs).toBeGreaterThan(1_300)); // engines say so a moment after their driver
  const told = lastOn('a1')?.attendedMs ?? 0;
  await wait(2500);
  expect(lastOn('a1')?.attendedMs).toBe(told);
  await commands.showPage();
  await vi.waitFor(() => expect(lastOn('a1')?.attendedMs).toBeGreaterThan(told), 4000);
  expect(lastOn('a1')?.attendedMs).toBeLessThan(told + 2_000);
});

it('tells how far down the text was read, and never less', async () => {
  at = await stand(story('a1'));
  await vi.waitFor(() => expect(lastOn('a1')?.depth).toBeCloseTo(1 / 3, 1), 3000);
  await commands.scrollBy(innerHeight);
  await vi.waitFor(() => expect(lastOn('a1')?.depth).toBeGreaterThan(0.6), 3000);
  const { depth = 1 } = lastOn('a1') ?? {};
  await commands.scrollBy(-innerHeight);
  await wait(1200);
  expect(lastOn('a1')?.depth).toBeGreaterThanOrEqual(depth);
});

it('takes the time from a monotonic clock, whatever the wall clock does', async () => {
  const { now } = Date;
  at = await stand(story('a1'));
  try {
    await wait(1200);
    Date.now = () => now() - 3_600_000;
    await wait(1200);
    Date.now = () => now() + 3_600_000;
    await wait(1200);
  } finally {
    Date.now = now;
  }
  expect(lastOn('a1')?.attendedMs).toBeGreaterThan(2_500);
  expect(lastOn('a1')?.attendedMs).toBeLessThan(4_500);
});

it('tells how long items in a list were looked at, with the place they stand in', async () => {
  at = await stand(listOf('home', ['a1', 'b1']));
  await vi.waitFor(() => expect(lastOn('b1')?.attendedMs).toBeGreaterThan(2_000), 5000);
  expect(lastOn('b1')).toMatchObject({ list: 'home', position: 2, bucket: 0 });
  expect(at.tracker.profile().items['b1']?.confidence ?? 0).toBe(0); // a look does not make an item known
});

it('stops for an item that goes out of view', async () => {
  at = await stand(
    listOf(
      'home',
      Array.from({ length: 40 }, (_, i) => `i${i + 1}`),
    ),
  );
  await vi.waitFor(() => expect(lastOn('i1')).toBeDefined(), 4000);
  await commands.scrollBy(1200);
  await wait(300);
  const { attendedMs } = lastOn('i1')!;
  await vi.waitFor(() => expect(dwellsOn('i30').length).toBeGreaterThan(0), 4000);
  expect(lastOn('i1')?.attendedMs).toBe(attendedMs);
});

it('tells what is left to tell when an item goes', async () => {
  at = await stand(listOf('home', ['a1', 'b1']));
  await vi.waitFor(() => expect(lastOn('a1')).toBeDefined(), 4000);
  const { attendedMs } = lastOn('a1')!;
  await wait(500); // half way to the next second
  document.querySelector('[data-penchant-item=a1]')!.remove();
  await vi.waitFor(() => expect(lastOn('a1')?.attendedMs).toBeGreaterThan(attendedMs + 400), 300);
});

it('does not take an item for the one that its element stands for next', async () => {
  at = await stand(listOf('home', ['a1', 'b1']));
  const element = document.querySelector('[data-penchant-item=a1]')!;
  element.setAttribute('data-penchant-features', 'topic:sport');
  await vi.waitFor(() => expect(lastOn('a1')).toBeDefined(), 4000);
  const { attendedMs } = lastOn('a1')!;
  await wait(500); // half way to the next second
  element.setAttribute('data-penchant-item', 'c1');
  element.setAttribute('data-penchant-features', 'topic:politics');
  await vi.waitFor(() => expect(lastOn('a1')?.attendedMs).toBeGreaterThan(attendedMs + 400), 300);
  await at.tracker.flush();
  const last = (await at.tracker.export()).signals.findLast(({ signal }) => signal.item === 'a1');
  expect(last).toMatchObject({ signal: { kind: 'dwell' }, item: { id: 'a1' } });
  expect(last?.item.features ?? []).not.toContain('topic:politics');
});

it('joins the page to the click that opened it, and keeps one signal of it all', async () => {
  const site = `joined ${crypto.randomUUID()}`;
  at = await stand(listOf('home', ['a1', 'b1']), { site });
  await commands.realClick('#b1-link');
  const click = at.signals.find(({ kind }) => kind === 'click');
  at.tracker.stop();
  at = await stand(story('b1'), { site });
  await vi.waitFor(() => expect(dwellsOn('b1').length).toBeGreaterThanOrEqual(2), 5000);
  expect(lastOn('b1')).toMatchObject({ opened: click?.at, propensity: 0.5 });
  at.tracker.stop();
  at = await stand('', { site });
  const kept = (await at.tracker.export()).signals.filter(
    ({ signal }) => signal.kind === 'dwell' && !('list' in signal),
  );
  expect(kept).toHaveLength(1);
});
