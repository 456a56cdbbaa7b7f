import type { Arrivals as Told, Refusal, Slot } from './overview-document.js';

const SLOT_MS = 10_000;
const SLOTS = 60; // ten minutes

type Outcome = 'added' | 'duplicate' | { readonly refused: string };
interface HeldSlot extends Slot {
  /** Which stretch of time it is of: milliseconds since 1970-01-01 over `SLOT_MS`. */
  readonly number: number;
}

/** What arrived at one site. */
class SiteArrivals {
  readonly #ring: HeldSlot[] = [];
  readonly #sinceStart: Slot = emptySlot();
  readonly refusals = new Map<string, { count: number; lastAt: number }>();

  count(outcome: Outcome, nowMs: number): void {
    const kind = outcome === 'added' ? 'added' : outcome === 'duplicate' ? 'duplicates' : 'refused';
    this.#slotAt(Math.floor(nowMs / SLOT_MS))[kind]++;
    this.#sinceStart[kind]++;
    if (typeof outcome === 'object') countRefusal(this.refusals, outcome.refused, nowMs);
  }

  tell(nowMs: number): Omit<Told, 'unattributed'> {
    const last = Math.floor(nowMs / SLOT_MS);
    const slots = Array.from({ length: SLOTS }, (_, i) => {
      const number = last - SLOTS + 1 + i;
      const held = this.#ring[number % SLOTS];
      if (held?.number !== number) return emptySlot();
      const { added, duplicates, refused } = held;
      return { added, duplicates, refused };
    });
    return { slotMs: SLOT_MS, slots, sinceStart: { ...this.#sinceStart }, refusals: byFrequency(this.refusals) };
  }

  #slotAt(number: number): HeldSlot {
    const held = this.#ring[number % SLOTS];
    if (held?.number === number) return held;
    return (this.#ring[number % SLOTS] = { number, ...emptySlot() });
  }
}

/**
 * Counts what arrives while the process runs, and what became of it: whole numbers by site and reason, nothing about
 * who sent it. It holds no more for a million arrivals than for one.
 */
export class Arrivals {
  readonly #sites: ReadonlyMap<string, SiteArrivals>;
  readonly #unattributed = new Map<string, { count: number; lastAt: number }>();

  constructor(sites: Iterable<string>) {
    this.#sites = new Map([...sites].map((site) => [site, new SiteArrivals()]));
  }

  /** Counts an outcome. What names no site of this collector is counted without a name: names come from anyone. */
  count(site: unknown, outcome: Outcome, nowMs: number): void {
    const known = typeof site === 'string' ? this.#sites.get(site) : undefined;
    if (known) known.count(outcome, nowMs);
    else if (typeof outcome === 'object') countRefusal(this.#unattributed, outcome.refused, nowMs);
  }

  of(site: string, nowMs: number): Told {
    const told = (this.#sites.get(site) ?? new SiteArrivals()).tell(nowMs);
    return { ...told, unattributed: byFrequency(this.#unattributed) };
  }
}

const emptySlot = (): Slot => ({ added: 0, duplicates: 0, refused: 0 });

function countRefusal(counts: Map<string, { count: number; lastAt: number }>, reason: string, nowMs: number): void {
  counts.set(reason, { count: (counts.get(reason)?.count ?? 0) + 1, lastAt: nowMs });
}

const byFrequency = (counts: ReadonlyMap<string, { count: number; lastAt: number }>): Refusal[] =>
  [...counts].map(([reason, told]) => ({ reason, ...told })).sort((a, b) => b.count - a.count);
