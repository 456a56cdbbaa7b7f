import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tracker } from '@penchant/browser';
import { available, open, type Visitor } from '../browsers/engines.js';
import { openTown, type Town } from './town.js';

/** What the page does and has of its own, as it answers. */
interface Own {
  /** Globals, patched functions, storage, databases, caches, locks: anything that somebody else might change. */
  inventory(): Promise<Record<string, unknown>>;
  /** What its channel, its click listener and its fetch wrapper noticed. */
  readonly noticed: string[];
  /** Listeners that others added to the page's objects and have not removed. */
  readonly listeners: Set<string>;
  usageBytes(): Promise<number>;
}
declare global {
  interface Window {
    own: Own;
    /** Adds the script to the page. */
    enter(): Promise<Tracker>;
  }
}

/** Runs in the page, before the script: a page that uses everything that Penchant uses, too. */
async function settleIn(): Promise<void> {
  const globals = new Set(Object.getOwnPropertyNames(window));
  const noticed: string[] = [];
  const listeners = new Set<string>();

  const ids = new Map<unknown, number>();
  const idOf = (of: unknown): number => ids.get(of) ?? (ids.set(of, ids.size), ids.size - 1);
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const isOfPage = (target: unknown): boolean => target === undefined || target === window || target instanceof Node;
  const nameOf = (target: unknown, type: string, listener: unknown): string =>
    `${idOf(target ?? window)} ${type} ${idOf(listener)}`;
  addEventListener.call(document, 'click', () => noticed.push('click'));
  EventTarget.prototype.addEventListener = function (this: unknown, type: string, listener: never, how?: never): void {
    if (isOfPage(this) && !Object(how).once) {
      const name = nameOf(this, type, listener);
      listeners.add(name);
      Object(how).signal?.addEventListener('abort', () => listeners.delete(name));
    }
    addEventListener.call(this ?? window, type, listener, how);
  };
  EventTarget.prototype.removeEventListener = function (this: unknown, type: string, listener: never, how?: never) {
    listeners.delete(nameOf(this, type, listener));
    removeEventListener.call(this ?? window, type, listener, how);
  };

  const { fetch, history } = window;
  const ownFetch: typeof fetch = (...asked) => {
    noticed.push('fetch');
    return fetch(...asked);
  };
  window.fetch = ownFetch;
  const push = history.pushState.bind(history);
  const ownPush: typeof push = (...how) => {
    noticed.push('push');
    push(...how);
  };
  history.pushState = ownPush;

  const channel = new BroadcastChannel('shop');
  channel.addEventListener('message', ({ data }) => noticed.push(`heard ${data}`));
  void navigator.locks.request('shop', () => new Promise(() => {}));
  localStorage.setItem('basket', '3 apples');
  sessionStorage.setItem('seen', 'front page');
  document.cookie = 'session=1';
  await (await caches.open('shop')).put('/price', new Response('9.99'));
  await navigator.serviceWorker.register('/shop-worker.js');
  await navigator.serviceWorker.ready;
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('shop', 7);
    request.onupgradeneeded = () => request.result.createObjectStore('signals').put('3 apples', 'basket');
    request.onsuccess = () => resolve(request.result);
  });
  db.addEventListener('versionchange', () => noticed.push('versionchange'));
  db.addEventListener('close', () => noticed.push('close'));

  window.own = {
    noticed,
    listeners,
    inventory: async () => ({
      globals: Object.getOwnPropertyNames(window).filter((name) => !globals.has(name) && name !== 'own'),
      fetchIsOurs: window.fetch === ownFetch,
      pushIsOurs: history.pushState === ownPush,
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      cookie: document.cookie,
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).map(({ active }) => active?.scriptURL),
      locks: (await navigator.locks.query()).held?.map(({ name }) => name),
      basket: await new Promise((resolve) => {
        const request = db.transaction('signals').objectStore('signals').getAll();
        request.onsuccess = () => resolve(request.result);
      }),
      databases: (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`).sort(),
    }),
    usageBytes: async () => (await navigator.storage.estimate()).usage ?? 0,
  };
}

const WORKER = `self.addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));`;

const page = (collector: string): string => `<!doctype html><title>Shop</title><button id="buy">Buy</button>
<ol data-penchant-list="home"><li data-penchant-item="a"><a href="#a">A</a></li></ol>
<script>
  function enter() { return new Promise((resolve) => {
    const script = document.createElement('script');
    Object.assign(script.dataset, { site: 'daily', collector: '${collector}' });
    script.src = '/penchant.js';
    script.onload = () => penchant((tracker) => resolve(tracker));
    document.head.append(script);
  }); }
  (${settleIn.toString()})();
</script>`;

/**
 * What many signals of one visit may cost the page in storage: a small part of what browsers give a site. Half of it is the
 * receipts of what was sent: a thousand likes are some ninety contributions, most of them pairs.
 */
const MAX_USAGE_BYTES = 2 * 2 ** 20;

describe.each(available)('a page with a life of its own, in %s', (engine) => {
  let town: Town;
  let visitor: Visitor;
  beforeEach(async () => {
    town = await openTown();
    await town.startCollector();
    town.publish('shop.html', page(town.collector));
    town.publish('shop-worker.js', WORKER);
    visitor = await open(engine, { profile: town.profile('customer') });
  });
  afterEach(async () => {
    await visitor.close();
    await town.end();
  });

  it('finds all that is its own untouched, while Penchant works and after it forgot and stopped', async () => {
    await visitor.goto(`${town.paper}/shop.html`);
    await visitor.until(() => 'own' in window);
    const before = await visitor.evaluate(() => window.own.inventory());
    expect(before).toMatchObject({ basket: ['3 apples'], databases: ['shop 7'], locks: ['shop'], globals: [] });
    const empty = await visitor.evaluate(() => window.own.usageBytes());

    await visitor.evaluate(async () => {
      const tracker = await window.enter();
      for (let i = 0; i < 1_000; i++) tracker.like(`item ${i}`);
      await tracker.flush();
    });
    await visitor.click('#buy');
    await visitor.evaluate(() => {
      history.pushState({}, '', '#checkout');
      const other = new BroadcastChannel('shop');
      other.postMessage('sale');
    });
    await visitor.until(() => window.own.noticed.includes('heard sale'));
    expect(town.asked.some(({ method }) => method === 'POST')).toBe(true); // it did work
    const during = await visitor.evaluate(() => window.own.inventory());
    expect(during).toEqual({ ...before, globals: ['penchant'], databases: ['penchant daily 2', 'shop 7'] });
    expect((await visitor.evaluate(() => window.own.usageBytes())) - empty).toBeLessThan(MAX_USAGE_BYTES);
    expect(await visitor.evaluate(() => window.own.listeners.size)).toBeGreaterThan(0);

    await visitor.evaluate(async () => {
      await window.penchant('forget');
      window.penchant('stop');
    });
    await visitor.click('#buy');
    await visitor.evaluate(() => {
      history.pushState({}, '', '#again');
      new BroadcastChannel('shop').postMessage('sold out');
    });
    await visitor.until(() => window.own.noticed.includes('heard sold out'));
    const after = await visitor.evaluate(() => window.own.inventory());
    expect(after).toEqual(during);
    const noticed = await visitor.evaluate(() => window.own.noticed.filter((what) => what !== 'fetch'));
    expect(noticed).toEqual(['click', 'push', 'heard sale', 'click', 'push', 'heard sold out']);
    expect(await visitor.evaluate(() => [...window.own.listeners])).toEqual([]);
  });
});
