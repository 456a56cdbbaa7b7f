import { readFileSync } from 'node:fs';
import type { Audit, Explanation, ProfileView, Tracker, TrackerStatus, Vitals } from '@penchant/browser';
import { Contribution } from '@penchant/core/schema';
import { Compile } from 'typebox/compile';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { available, open, type Tab, type Visitor } from '../browsers/engines.js';
import { readerIn, type Place, type Reader } from './reader.js';
import { wordsOf } from './sums.js';
import { openTown, type Town } from './town.js';

const TOPIC = 'cycling';
const SCORING = readFileSync(new URL('parts/scoring.js', import.meta.resolve('@penchant/browser/penchant.js')), 'utf8');
const conforms = Compile(Contribution);

/** What stands in the "for you" list, once it stands in the reader's order. */
const forYou = (tab: Tab): Promise<{ item: string; topic: string }[]> =>
  tab.until(() => {
    const list = document.querySelector('[data-penchant-list="for-you"][data-penchant-ranked]');
    return (
      list &&
      [...list.querySelectorAll('[data-penchant-item]:not([hidden])')].map((element) => ({
        item: element.getAttribute('data-penchant-item') ?? '',
        topic: /topic:(\S+)/.exec(element.getAttribute('data-penchant-features') ?? '')?.[1] ?? '',
      }))
    );
  });
const explain = (tab: Tab, item: string): Promise<Explanation> =>
  tab.evaluate((asked) => window.penchant('explain', asked) as Explanation, item);
/** Opens an item, does something there, and goes back to the front page. */
async function openAndComeBack(reader: Reader, place: Place, there: () => unknown = () => {}): Promise<void> {
  const { tab } = reader;
  await reader.open(place);
  await tab.until((item) => location.pathname === `/story/${item}.html` && 'penchant' in window, place.item);
  await reader.listen();
  await there();
  await tab.back();
  await tab.until(() => location.pathname === '/' && document.readyState === 'complete');
  await reader.listen();
}
const flush = (tab: Tab): Promise<unknown> => tab.evaluate(() => window.penchant('flush'));

describe.each(available)('a reader with %s', (engine) => {
  let town: Town;
  let visitor: Visitor | undefined;
  beforeEach(async () => void (town = await openTown()));
  afterEach(async () => {
    await visitor?.close();
    await town.end();
  });

  it('opens three stories of one topic, and finds that topic leading the list made for them', async () => {
    await town.startCollector();
    visitor = await open(engine, { profile: town.profile('reader') });
    const reader = readerIn(visitor);
    await reader.read(town.paper);
    const before = await forYou(visitor);
    expect(new Set(before.slice(0, 6).map(({ topic }) => topic)).size).toBeGreaterThan(3); // the editor's mixture
    await visitor.scroll(600);
    await vi.waitFor(() => reader.listen().then(() => expect(reader.heard.length).toBeGreaterThan(2)), 5_000);

    const opened: string[] = [];
    for (const nth of [0, 1, 2]) {
      const place = await reader.find('home', TOPIC, nth);
      opened.push(place.item);
      await openAndComeBack(reader, place);
    }
    const after = await forYou(visitor);
    expect(after.slice(0, 3).map(({ topic }) => topic)).toEqual([TOPIC, TOPIC, TOPIC]);
    expect(opened).not.toContain(after[0]?.item); // there is more to read of it

    const { entries, score, sentence } = await explain(visitor, after[0]?.item ?? '');
    // Back at once, the story itself was not wanted; what it is about was.
    const acts = entries.filter(({ kind }) => kind === 'click' || kind === 'dwell');
    expect(new Set(acts.map(({ item }) => item))).toEqual(new Set(opened));
    expect(entries.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
    expect(sentence).toBe(`Because you opened 3 items about ${TOPIC}.`);

    // What left the device: counts, and nothing else.
    await flush(visitor);
    const profile = await visitor.evaluate(() => window.penchant('profile') as ProfileView);
    expect(profile.features[`topic:${TOPIC}`]?.score).toBeGreaterThan(0.1);
    const asked = visitor.requests.map(({ url }) => new URL(url)).filter(({ protocol }) => protocol !== 'data:');
    expect(asked.filter(({ origin }) => ![town.paper, town.collector].includes(origin))).toEqual([]);
    const posted = town.asked.filter(({ method }) => method === 'POST');
    expect(posted.length).toBeGreaterThan(0);
    for (const { url, body } of posted) {
      expect(url).toBe('/v1/contributions');
      expect([...conforms.Errors(body)]).toEqual([]);
      expect(JSON.stringify(body)).not.toMatch(/topic|score|profile|liking/);
    }
    for (const { method, url } of town.asked.filter(({ method: how }) => how !== 'POST'))
      expect([method, url]).toEqual(['GET', '/v1/model?site=daily']);
  });

  it('goes offline, opens a story, loses the browser to kill −9: the sums are exactly what was done', async () => {
    await town.startCollector();
    const profile = town.profile('reader');
    visitor = await open(engine, { profile });
    const first = readerIn(visitor);
    await first.read(town.paper);
    await forYou(visitor);
    for (const nth of [0, 1]) {
      const place = await first.find('home', TOPIC, nth);
      await first.open(place);
      await visitor.until((item) => location.pathname === `/story/${item}.html` && 'penchant' in window, place.item);
      if (nth === 1) {
        await first.listen();
        await visitor.click('[data-penchant-like]');
      }
      await first.listen();
      await visitor.back();
      await visitor.until(() => location.pathname === '/' && document.readyState === 'complete');
      await first.listen();
    }
    await visitor.offline(true);
    const last = await first.find('home', TOPIC, 2);
    await first.openOffline(last);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await visitor.kill();

    visitor = await open(engine, { profile });
    const again = readerIn(visitor);
    await again.read(`${town.paper}/about.html`); // a page without lists: it adds nothing
    await flush(visitor);
    expect(await wordsOf(town.store(), 'daily')).toEqual([...first.heard].sort());
    expect(first.heard.filter((word) => word.startsWith('click'))).toHaveLength(3);
    expect(first.heard.filter((word) => word.startsWith('like'))).toHaveLength(1);

    await flush(visitor); // nothing is sent twice
    expect(await wordsOf(town.store(), 'daily')).toEqual([...first.heard].sort());

    await again.read(town.paper);
    const [top] = await forYou(visitor);
    expect(top?.topic).toBe(TOPIC);
    const { entries } = await explain(visitor, top?.item ?? '');
    expect(entries.map(({ kind, item }) => `${kind} ${item}`)).toContain(`click ${last.item}`);
  });

  it('acts in the first task of a page and leaves in the same task: every act is counted, once', async () => {
    await town.startCollector();
    const acts = Array.from({ length: 100 }, (_, i) => ({ kind: 'like', item: `early-${i}` }));
    town.publish(
      'early.html',
      `<!doctype html><title>Early</title>
      <script src="/penchant.js" data-site="daily" data-collector="${town.collector}"></script>
      <script>${JSON.stringify(acts)}.forEach((act) => penchant('record', act)); location.href = '/about.html';</script>`,
    );
    visitor = await open(engine, { profile: town.profile('reader') });
    await visitor.goto(`${town.paper}/early.html`);
    const tab = visitor;
    await vi.waitFor(async () => {
      await tab.until(() => location.pathname === '/about.html' && 'penchant' in window);
      await flush(tab);
      const early = (await wordsOf(town.store(), 'daily')).filter((word) => word.includes('early-'));
      expect(early).toEqual(acts.map(({ item }) => `like ${item}`).sort());
    }, 10_000);
    expect(await visitor.evaluate(() => Object.keys(localStorage))).toEqual([]);
    const known = await visitor.evaluate(() => window.penchant('profile') as ProfileView);
    expect(Object.keys(known.items)).toHaveLength(acts.length);
  });

  it('misses nothing when the collector is down from the start: all works, and the counts arrive once it is up', async () => {
    const profile = town.profile('reader');
    visitor = await open(engine, { profile });
    const reader = readerIn(visitor);
    await reader.read(town.paper);
    for (const nth of [0, 1, 2]) {
      const place = await reader.find('home', TOPIC, nth);
      await openAndComeBack(reader, place, () => flush(reader.tab)); // refused: nobody is there
    }
    expect((await forYou(visitor)).slice(0, 3).map(({ topic }) => topic)).toEqual([TOPIC, TOPIC, TOPIC]);
    await reader.listen();
    await visitor.kill();

    await town.startCollector();
    visitor = await open(engine, { profile });
    await readerIn(visitor).read(`${town.paper}/about.html`);
    await flush(visitor);
    expect(await wordsOf(town.store(), 'daily')).toEqual([...reader.heard].sort());
  });

  it('is captured and counted while what scores cannot be had, and finds its topic leading once it can', async () => {
    await town.startCollector();
    town.publish('parts/scoring.js', 'throw new Error("not to be had");');
    const profile = town.profile('reader');
    visitor = await open(engine, { profile });
    const reader = readerIn(visitor);
    await reader.read(town.paper);
    const before = await forYou(visitor);
    for (const nth of [0, 1, 2]) {
      const place = await reader.find('home', TOPIC, nth);
      await openAndComeBack(reader, place);
    }
    expect(await forYou(visitor)).toEqual(before);
    await flush(visitor);
    expect(await wordsOf(town.store(), 'daily')).toEqual([...reader.heard].sort());
    expect(reader.heard.filter((word) => word.startsWith('click'))).toHaveLength(3);
    const status = await visitor.evaluate(() => window.penchant('status') as TrackerStatus);
    expect(status).toMatchObject({ state: 'loading', storage: 'indexeddb', unsaved: 0, refused: {} });

    await visitor.kill();

    town.publish('parts/scoring.js', SCORING);
    visitor = await open(engine, { profile });
    await readerIn(visitor).read(town.paper);
    expect((await forYou(visitor)).slice(0, 3).map(({ topic }) => topic)).toEqual([TOPIC, TOPIC, TOPIC]);
  });

  it('finds a better order made by readers it never met', async () => {
    const collector = await town.startCollector();
    visitor = await open(engine, { profile: town.profile('reader') });
    await readerIn(visitor).read(town.paper);
    const editors = await forYou(visitor);
    const favourite = editors.at(-1)?.item ?? '';
    await visitor.close();

    // Two hundred others, each shown the six, open the last of them far more often than its place explains.
    const epoch = Math.floor(Date.now() / (7 * 86_400_000));
    await Promise.all(
      Array.from({ length: 200 }, (_, reader) => {
        const cells = editors.map(({ item }, i) => ({
          item,
          position: i + 1,
          bucket: 0,
          impressions: 1,
          clicks: (item === favourite ? reader % 2 === 0 : reader % 20 === i) ? 1 : 0,
        }));
        const id = reader.toString(16).padStart(32, '0');
        return town.store().add({ version: 1, id, site: 'daily', epoch, family: 'list', list: 'for-you', cells });
      }),
    );
    await collector.publish();

    visitor = await open(engine, { profile: town.profile('stranger') });
    const stranger = readerIn(visitor);
    await stranger.read(town.paper);
    await visitor.until(async () => (await indexedDB.databases()).length > 0);
    await vi.waitFor(async () => expect((await explain(visitor!, favourite)).entries[0]?.kind).toBe('quality'), 5_000);
    await stranger.read(town.paper); // the model is there from the first visit on
    expect((await forYou(visitor))[0]?.item).toBe(favourite);
  });
});

describe.each(available)('a page with the collector’s script, in %s', (engine) => {
  it('is captured though it has no mark-up, and can be audited', async () => {
    const town = await openTown('collector');
    await town.startCollector();
    const visitor = await open(engine, { profile: town.profile('reader') });
    try {
      await visitor.goto(`${town.paper}/unmarked.html`);
      await visitor.until(() => document.querySelector('[data-penchant-item]') !== null);
      const report = await visitor.evaluate(async () => {
        const { summary, items } = (await window.penchant('audit')) as Audit;
        return [summary, ...items.map(({ id, source, list }) => `${source} ${list} ${id}`)];
      });
      expect(report).toEqual([
        '2 of 3 cards identified; 1 listed but not found',
        'json-ld latest /story-1',
        'json-ld latest /story-2',
      ]);
      const parts = visitor.requests.flatMap(({ url }) => url.split('/parts/').slice(1));
      const always = ['scoring.js', 'upkeep.js'];
      expect([...new Set(parts)].filter((part) => !always.includes(part))).toEqual(['structured.js', 'audit.js']); // and none that it does not need
    } finally {
      await visitor.close();
      await town.end();
    }
  });

  it('runs the build that the page names, with the parts of that build, and no other bytes', async () => {
    const town = await openTown('collector');
    const { script } = await town.startCollector();
    const visitor = await open(engine, { profile: town.profile('reader') });
    const page = (integrity = '') => `<!doctype html><title>Pinned</title><video></video>
      <script src="${town.collector}${script?.path}" integrity="${integrity}" crossorigin data-site="daily"></script>`;
    try {
      town.publish('other.html', page(script?.integrity.replace(/-.{4}/, '-AAAA')));
      await visitor.goto(`${town.paper}/other.html`);
      expect(await visitor.evaluate(() => typeof window.penchant)).toBe('undefined');
      town.publish('pinned.html', page(script?.integrity));
      await visitor.goto(`${town.paper}/pinned.html`);
      const part = new URL('parts/media.js', `${town.collector}${script?.path}`).href;
      await vi.waitFor(() => expect(visitor.requests.map(({ url }) => url)).toContain(part), 5_000);
      const strange = visitor.requests.filter(({ url }) => url.includes('/parts/') && !url.includes('/v1/'));
      expect(strange).toEqual([]);
    } finally {
      await visitor.close();
      await town.end();
    }
  });

  it('loads parts of it from beside it when they are asked for, and not before', async () => {
    const town = await openTown('collector');
    await town.startCollector();
    const visitor = await open(engine, { profile: town.profile('reader') });
    try {
      await readerIn(visitor).read(town.paper);
      const parts = (): string[] =>
        visitor.requests.flatMap(({ url }) => (url.startsWith(town.collector) ? url.split('/parts/').slice(1) : []));
      const first = ['contribute.js', 'fresh.js', 'policy.js', 'scoring.js', 'upkeep.js']; // this paper sends, and has a policy of its own
      await vi.waitFor(() => expect(parts().sort()).toEqual(first), 5_000);
      const vitals = await visitor.evaluate(
        () =>
          new Promise<Vitals>((resolve) => {
            window.penchant((tracker: Tracker) => tracker.vitals$.subscribe((known) => known.lcpMs && resolve(known)));
          }),
      );
      expect(vitals.lcpMs).toBeGreaterThan(0);
      expect(vitals.lists).toContain('home');
      expect(parts().slice(first.length)).toEqual(['web-vitals.js']);
      expect((await explain(visitor, 'a story')).sentence).toBe('Nothing is known about this yet.');
      expect(await visitor.evaluate(() => window.penchant('receipt') as Promise<unknown>)).toEqual([]);
      expect(parts().slice(first.length)).toEqual(['web-vitals.js', 'explain.js', 'rights.js']);
      await visitor.evaluate(() => document.body.append(document.createElement('video')));
      await vi.waitFor(() => expect(parts()).toContain('media.js'), 5_000); // the paper has no films
    } finally {
      await visitor.close();
      await town.end();
    }
  });
});
