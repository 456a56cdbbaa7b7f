import type { Store } from './store.js';
import { Totals } from './totals.js';

interface Epoch {
  readonly seen: Set<string>;
  readonly totals: Totals;
}

/** What a memory store holds. Stores over the same memory share it, and it outlives them. */
export class Memory {
  readonly sites = new Map<string, Map<number, Epoch>>();
  readonly kept = new Map<string, string>();
}

/** A store that lasts as long as its memory does: for tests, demonstrations and embedding. */
export function memoryStore({ sites, kept }: Memory = new Memory()): Store {
  return {
    async add(contribution) {
      const { site, epoch, id } = contribution;
      const epochs = sites.get(site) ?? new Map<number, Epoch>();
      const { seen, totals } = epochs.get(epoch) ?? { seen: new Set<string>(), totals: new Totals() };
      if (seen.has(id)) return 'duplicate';
      totals.addOne(contribution);
      seen.add(id);
      sites.set(site, epochs.set(epoch, { seen, totals }));
      return 'added';
    },
    async sums(site, { from = 0, to = Infinity } = {}) {
      const totals = new Totals();
      for (const [epoch, held] of sites.get(site) ?? [])
        if (epoch >= from && epoch <= to) totals.add(held.totals.sums());
      return totals.sums();
    },
    async epochs(site) {
      const epochs = [...(sites.get(site) ?? [])].sort(([a], [b]) => a - b);
      return epochs.map(([epoch, { seen }]) => ({ epoch, contributions: seen.size }));
    },
    async forget(site, epoch) {
      sites.get(site)?.delete(epoch);
    },
    async keep(name, value) {
      const now = kept.get(name) ?? value;
      kept.set(name, now);
      return now;
    },
    async kept(name) {
      return kept.get(name);
    },
    async close() {},
  };
}
