import type { Tab, Visitor } from './engines.js';
import { until } from './until.js';
import { startWebKit } from './webkit.js';

/** What a driver of WebKitGTK can do in a tab. */
export type WebKitTab = Pick<Tab, 'goto' | 'back' | 'evaluate' | 'until' | 'click' | 'show' | 'close'>;

/** Starts WebKitGTK for a person who makes a journey. A driven one forgets what pages stored when it ends. */
export async function openWebKit(): Promise<Pick<Visitor, 'close'> & { newTab(): Promise<WebKitTab> }> {
  const session = await startWebKit();
  let ended: Promise<void> | undefined;
  let unused: string | undefined = await session.tab();
  return {
    async newTab() {
      const handle = unused ?? (await session.newTab());
      unused = undefined;
      const within = async <T>(act: () => Promise<T>): Promise<T> => {
        await session.enterTab(handle);
        return act();
      };
      const evaluate: Tab['evaluate'] = (ask, ...args) => within(() => session.ask(ask, args));
      return {
        evaluate,
        until: until(evaluate),
        goto: (url) => within(() => session.goto(url)),
        back: () => within(session.back),
        click: (css) => within(() => session.click(css)),
        show: () => session.enterTab(handle),
        close: () => within(session.closeTab),
      };
    },
    close: () => (ended ??= session.end()),
  };
}
