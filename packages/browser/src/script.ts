import { trackerOf } from './create.js';
import type { Consent, Mode, TrackerOptions } from './options.js';
import type { Tracker } from './tracker.js';

/** What pages call: a function to be given the tracker, or a method's name and its arguments. */
type Call = readonly unknown[];
type Door = ((...call: Call) => unknown) & { q?: readonly Call[]; tracker?: Tracker };

const complain = (...words: unknown[]): void => console.warn('[penchant]', ...words);

/** The options that a script tag's `data-…` attributes give. */
export function optionsOf({ site, collector, mode, policy, consent, debug }: DOMStringMap): TrackerOptions | undefined {
  if (!site) {
    complain('needs data-site="…".');
    return undefined;
  }
  return {
    site,
    ...(collector && { collector: collector.replace(/\/+$/, '') }),
    ...(isOneOf(mode, ['local', 'counts'] satisfies Mode[]) && { mode }),
    ...(isOneOf(consent, ['auto', 'granted', 'denied'] satisfies Consent[]) && { consent }),
    ...(policy && { policy: parsed(policy) }),
    debug: debug !== undefined && debug !== 'false',
  };
}

/** Answers one call. A call that fails says so on the console, and the page goes on. */
export function answer(tracker: Tracker, [first, ...rest]: Call): unknown {
  try {
    if (typeof first === 'function') {
      return tracker.ready.then(() => first(tracker)).catch((error: unknown) => complain(error));
    }
    const method: unknown = tracker[first as keyof Tracker];
    if (typeof method === 'function') return method.apply(tracker, rest);
    complain('has no method', first);
  } catch (error) {
    complain(error);
  }
  return undefined;
}

/** Opens the door of a page: drains what was called before the script came, in order, and answers from then on. */
export function openDoor(dataset: DOMStringMap, page: Record<string, unknown>): void {
  const options = optionsOf(dataset);
  if (!options) return;
  const name = dataset['global'] ?? 'penchant';
  const stub = page[name] as Door | undefined;
  if (stub?.tracker) return; // the script is on the page twice
  const tracker = trackerOf(options);
  page[name] = Object.assign((...call: Call) => answer(tracker, call), { tracker }) satisfies Door;
  for (const call of stub?.q ?? []) answer(tracker, [...call]);
}

const isOneOf = <T extends string>(value: string | undefined, allowed: readonly T[]): value is T =>
  allowed.some((candidate) => candidate === value);

function parsed(policy: string): NonNullable<TrackerOptions['policy']> {
  try {
    return JSON.parse(policy) as NonNullable<TrackerOptions['policy']>;
  } catch {
    complain('data-policy is not JSON.');
    return {};
  }
}
