import type { Output } from './output.js';
import { grouped } from './table.js';

/** Between two changes of the line: more often, and drawing would be what it waits for. */
const PAUSE_MS = 100;
const BAR_CHARS = 24;

/** A line that shows in place how far something is, on a terminal. Elsewhere, nothing. */
export function progressOn(stream: NodeJS.WriteStream): Pick<Output, 'onProgress'> & { readonly clear: () => void } {
  if (!stream.isTTY) return { clear: () => {} };
  let drawn = -Infinity;
  return {
    onProgress: (done, of, what) => {
      if (performance.now() - drawn < PAUSE_MS) return;
      drawn = performance.now();
      stream.write(`\r\u001b[K${progressLine(done, of, what)}`);
    },
    clear: () => void stream.write('\r\u001b[K'),
  };
}

/** A bar, where it is known how long it is. */
export function progressLine(done: number, of: number | undefined, what: string): string {
  if (of === undefined) return `${grouped(done)} ${what}`;
  const full = Math.round((BAR_CHARS * done) / Math.max(1, of));
  return `${'█'.repeat(full)}${'░'.repeat(BAR_CHARS - full)} ${grouped(done)} of ${grouped(of)} ${what}`;
}
