import { comesToRest } from './rest.js';
import { PAGE, SPEC_FRAME, WHEEL_AT, type Stage } from './stage.js';
import { startWebKit } from './webkit.js';

/** WebDriver names keys that are not characters by code points of its own. */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** Specs on stage in WebKitGTK. */
export async function webkitStage(): Promise<Stage> {
  const session = await startWebKit();
  let hidden = false;
  await session.resize(PAGE.width, PAGE.height + TOOLBAR_PX);

  /** Does something inside the spec's frame, and returns to the page, from where the window's calls work. */
  async function inFrame<T>(act: () => Promise<T>): Promise<T> {
    await session.enterFrame(SPEC_FRAME);
    try {
      return await act();
    } finally {
      await session.enterFrame(null);
    }
  }

  return {
    open: (url) => session.goto(url),
    click: (css) => inFrame(() => session.click(css)),
    scroll: (px) =>
      inFrame(async () => {
        const position = () => session.evaluate<number>('scrollY');
        const start = await position();
        await session.wheel(WHEEL_AT, px);
        await comesToRest(position, start);
      }),
    press: (key) => inFrame(() => session.press(KEYS[key] ?? key)),
    async hide() {
      hidden = true;
      await session.minimize();
    },
    async show() {
      if (hidden) await session.restore();
      hidden = false;
    },
    async offline(on) {
      if (on) throw new Error('[penchant] WebKitGTK’s driver cannot go offline: stub fetch instead.');
    },
    end: () => session.end(),
  };
}

/** What the window shows above the page. */
const TOOLBAR_PX = 80;
