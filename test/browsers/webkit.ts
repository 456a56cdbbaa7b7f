import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { findEngines, type Engines } from './find.js';
import { setUpHousehold, type Household } from './household.js';
import { isReady, startSession, type Session } from './webdriver.js';

/** On a busy machine one start in twelve hangs for good; the others take a second or two. A restart has twice the time. */
const START_LIMIT_MS = 10_000;
const RESTARTS = 2;

/** Starts WebKitGTK's small browser on a screen of its own. `end` leaves nothing behind. */
export async function startWebKit(): Promise<Session> {
  const { webkit } = findEngines();
  if (!webkit) throw new Error('[penchant] WebKitGTK was not found on this machine.');
  for (let start = 0; ; start++) {
    const household = setUpHousehold();
    try {
      const session = await startIn(household, webkit, START_LIMIT_MS * 2 ** start);
      return {
        ...session,
        end: () =>
          session
            .end()
            .catch(() => undefined)
            .then(household.end),
      };
    } catch (problem) {
      await household.end();
      if (start === RESTARTS) throw problem;
    }
  }
}

async function startIn(
  { home, run }: Household,
  programs: NonNullable<Engines['webkit']>,
  limitMs: number,
): Promise<Session> {
  const screen = run(programs.display, SCREEN, {});
  const [name] = await once(screen.stdout, 'data');
  const port = await freePort();
  run(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], { ...within(home), DISPLAY: `:${String(name).trim()}` });

  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600 && !(await isReady(address)); tries++) await sleep(30);
  const browser = { binary: programs.browser, args: ['--automation'] };
  return startSession(address, { 'webkitgtk:browserOptions': browser }, limitMs);
}

/** A screen nobody looks at, larger than any spec's page. It prints the number of its display. */
const SCREEN = ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-noreset'];

/** Everything the browser reads or writes is in its own folder; session services it would wait for are switched off. */
function within(folder: string) {
  return {
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CACHE_HOME: folder,
    XDG_CONFIG_HOME: folder,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    GSETTINGS_BACKEND: 'memory',
    GIO_USE_VFS: 'local',
    NO_AT_BRIDGE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // it needs privileges that containers lack; only our own pages are opened
  };
}
