import { defineBrowserProvider } from '@vitest/browser';
import type { BrowserProvider } from 'vitest/node';
import type { Engine } from './find.js';
import { drivenStage } from './driven-stage.js';
import type { Stage } from './stage.js';
import { webkitStage } from './webkit-stage.js';

/** Runs specs in the browsers this machine has, one start of each for all of its specs. */
export const installedBrowsers = () =>
  defineBrowserProvider({
    name: 'installed-browsers',
    supportedBrowser: ['chromium', 'firefox', 'webkit'],
    providerFactory: ({ config }) => installed(config.browser.name as Engine),
  });

/** Specs are there to try the real thing in a real browser. */
const mocker = {
  register: () => Promise.reject<void>(new Error('[penchant] Specs mock no modules: a unit test may.')),
  delete: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};

function installed(engine: Engine): BrowserProvider {
  const starting = engine === 'webkit' ? webkitStage() : drivenStage(engine);
  starting.catch(() => undefined); // told to whoever awaits it
  let stage: Stage | undefined;
  return {
    name: 'installed-browsers',
    supportsParallelism: true, // the engines run beside each other
    mocker, // without one, Vitest runs them one after the other
    getCommandsContext: () => ({ stage }),
    async openPage(_session, url) {
      stage = await starting;
      await stage.open(url);
    },
    async close() {
      await starting.then(
        (started) => started.end(),
        () => undefined,
      );
    },
  };
}
