import type { Tracker, TrackerStatus } from '@penchant/browser';
import { open, type Tab, type Visitor } from '../browsers/engines.js';
import { openWebKit, type WebKitTab } from '../browsers/webkit-visitor.js';
import type { Kind, Step } from './script.js';
import { wordsOf } from './sums.js';
import type { Town } from './town.js';

/** How soon after it was acknowledged a kill takes nothing, and a denial has reached every tab. */
const SETTLED_MS = 50;
const HEARD_MS = 200;

type PlayedTab = WebKitTab & Partial<Pick<Tab, 'offline'>>;

/** An engine, as far as it can be driven through a script. */
export interface Played {
  /** Steps that it cannot be driven to. */
  readonly cannot: readonly Step['do'][];
  /** Whether what pages stored outlasts the browser. */
  readonly remembers: boolean;
  open(
    profile: string,
  ): Promise<{ newTab(): Promise<PlayedTab>; close(): Promise<void> } & Partial<Pick<Visitor, 'kill'>>>;
}

export const PLAYED: Readonly<Record<'chromium' | 'firefox' | 'webkit', Played>> = {
  chromium: { cannot: [], remembers: true, open: (profile) => open('chromium', { profile }) },
  firefox: { cannot: [], remembers: true, open: (profile) => open('firefox', { profile }) },
  webkit: { cannot: ['offline', 'kill'], remembers: false, open: openWebKit },
};

/** A page without lists: what it tells is what it is made to say. It writes down what it told, for the next page of its tab. */
export const leafPage = (collector: string): string => `<!doctype html><title>Leaf</title>
<button id="leave">Leave</button>
<script src="/penchant.js" data-site="daily" data-collector="${collector}"></script>
<script>
  penchant.tracker.signals$.subscribe(({ kind, item, list, position }) => {
    const told = JSON.parse(sessionStorage.told ?? '[]');
    if (/^(impression|click|like|dislike)$/.test(kind))
      sessionStorage.told = JSON.stringify([...told, list ? [kind, list, position, item].join(' ') : kind + ' ' + item]);
  });
</script>`;

export interface Outcome {
  /** What the sums had to say, and did not. */
  readonly missing: readonly string[];
  /** What the sums say that nobody told, or more often than it was told. */
  readonly tooMany: readonly string[];
  readonly told: number;
  /** What may be lost, as is documented: told in the task before a kill, or deleted by a denial before it was counted. */
  readonly excused: number;
  /** Of these, what was lost. */
  readonly lost: number;
}

/** Plays a script in a real browser against a real collector, and compares the sums with what was told. Every signal of a run has an item of its own. */
export async function play(town: Town, engine: Played, run: string, script: readonly Step[]): Promise<Outcome> {
  const leaf = `${town.paper}/leaf.html`;
  const profile = town.profile(run);
  const told = new Set<string>();
  const excused = new Set<string>();
  let collects = true;
  let items = 0;
  let visitor: Awaited<ReturnType<Played['open']>>;
  let tabs: { readonly tab: PlayedTab; isOffline: boolean }[] = [];
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  /** Until the next page is there. Its journal need not be open: what is told earlier outlasts the page all the same. */
  const arrived = async (tab: PlayedTab): Promise<void> =>
    void (await tab.until(() => !('left' in window) && document.readyState === 'complete' && 'penchant' in window));
  /** Until a kill takes nothing that was told: what waits for the journal dies with the browser, in memory or in `localStorage`. */
  const saved = async (tab: PlayedTab): Promise<void> =>
    void (await tab.until(() => {
      const { state, consent, unsaved } = window.penchant('status') as TrackerStatus;
      const left = navigator.onLine && Object.keys(localStorage).some((key) => key.includes(' left '));
      return state === 'stopped' || consent === 'denied' || (state === 'ready' && unsaved === 0 && !left);
    }));
  const enter = async (tab: PlayedTab): Promise<void> => {
    await tab.goto(leaf);
    await arrived(tab);
    tabs.push({ tab, isOffline: false });
  };
  const start = async (): Promise<void> => {
    visitor = await engine.open(profile);
    tabs = [];
    await enter(await visitor.newTab()); // the first tab stays: to close it is to end the browser
  };
  const take = async (tab: PlayedTab): Promise<string[]> => {
    const words = await tab.until(() => {
      const taken = JSON.parse(sessionStorage.getItem('told') ?? '[]') as string[];
      sessionStorage.removeItem('told');
      return taken;
    });
    for (const word of words) told.add(word);
    return words;
  };
  const said = async (): Promise<string[]> =>
    (await wordsOf(town.store(), 'daily')).filter((word) => word.split(' ').at(-1)?.startsWith(`${run}-`));
  const say = (tab: PlayedTab, kinds: readonly Kind[]): Promise<void> => {
    const signals = kinds.map((kind) => {
      const item = `${run}-${items++}`;
      return kind === 'impression' || kind === 'click'
        ? { kind, item, list: 'home', position: (items % 9) + 1, bucket: 0 }
        : { kind, item };
    });
    return tab.evaluate((all) => all.forEach((each) => window.penchant('record', each)), signals);
  };
  /** All that was told and is not in the sums yet may be gone now. */
  const excuse = async (): Promise<void> => {
    for (const { tab } of tabs) await take(tab);
    const counted = new Set(collects ? await said() : []);
    for (const word of told) if (!counted.has(word)) excused.add(word);
  };
  const happen = async (step: Step): Promise<void> => {
    if (step.do === 'tab') return tabs.length < 3 ? enter(await visitor.newTab()) : undefined;
    if (step.do === 'collector stops') {
      if (collects) await town.stopCollector();
      collects = false;
      return;
    }
    if (step.do === 'collector starts') {
      if (!collects) await town.startCollector();
      collects = true;
      return;
    }
    if (step.do === 'kill') {
      const [first] = tabs;
      if (first && step.afterMs < SETTLED_MS) {
        await say(first.tab, ['like', 'impression']);
        for (const word of await take(first.tab)) excused.add(word); // the last task's
      }
      for (const { tab } of tabs) {
        await take(tab);
        await saved(tab);
      }
      await wait(step.afterMs);
      await visitor.kill?.();
      return start();
    }
    const at = tabs[step.tab % tabs.length];
    if (!at) return;
    const { tab } = at;
    switch (step.do) {
      case 'say':
        return say(tab, step.kinds);
      case 'leave':
        if (at.isOffline) return;
        await tab.evaluate(
          (item, next) => {
            Object.assign(window, { left: true });
            const leave = (): void => {
              window.penchant('record', { kind: 'click', item, list: 'home', position: 1, bucket: 0 });
              location.href = next;
            };
            document.querySelector('#leave')?.addEventListener('click', leave, { once: true });
          },
          `${run}-${items++}`,
          `${leaf}?${items}`,
        );
        await tab.show();
        await tab.click('#leave');
        return arrived(tab);
      case 'reload':
        if (at.isOffline) return;
        await say(tab, ['like']);
        await tab.evaluate(() => {
          Object.assign(window, { left: true });
          location.reload();
        });
        return arrived(tab);
      case 'back': {
        const depth = await tab.evaluate(() => (location.search ? history.length : 0));
        if (at.isOffline || depth < 2) return;
        await say(tab, ['dislike']);
        await take(tab); // Firefox may show the page before in another process, which does not see yet what this one noted
        const from = await tab.evaluate(() => location.search);
        await tab.back();
        return void (await tab.until((search) => location.search !== search && 'penchant' in window, from));
      }
      case 'close':
        if (tabs.length < 2) return;
        await say(tab, ['impression']);
        await take(tab);
        tabs = tabs.filter((other) => other !== at);
        return tab.close();
      case 'flush':
        return void (await tab.evaluate(() => window.penchant('flush')));
      case 'stop':
        return void (await tab.evaluate(() => window.penchant('stop')));
      case 'deny':
        await tab.evaluate(() => window.penchant('consent', 'denied'));
        await wait(HEARD_MS);
        return excuse();
      case 'grant':
        return void (await tab.evaluate(() => window.penchant('consent', 'granted')));
      case 'offline':
        at.isOffline = step.on;
        return tab.offline?.(step.on);
    }
  };

  await start();
  try {
    for (const step of script) {
      await happen(step);
      for (const { tab } of tabs) await take(tab);
    }
    if (!collects) await town.startCollector();
    for (const { tab } of tabs) await saved(tab); // who is told to end the browser asks no page
    if (engine.remembers) {
      await visitor!.close();
      await start(); // the next day
    } else await enter(await visitor!.newTab());
    const last = tabs.at(-1);
    const sent = await last?.tab.until(async () => {
      const tracker = (window.penchant as unknown as { readonly tracker: Tracker }).tracker;
      await tracker.flush();
      const { journal }: TrackerStatus = tracker.status();
      return journal?.waiting === 0 && journal.sealed === 0 && journal;
    });
    if (sent && sent.refused.length > 0) throw new Error(`The collector refused: ${sent.refused.join(', ')}`);
    const words = await said();
    const counted = new Set(words);
    return {
      missing: [...told].filter((word) => !counted.has(word) && !excused.has(word)),
      tooMany: words.filter((word, i) => !told.has(word) || words.indexOf(word) !== i),
      told: told.size,
      excused: excused.size,
      lost: [...excused].filter((word) => !counted.has(word)).length,
    };
  } finally {
    await visitor!.close();
  }
}
