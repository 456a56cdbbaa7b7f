import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from '../chromium.mjs';

/** One person's Chromium: it keeps its profile folder when it is killed and started again. */
export function chromiumIn(profile) {
  let browser;

  const started = async () => {
    browser ??= await launchChromium({
      userDataDir: profile,
      ignoreDefaultArgs: ['--disable-back-forward-cache'], // visitors have it
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
