import type { Output } from './output.js';
import { grouped } from './table.js';

/** Requests between two changes of the line: more often, and drawing would be what it waits for. */
const STEP = 50;

/** A line that counts answers in place, on a terminal. Elsewhere, nothing. */
export function progressOn(stream: NodeJS.WriteStream): Pick<Output, 'onAnswer'> & { readonly clear: () => void } {
  if (!stream.isTTY) return { clear: () => {} };
  return {
    onAnswer: (answered, of) => {
      if (answered % STEP === 0) stream.write(`\r${grouped(answered)} of ${grouped(of)} requests answered`);
    },
    clear: () => void stream.write('\r\u001b[K'),
  };
}
