import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
const home = location.href;
afterEach(async () => {
  history.replaceState(null, '', home);
  await at?.end();
});

const count = (line: string): number => at?.told.filter((told) => told === line).length ?? 0;
/** Goes to another route as apps do: the address first, then what the page shows. */
function go(path: string, html: string): void {
  history.pushState(null, '', path);
  document.body.innerHTML = html;
}

it('begins a new list view with each route, in which items count again', async () => {
  at = await stand(listOf('home', ['a1']));
  await vi.waitFor(() => expect(count('impression a1 home 1')).toBe(1), 3000);
  go('/elsewhere', '<p>Another page.</p>');
  await wait(100);
  go('/home', listOf('home', ['a1']));
  await vi.waitFor(() => expect(count('impression a1 home 1')).toBe(2), 3000);
});

it('counts again what stays on the page over a route', async () => {
  at = await stand(`${listOf('home', ['a1'])}<p id="route"></p>`);
  await vi.waitFor(() => expect(count('impression a1 home 1')).toBe(1), 3000);
  history.pushState(null, '', '/second');
  document.querySelector('#route')!.textContent = 'second';
  await vi.waitFor(() => expect(count('impression a1 home 1')).toBe(2), 3000);
});

it('takes a touched-up address for the same view', async () => {
  at = await stand(`${listOf('home', ['a1'])}<p id="route"></p>`);
  await vi.waitFor(() => expect(count('impression a1 home 1')).toBe(1), 3000);
  for (const change of [
    () => history.replaceState(null, '', '?scroll=120'),
    () => history.pushState(null, '', '#section'),
    () => history.replaceState({ y: 1 }, '', location.href),
  ]) {
    change();
    document.querySelector('#route')!.textContent = location.href;
    await wait(400);
  }
  await wait(1200);
  expect(count('impression a1 home 1')).toBe(1);
});

it('patches nothing of the page’s history', async () => {
  const { pushState, replaceState } = history;
  at = await stand(listOf('home', ['a1']));
  expect(history.pushState).toBe(pushState);
  expect(history.replaceState).toBe(replaceState);
});

it('begins the dwell anew on another route', async () => {
  const story = (id: string): string => `<article data-penchant-item="${id}"><p id="text">Story ${id}.</p></article>`;
  at = await stand(story('s1'));
  const dwells = (item: string) =>
    (at?.signals ?? []).flatMap((s) => (s.kind === 'dwell' && s.item === item ? [s] : []));
  await vi.waitFor(() => expect(dwells('s1').at(-1)?.attendedMs).toBeGreaterThan(1_900), 4000);
  go('/s2', story('s2'));
  await commands.scrollBy(1);
  await vi.waitFor(() => expect(dwells('s2')).not.toEqual([]), 4000);
  expect(dwells('s2')[0]?.attendedMs).toBeLessThan(1_500);
  const { attendedMs } = dwells('s1').at(-1)!;
  await wait(1200);
  expect(dwells('s1').at(-1)?.attendedMs).toBe(attendedMs);
});

it('tells a bounce-back: a click, another route, and back within ten seconds', async () => {
  at = await stand(listOf('home', ['a1', 'b1']));
  document.addEventListener('click', (event) => event.preventDefault(), { once: true });
  await commands.realClick('#b1-link');
  const click = at.signals.find(({ kind }) => kind === 'click');
  go('/b1', '<article data-penchant-item="b1">Not what it promised.</article>');
  await wait(700);
  history.back();
  await vi.waitFor(() => expect(location.href).toBe(home), 2000);
  document.body.innerHTML = listOf('home', ['a1', 'b1']);
  const bounced = () => (at?.signals ?? []).filter((signal) => signal.kind === 'dwell' && signal.bounced);
  await vi.waitFor(() => expect(bounced()).toHaveLength(1), 2000);
  expect(bounced()[0]).toMatchObject({ item: 'b1', opened: click?.at });
});

it('tells none when no click led away', async () => {
  at = await stand(listOf('home', ['a1', 'b1']));
  go('/elsewhere', '<p>By a menu.</p>');
  await wait(300);
  history.back();
  await vi.waitFor(() => expect(location.href).toBe(home), 2000);
  document.body.innerHTML = listOf('home', ['a1', 'b1']);
  await wait(500);
  expect(at.signals.filter((signal) => signal.kind === 'dwell' && signal.bounced)).toEqual([]);
});
