import { afterEach, beforeEach } from 'vitest';
import { commands } from 'vitest/browser';

// Vitest runs specs in a frame, and only one frame of a page has the focus of whoever looks at it.
beforeEach(() => window.focus());

// Every spec shares one page: what one hid or cut off, the next must not find so, least of all when it failed halfway.
afterEach(async () => {
  await commands.showPage();
  await commands.offline(false);
});
