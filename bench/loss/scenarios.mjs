import { setTimeout as sleep } from 'node:timers/promises';
import { EVENTS } from './page.mjs';

const DAY_MS = 86_400_000;
/** How long visitors stay offline after the last event. */
const OFFLINE_MS = 1_500;
/** How long a collector fails: long enough for every tracker to have tried, the slowest after three seconds. */
const FAILING_MS = 4_000;

/** What happens to a visitor's hundred events; after each, all works again and the visitor comes back. */
export const SCENARIOS = [
  scenario('navigate at once', async (visitor) => {
    await visitor.act(await visitor.open(), { go: '/elsewhere' });
  }),
  scenario('events while the page loads, navigate at once', async (visitor) => {
    await visitor.passThrough();
  }),
  scenario('tab close', async (visitor) => {
    const tab = await visitor.open();
    await visitor.act(tab);
    await visitor.closeTab(tab);
  }),
  ...[0, 50, 500, 2_000].map((ms) => killed(ms, { offline: false })),
  killed(0, { offline: false, perTask: EVENTS }),
  ...[0, 50, 500, 2_000].map((ms) => killed(ms, { offline: true })),
  scenario('offline, navigate, return online', async (visitor) => {
    const tab = await visitor.open();
    await visitor.offline(true);
    await visitor.act(tab);
    await visitor.leave(tab);
    await sleep(OFFLINE_MS);
    await visitor.offline(false);
  }),
  offlineTabs(2, { closed: false }),
  offlineTabs(5, { closed: false }),
  offlineTabs(2, { closed: true }),
  faulty('collector answers 500, recovers', '500'),
  faulty('collector answers 429 with Retry-After, recovers', '429'),
  faulty('collector times out, recovers', 'timeout'),
  faulty('half a response after the commit, recovers', 'half'),
  faulty('response lost after the commit, recovers', 'lost'),
  scenario('offline, tab closed, storage cleared', async (visitor) => {
    const tab = await visitor.open();
    await visitor.offline(true);
    await visitor.act(tab);
    await sleep(OFFLINE_MS);
    await visitor.closeTab(tab);
    await visitor.clearStorage();
  }),
  scenario('storage cleared, then the events, tab close', async (visitor) => {
    const tab = await visitor.open();
    await visitor.clearStorage();
    await visitor.act(tab);
    await visitor.closeTab(tab);
  }),
  scenario('clock moved back a day while offline', async (visitor) => {
    const tab = await visitor.open();
    await visitor.offline(true);
    await visitor.act(tab);
    await sleep(OFFLINE_MS);
    await visitor.clockBack(DAY_MS);
    await visitor.offline(false);
    await visitor.settle();
    await visitor.closeTab(tab);
  }),
];

/** `play` may give how many milliseconds after the last event the browser was killed in truth. */
function scenario(name, play) {
  return { name, play };
}

function killed(ms, { offline, perTask }) {
  const how = perTask ? ', all in one task' : '';
  return scenario(`${offline ? 'offline, ' : ''}kill −9 at ${ms.toLocaleString('en')} ms${how}`, async (visitor) => {
    const tab = await visitor.open();
    if (offline) await visitor.offline(true);
    await visitor.act(tab, { perTask });
    return visitor.kill(ms);
  });
}

/** Tabs of one site, each with its share of the events. */
function offlineTabs(count, { closed }) {
  const end = closed ? 'closed, then online' : 'then online';
  return scenario(`${count} tabs offline, ${end}`, async (visitor) => {
    const tabs = [];
    while (tabs.length < count) tabs.push(await visitor.open());
    await visitor.offline(true);
    const share = EVENTS / count;
    for (const [i, tab] of tabs.entries()) await visitor.act(tab, { from: i * share, to: (i + 1) * share });
    await sleep(OFFLINE_MS);
    if (closed) for (const tab of tabs) await visitor.closeTab(tab);
    await visitor.offline(false);
    if (!closed) await visitor.settle();
  });
}

/** A collector that fails while the events are made and sent, then works; the tab stays open until nothing more comes. */
function faulty(name, fault) {
  return scenario(name, async (visitor) => {
    const tab = await visitor.open();
    visitor.fault(fault);
    await visitor.act(tab);
    void visitor.hurry(tab).catch(() => undefined); // the tab may be closed before it is done
    await sleep(FAILING_MS);
    visitor.fault('none');
    await visitor.settle();
    await visitor.closeTab(tab);
  });
}
