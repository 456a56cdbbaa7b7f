import { count } from '@penchant/core';
import type { Fold } from '../journal/journal.js';

const ID_BYTES = 16;

/** An id that says nothing: 128 random bits, in hexadecimal. */
const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Folds signals of a site into contributions, each under an id of its own. */
export const foldFor =
  (site: string): Fold =>
  (signals, spentBefore) => {
    const { counts, spent, clipped } = count(signals, site, spentBefore);
    return { contributions: counts.map((part) => ({ ...part, id: randomId() })), spent, clipped };
  };
