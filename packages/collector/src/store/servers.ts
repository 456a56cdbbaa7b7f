import { setTimeout as sleep } from 'node:timers/promises';
import { StoreBusy } from './store.js';

/**
 * How long one piece of work is tried again after it first failed, however long that took, and the pause before the second
 * try; each later pause is twice as long.
 */
const TRY_FOR_MS = 8_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/**
 * What an error says about trying again: others were in the way, the server is away or not in charge, or it would only
 * fail again.
 */
export type Obstacle = 'others' | 'away' | 'wrong';

/**
 * One address for each server of `postgres://user@one:5432,two:5432/penchant`: the one in charge, and those that may take
 * its place.
 */
export function serversOf(address: string): string[] {
  const [, before = '', hosts = '', after = ''] = /^(\w+:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/.exec(address) ?? [];
  return hosts.split(',').map((host) => `${before}${host}${after}`);
}

/**
 * Several servers of one database. Work goes to the one that answered last, and is tried again, there or on the next,
 * when that is all it takes. It may be done twice, because an answer can get lost: it must change nothing the second time.
 */
export class Servers<Server> {
  readonly all: readonly Server[];
  readonly #explain: (error: unknown) => Obstacle;
  #current = 0;

  constructor(all: readonly Server[], explain: (error: unknown) => Obstacle) {
    this.all = all;
    this.#explain = explain;
  }

  /** @throws StoreBusy when others were in the way for too long; otherwise what the last try threw. */
  async work<T>(on: (server: Server) => Promise<T>): Promise<T> {
    let giveUpAt = Infinity;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const tried = this.#current;
      const server = this.all[tried];
      if (!server) throw new Error('[penchant] the address of the store names no server.');
      try {
        return await on(server);
      } catch (error) {
        const obstacle = this.#explain(error);
        if (obstacle === 'wrong') throw error;
        if (obstacle === 'away' && tried === this.#current) this.#current = (tried + 1) % this.all.length;
        giveUpAt = Math.min(giveUpAt, performance.now() + TRY_FOR_MS);
        if (performance.now() > giveUpAt)
          throw obstacle === 'others' ? new StoreBusy('others are writing', { cause: error }) : error;
        await sleep(pauseMs * (0.5 + Math.random() / 2)); // collectors that met do not meet again
      }
    }
  }
}
