import { createHash, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { DAY_MS } from '@penchant/core';

const WINDOW_MS = 60_000;

/** More keys than this in one minute, and the count starts anew: memory is bounded, whoever sends. */
const MAX_KEYS = 100_000;

/** Counts what comes under a key in the current minute. */
export class RateLimit {
  readonly #most: number;
  readonly #counts = new Map<string, number>();
  #window = 0;

  /** At most this many in a minute; 0 for no limit. */
  constructor(mostPerMinute: number) {
    this.#most = mostPerMinute;
  }

  /** Counts one more. The seconds to wait when that is too many, otherwise `undefined`. */
  over(key: string, nowMs: number): number | undefined {
    if (this.#most === 0) return undefined;
    const window = Math.floor(nowMs / WINDOW_MS);
    if (window !== this.#window || this.#counts.size >= MAX_KEYS) this.#counts.clear();
    this.#window = window;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count > this.#most ? Math.ceil(((window + 1) * WINDOW_MS - nowMs) / 1_000) : undefined;
  }
}

/**
 * Stands for the network that an address is in, for a day: afterwards not even this process could say which it was. Homes
 * and offices get a /24 or a /48, so that one of them counts as one.
 */
export class AddressHash {
  #salt = randomBytes(16);
  #day = 0;

  of(address: string, nowMs: number): string {
    const day = Math.floor(nowMs / DAY_MS);
    if (day !== this.#day) this.#salt = randomBytes(16);
    this.#day = day;
    return createHash('sha256').update(this.#salt).update(networkOf(address)).digest('base64').slice(0, 22);
  }
}

/** `192.0.2.7` → `192.0.2`, `2001:db8:1:2::3` → `2001:db8:1`. */
export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, ''); // IPv4, as a socket for both kinds shows it
  if (!isIPv6(mapped)) return mapped.split('.').slice(0, 3).join('.');
  const [head = '', tail] = mapped.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 3).join(':');
}
