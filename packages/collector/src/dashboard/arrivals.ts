const MINUTE_MS = 60_000;
const MINUTES = 60;

/** What arrived in each minute of the last hour, and what was refused since the start. In memory only. */
export class Arrivals {
  readonly #minutes = new Map<string, Map<number, number>>();
  readonly #refused = new Map<string, number>();

  added(site: string, nowMs: number): void {
    const minute = Math.floor(nowMs / MINUTE_MS);
    const counts = this.#minutes.get(site) ?? new Map<number, number>();
    for (const old of counts.keys()) if (old <= minute - MINUTES) counts.delete(old);
    this.#minutes.set(site, counts.set(minute, (counts.get(minute) ?? 0) + 1));
  }

  refused(reason: string): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + 1);
  }

  /** Oldest first; the current minute is the last. */
  perMinute(site: string, nowMs: number): number[] {
    const minute = Math.floor(nowMs / MINUTE_MS);
    const counts = this.#minutes.get(site);
    return Array.from({ length: MINUTES }, (_, i) => counts?.get(minute - MINUTES + 1 + i) ?? 0);
  }

  get refusals(): readonly (readonly [reason: string, times: number])[] {
    return [...this.#refused].sort(([, a], [, b]) => b - a);
  }
}
