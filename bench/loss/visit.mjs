import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openFront } from '../peers/front.mjs';
import { standIn } from '../peers/stand-in.mjs';
import { ourCollector } from './collectors.mjs';
import { EVENTS, openHundred } from './page.mjs';

/** Events come in tasks of their own, as a busy visitor's would. */
const PER_TASK = 10;
const BETWEEN_MS = 10;
/** Nothing new for this long, and it is over: sooner where everything arrived and only a repetition could come. */
const QUIET_MS = { complete: 1_000, incomplete: 4_500 };
const LONGEST_MS = 20_000;

/** One tracker's visitor on a site of its own, with a collector behind a front that can fail, until `close`. */
export async function visit(tracker, chromium, folder) {
  const site = await openHundred();
  const collector = tracker.ours ? await ourCollector(join(folder, `${Date.now()}.db`), site.url) : standIn();
  const front = await openFront(collector.commit);
  site.track(tracker, front.url);
  const tabs = new Set();
  let offline = false;
  let clockBackMs = 0;
  let lastEventAt = 0;

  const all = (change) => Promise.all([...tabs].map(change));
  const flush = (tab) => tab.evaluate(() => globalThis.bench.flush());
  const visitor = {
    fault: front.fault,
    /** The tracker's page in a new tab, once it is ready. */
    async open() {
      const tab = await chromium.newTab();
      tabs.add(tab);
      if (clockBackMs) await tab.evaluateOnNewDocument(turnClockBack, clockBackMs);
      await tab.goto(site.url);
      await tab.evaluate(() => globalThis.bench.ready.then(() => undefined));
      return tab;
    },
    /** All events before the tracker's page has loaded, which is left in the task of the last one. */
    async passThrough() {
      const tab = await chromium.newTab();
      tabs.add(tab);
      const left = tab.waitForResponse(`${site.url}/elsewhere`);
      await tab.goto(`${site.url}/passing`).catch(() => undefined); // interrupted by its own navigation
      await left;
    },
    /** Events `from` up to `to`; with `go`, the page is left in the task of the last one. */
    async act(tab, { from = 0, to = EVENTS, perTask = PER_TASK, go = '' } = {}) {
      await tab.bringToFront();
      const left = go && tab.waitForNavigation({ waitUntil: 'load' });
      const acted = tab.evaluate(inPage, { from, to, perTask, go, betweenMs: BETWEEN_MS });
      if (left) await Promise.all([left, acted.catch(() => undefined)]);
      else lastEventAt = await acted;
    },
    /** Sends within what a scenario waits. */
    hurry: (tab) => tab.evaluate(() => globalThis.bench.hurry()),
    leave: (tab) => tab.goto(`${site.url}/elsewhere`).catch(() => undefined), // fails when it is offline
    async closeTab(tab) {
      tabs.delete(tab);
      const closed = new Promise((resolve) => tab.once('close', resolve));
      await tab.close({ runBeforeUnload: true }).catch(() => undefined); // as a person does; it may end before it answers
      await closed;
    },
    async offline(on) {
      offline = on;
      front.fault(on ? 'unreachable' : 'none');
      await all((tab) => tab.setOfflineMode(on));
    },
    /** Kills the browser this long after the last event. Gives how long it was in truth. */
    async kill(afterMs) {
      await sleep(Math.max(0, lastEventAt + afterMs - Date.now()));
      const at = await chromium.kill();
      tabs.clear();
      return at - lastEventAt;
    },
    /** As a person does in the browser's settings. */
    async clearStorage() {
      const settings = await chromium.newTab();
      const session = await settings.createCDPSession();
      await session.send('Storage.clearDataForOrigin', { origin: site.url, storageTypes: 'all' });
      await session.send('Network.clearBrowserCookies');
      await settings.close();
    },
    /** From now on, in the tabs at hand and in those to come. */
    async clockBack(ms) {
      clockBackMs = ms;
      await all((tab) => tab.evaluate(turnClockBack, ms));
    },
    /** Waits until nothing more arrives. */
    async settle() {
      const start = Date.now();
      for (let before = -1, since = start; Date.now() - start < LONGEST_MS; await sleep(100)) {
        const { sum, lost } = await sums(collector);
        if (sum !== before) [before, since] = [sum, Date.now()];
        if (Date.now() - since > (lost ? QUIET_MS.incomplete : QUIET_MS.complete)) return;
      }
    },
    /** Everything works again: the visitor comes back, and what can still arrive does. */
    async comeBack() {
      front.fault('none');
      if (offline) await visitor.offline(false);
      await flush(await visitor.open());
      await visitor.settle();
      return sums(collector);
    },
    async close() {
      await chromium.closeTabs();
      await Promise.all([front.close(), site.close()]);
      await collector.close();
    },
  };
  return visitor;
}

async function sums(collector) {
  const counts = [...(await collector.tally()).values()];
  const sum = counts.reduce((total, count) => total + count, 0);
  return { sum, lost: EVENTS - counts.length, twice: sum - counts.length };
}

/** Runs in the page. Gives the moment of the last event. */
async function inPage({ from, to, perTask, go, betweenMs }) {
  for (let i = from; i < to;) {
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
    for (const end = Math.min(to, i + perTask); i < end; i++) globalThis.bench.event(i);
  }
  if (go) globalThis.location.href = go;
  return performance.timeOrigin + performance.now(); // not `Date`: the page's clock may have been changed
}

/** Runs in the page. */
function turnClockBack(ms) {
  const Right = globalThis.Date;
  globalThis.Date = class extends Right {
    static now() {
      return Right.now() - ms;
    }
    constructor(...given) {
      super(...(given.length > 0 ? given : [Right.now() - ms]));
    }
  };
}
