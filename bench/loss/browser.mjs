import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { findEngines, REMEDY } from '../../test/browsers/find.js';

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium's sandbox refuses to run as root
];

/** One person's Chromium: it keeps its profile folder when it is killed and started again. */
export function chromiumIn(profile) {
  const { chromium } = findEngines();
  if (!chromium) throw new Error(`[penchant] The table is of Chromium: ${REMEDY.chromium}.`);
  let browser;

  const started = async () => {
    browser ??= await puppeteer.launch({
      executablePath: chromium,
      userDataDir: profile,
      args: QUIET,
      ignoreDefaultArgs: ['--disable-back-forward-cache'], // visitors have it
      handleSIGINT: false, // the run at hand is finished first
    });
    return browser;
  };
  return {
    /** A new tab, in front; the first, empty one stays, so that the browser outlives its tabs. */
    async newTab() {
      const tab = await (await started()).newPage();
      await tab.bringToFront();
      return tab;
    },
    version: async () => (await started()).version(),
    /** Ends it and all it started with SIGKILL, as a crash would. Gives the moment. */
    async kill() {
      if (!browser) return Date.now();
      const { pid } = browser.process();
      process.kill(-pid, 'SIGKILL');
      const at = Date.now();
      browser = undefined;
      while (lives(pid)) await sleep(20);
      return at;
    },
    async closeTabs() {
      const [, ...tabs] = (await browser?.pages()) ?? [];
      await Promise.all(tabs.map((tab) => tab.close()));
    },
  };
}

/** Whether anything in a group of processes lives; the dead may still be listed as zombies. */
function lives(group) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' });
  return new RegExp(`^\\s*${group}\\s+[^Z]`, 'm').test(stdout);
}
