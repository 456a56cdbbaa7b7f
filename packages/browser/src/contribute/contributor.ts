import type { Contribution } from '@penchant/core';
import type { Fold, Journal } from '../journal/journal.js';
import type { Page } from '../page.js';
import type { Sent } from './send.js';

const FIRST_MS = 5_000;
const EVERY_MS = 60_000;
/** Sent at one time: browsers cap requests that outlive the page at nine, and their bodies at 64 KiB together. A character is three bytes at most. */
const AT_ONCE = 6;
const MAX_BYTES = 60_000;
/** How often another page may have the lock before we send without it. */
const PATIENCE = 2;
const BACKOFF_MS = 2_000;
const MAX_BACKOFF_MS = 300_000;

export interface ContributorOptions {
  readonly name: string;
  readonly page: Page;
  readonly fold: Fold;
  journal(): Journal | undefined;
  allowed(): boolean;
  send(contribution: Contribution): Promise<Sent>;
}

/** When to send, and what became of it. */
export interface Contributor {
  /** Asks to send now and then, when the page goes out of sight or comes back, and when the network is back. Returns what ends it. */
  start(due: () => void): () => void;
  /** Sends what is waiting, however long the last failure asked to wait. */
  flush(): Promise<void>;
  readonly acknowledged: number;
}

export function contributor({ name, page, fold, journal, allowed, send }: ContributorOptions): Contributor {
  let failures = 0;
  let notBefore = 0;
  let acknowledged = 0;
  let again = false;
  let denied = 0;
  let running: Promise<void> | undefined;
  /** Gives the browser, as beacons, what it would not fetch the last time. */
  let hands: (() => void)[] = [];
  const hand = (): void => {
    for (const give of hands.splice(0)) if (allowed() && navigator.onLine) give();
  };

  /** Sends one, and says what is to come of it. */
  const settle = async (at: Journal, contribution: Contribution): Promise<Sent['outcome']> => {
    const sent = await send(contribution);
    switch (sent.outcome) {
      case 'accepted':
        failures = 0;
        acknowledged++;
        break;
      case 'refused':
        await at.refuse(contribution.id, sent.reason);
        break;
      case 'retry': {
        const backoffMs = Math.random() * Math.min(MAX_BACKOFF_MS, BACKOFF_MS * 2 ** failures++);
        notBefore = performance.now() + Math.max(backoffMs, sent.afterMs); // a clock that is put back must not stop it for a day
        if (sent.hand) hands.push(sent.hand);
        if (document.hidden) hand();
      }
    }
    return sent.outcome;
  };

  const deliver = async (): Promise<void> => {
    hands = []; // of one group at most, so that beacons keep within the quota as well
    const at = journal();
    if (!at || !allowed()) return;
    const sealed = shuffled(await at.seal(fold)); // in no order, so that they cannot be chained into a visit
    for (const group of grouped(sealed)) {
      if (!allowed()) break;
      const outcomes = await Promise.all(group.map((each) => settle(at, each)));
      // In one transaction: each by itself costs the page more. One that is sent again, since it came to nothing, counts once.
      const accepted = group.filter((_, i) => outcomes[i] === 'accepted');
      if (accepted.length > 0) await at.discard(accepted);
      if (outcomes.includes('retry')) break;
    }
  };

  /**
   * One tab sends at a time. The collector's deduplication makes up for it where there are no locks; when the page is
   * going, and Firefox might freeze it before it gets one; and when a frozen page seems to keep the lock to itself.
   */
  const alone = async (): Promise<void> => {
    if (!navigator.locks || document.hidden || denied >= PATIENCE) {
      denied = 0;
      return deliver();
    }
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      denied = lock ? 0 : denied + 1;
      return lock ? deliver() : undefined;
    });
  };

  const flush = (): Promise<void> => {
    again = true; // asked while sending: what came since goes next
    if (running) return running;
    const run = (async () => {
      while (again) {
        again = false;
        await alone();
      }
    })().finally(() => {
      if (running === run) running = undefined;
    });
    return (running = run);
  };

  return {
    start(due) {
      const ask = (otherwise?: () => void): void => {
        if (performance.now() >= notBefore && navigator.onLine) due();
        else otherwise?.();
      };
      const tick = (): void => {
        timer = setTimeout(tick, EVERY_MS);
        ask();
      };
      let timer = setTimeout(tick, FIRST_MS);
      const moments = [
        page.hidden.subscribe(() => ask(hand)),
        page.left.subscribe(hand),
        page.online.subscribe(() => ask()),
        page.restored.subscribe(() => {
          running = undefined; // Firefox never answers a page that asked for a lock just before it went to the back/forward cache
          ask();
        }),
      ];
      return () => {
        clearTimeout(timer);
        for (const moment of moments) moment.unsubscribe();
      };
    },
    flush,
    get acknowledged() {
      return acknowledged;
    },
  };
}

/** Contributions in groups that may be under way together. */
function grouped(contributions: readonly Contribution[]): Contribution[][] {
  const groups: Contribution[][] = [];
  let bytes = Infinity;
  for (const each of contributions) {
    const size = 3 * JSON.stringify(each).length;
    const last = groups.at(-1);
    if (last && last.length < AT_ONCE && bytes + size <= MAX_BYTES) last.push(each);
    else groups.push([each]);
    bytes = last === groups.at(-1) ? bytes + size : size;
  }
  return groups;
}

function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
