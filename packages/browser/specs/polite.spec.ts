import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { createTracker } from '../src/index.js';
import { listOf, stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(() => at?.end());

/** What scripts like to wrap, as it stands. */
const builtins = (): unknown[] =>
  [
    history,
    History.prototype,
    EventTarget.prototype,
    Element.prototype,
    Node.prototype,
    XMLHttpRequest.prototype,
  ].flatMap((owner) =>
    Object.entries(Object.getOwnPropertyDescriptors(owner)).map(([, { value, get, set }]) => [value, get, set]),
  );

it('wraps and patches nothing of the page’s, neither while it runs nor after', async () => {
  const before = [window.fetch, window.onerror, document.createElement, ...builtins().flat()];
  at = await stand(listOf('home', ['a1']));
  expect([window.fetch, window.onerror, document.createElement, ...builtins().flat()]).toEqual(before);
  at.tracker.stop();
  expect([window.fetch, window.onerror, document.createElement, ...builtins().flat()]).toEqual(before);
});

it('prevents and delays no click', async () => {
  at = await stand(listOf('home', ['a1']));
  const seen: boolean[] = [];
  const listen = (event: Event): void => void seen.push(event.defaultPrevented);
  document.addEventListener('click', listen);
  await commands.realClick('#a1-link');
  document.removeEventListener('click', listen);
  expect(seen).toEqual([false]);
  expect(location.hash).toBe('#a1'); // the link was followed
  history.replaceState(null, '', location.pathname + location.search);
});

it('never lets its own failures reach the page, and goes on with what does not fail', async () => {
  const errors: unknown[] = [];
  const note = (event: Event): void => {
    errors.push('message' in event ? event.message : event);
    event.preventDefault();
  };
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, note);
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  at = await stand(`${listOf('home', ['a1'])}<button id="like" data-penchant-like="b1">like</button>`, { debug: true });
  const item = document.querySelector('[data-penchant-item=a1]')!;
  Object.defineProperty(item, 'getRootNode', {
    value: () => {
      throw new Error('hostile');
    },
  });
  await commands.realClick('#a1-link');
  await commands.realClick('#like');
  await wait(1200);
  for (const type of ['error', 'unhandledrejection']) removeEventListener(type, note);
  expect(errors).toEqual([]);
  expect(at.told).toContain('impression a1 home 1');
  expect(warn.mock.calls.map((words) => String(words[1]))).toContain('capture of click stopped:');
  warn.mockRestore();
  history.replaceState(null, '', location.pathname + location.search);
});

it('counts once when it is started, stopped and started again, as strict modes do', async () => {
  const site = `strict ${crypto.randomUUID()}`;
  at = await stand('', { site });
  at.tracker.stop();
  at = await stand(listOf('home', ['a1']), { site });
  expect(createTracker({ site })).toBe(at.tracker);
  await vi.waitFor(() => expect(at?.told).toContain('impression a1 home 1'), 3000);
  await at.tracker.ready;
  const { signals } = await at.tracker.export();
  expect(signals.filter(({ signal }) => signal.kind === 'impression')).toHaveLength(1);
});
