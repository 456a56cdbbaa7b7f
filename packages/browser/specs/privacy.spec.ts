import type { Contribution } from '@penchant/core';
import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'globalPrivacyControl');
  await at?.end();
});

it('sends nothing at all in local mode', async () => {
  const fetched = vi.spyOn(window, 'fetch');
  const beacon = vi.spyOn(navigator, 'sendBeacon');
  at = await stand(listOf('home', ['a1', 'b1']));
  await commands.realClick('#a1-link');
  for (let i = 0; i < 500; i++) at.tracker.like(`a${i}`);
  await at.tracker.flush();
  expect(fetched).not.toHaveBeenCalled();
  expect(beacon).not.toHaveBeenCalled();
  expect(at.tracker.status()).toMatchObject({ mode: 'local' });
  expect(at.tracker.status().recorded).toBeGreaterThanOrEqual(502); // and looks at what is in view
});

it('keeps counts on the device when the browser signals Global Privacy Control', async () => {
  Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
  const fetched = vi.spyOn(window, 'fetch').mockResolvedValue(new Response('{}'));
  at = await stand('', { collector: 'https://collect.example' });
  at.tracker.like('a1');
  await at.tracker.flush();
  expect(fetched).not.toHaveBeenCalled();
  at.tracker.consent('granted');
  await at.tracker.flush();
  const families = fetched.mock.calls.map(
    ([, init]) => (JSON.parse(typeof init?.body === 'string' ? init.body : '') as Contribution).family,
  );
  expect(families.sort()).toEqual(['pairs', 'reactions']); // that something is liked, and by how many devices
});

it('stops and deletes everything in the moment consent is denied', async () => {
  at = await stand('');
  at.tracker.like('a1');
  at.tracker.consent('denied');
  at.tracker.like('b1');
  await wait(50);
  expect(at.tracker.profile()).toMatchObject({ items: {}, features: {} });
  expect(at.tracker.status().refused).toEqual({ 'consent denied': 1 });
});

it('sends counts that name neither the visitor nor a time, and nothing of the profile', async () => {
  const bodies: string[] = [];
  vi.spyOn(window, 'fetch').mockImplementation(async (_, init) => {
    if (typeof init?.body === 'string') bodies.push(init.body);
    return new Response('{"version":1,"site":"s","lists":[],"items":[]}');
  });
  at = await stand(listOf('home', ['a1']), { collector: 'https://collect.example', site: 'counted' });
  await commands.realClick('#a1-link');
  await at.tracker.flush();
  expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
    {
      version: 1,
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      site: 'counted',
      epoch: Math.floor(Date.now() / (7 * 86_400_000)),
      family: 'list',
      list: 'home',
      cells: [{ item: 'a1', position: 1, bucket: 0, impressions: 1, clicks: 1 }],
    },
  ]);
});
