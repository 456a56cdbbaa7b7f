import { count } from '@penchant/core';
import { deviceOf } from '../device.js';
import type { Fold } from '../journal/journal.js';

const ID_BYTES = 16;

/** An id that says nothing: 128 random bits, in hexadecimal. */
const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Signals that a page refused so far, by reason. */
export type Refused = Readonly<Record<string, number>>;

/** Refusals that the visitor decided on: nobody is told of them. */
const DECIDED: readonly string[] = ['consent denied', 'profiling off'];

/**
 * Folds signals of a site into contributions, each under an id of its own. What the page refused since the last time, for
 * it was no signal, is told as lost.
 */
export function foldFor(site: string, refused: Refused = {}): Fold {
  let heard = 0;
  return (signals, before, lost) => {
    const invalid = Object.entries(refused).reduce(
      (sum, [why, number]) => sum + (DECIDED.includes(why) ? 0 : number),
      0,
    );
    const counting = { nowMs: Date.now(), device: deviceOf(), lost: { ...lost, invalid: invalid - heard } };
    const { counts, told, uncounted } = count(signals, site, before, counting);
    heard = invalid;
    return { contributions: counts.map((part) => ({ ...part, id: randomId() })), told, uncounted };
  };
}
