import type { BrowserCommand } from 'vitest/node';
import type { Stage } from './stage.js';

/** What specs may ask of the browser they run in: `import { commands } from 'vitest/browser'`. */
declare module 'vitest/browser' {
  interface BrowserCommands {
    /** A trusted click in the middle of the first element that matches; scrolls it into view first. */
    realClick(css: string): Promise<void>;
    /** Turns the wheel, down when positive, and resolves when the page has come to rest. */
    scrollBy(px: number): Promise<void>;
    /** Presses and releases a key, by its `KeyboardEvent.key` name. */
    pressKey(key: string): Promise<void>;
    /** Puts another tab in front, or minimizes the window: `document.visibilityState` becomes `hidden`. */
    hidePage(): Promise<void>;
    showPage(): Promise<void>;
    /** Cuts the network off, or back on. Rejects in WebKit, whose driver cannot. */
    offline(on: boolean): Promise<void>;
  }
}

declare module 'vitest/node' {
  interface BrowserCommandContext {
    readonly stage: Stage;
  }
}

const realClick: BrowserCommand<[css: string]> = ({ stage }, css) => stage.click(css);
const scrollBy: BrowserCommand<[px: number]> = ({ stage }, px) => stage.scroll(px);
const pressKey: BrowserCommand<[key: string]> = ({ stage }, key) => stage.press(key);
const hidePage: BrowserCommand = ({ stage }) => stage.hide();
const showPage: BrowserCommand = ({ stage }) => stage.show();
const offline: BrowserCommand<[on: boolean]> = ({ stage }, on) => stage.offline(on);

export const commands = { realClick, scrollBy, pressKey, hidePage, showPage, offline };
