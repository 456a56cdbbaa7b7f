import type { Explanation, Policy } from '@penchant/core';
import type { Consent, Durability, Mode, TrackerOptions } from './options.js';
import type { Tracker } from './api.js';
import type { Scoring } from './scoring.js';

/** What pages call: a function to be given the tracker, or a method's name and its arguments. */
type Call = readonly unknown[];
/** With the script tag, what explains is loaded when it is first asked. */
type ScriptTracker = Tracker<Promise<Explanation>>;
type Door = ((...call: Call) => unknown) & { q?: readonly Call[]; tracker?: ScriptTracker };

const complain = (...words: unknown[]): void => console.warn('[penchant]', ...words);

/** The options that a script tag's `data-…` attributes give. */
export function optionsOf({
  site,
  collector,
  mode,
  consent,
  viewable,
  durability,
  debug,
}: DOMStringMap): TrackerOptions | undefined {
  if (!site) {
    complain('needs data-site="…".');
    return undefined;
  }
  return {
    site,
    ...(collector && { collector: collector.replace(/\/+$/, '') }),
    ...(isOneOf(mode, ['local', 'counts'] satisfies Mode[]) && { mode }),
    ...(isOneOf(consent, ['auto', 'required', 'granted', 'denied'] satisfies Consent[]) && { consent }),
    ...(viewable && { viewable: numbersIn(viewable) }),
    ...(isOneOf(durability, ['relaxed', 'strict'] satisfies Durability[]) && { durability }),
    debug: debug !== undefined && debug !== 'false',
  };
}

/** Answers one call. A call that fails says so on the console, and the page goes on. */
export function answer(tracker: ScriptTracker, [first, ...rest]: Call): unknown {
  try {
    if (typeof first === 'function') {
      return tracker.ready.then(() => first(tracker)).catch((error: unknown) => complain(error));
    }
    const method: unknown = tracker[first as keyof ScriptTracker];
    if (typeof method === 'function') return method.apply(tracker, rest);
    complain('has no method', first);
  } catch (error) {
    complain(error);
  }
  return undefined;
}

/** What the door needs of the rest: the page's trackers, what scores, and what reads a `data-policy`, which is loaded when there is one. */
export interface DoorRooms {
  trackerOf(options: TrackerOptions, scoring: () => Promise<Scoring>): ScriptTracker;
  scoringBy(policy: Promise<Policy | undefined> | undefined): Promise<Scoring>;
  policyFrom(text: string): Promise<Policy>;
}

/** Opens the door of a page: drains what was called before the script came, in order, and answers from then on. */
export function openDoor(dataset: DOMStringMap, page: Record<string, unknown>, rooms: DoorRooms): void {
  const options = optionsOf(dataset);
  if (!options) return;
  const { global: name = 'penchant', policy } = dataset;
  const stub = page[name] as Door | undefined;
  if (stub?.tracker) return; // the script is on the page twice
  const tracker = rooms.trackerOf(options, () =>
    rooms.scoringBy(
      policy
        ? rooms.policyFrom(policy).catch((error: unknown) => {
            complain('default policy:', error);
            return undefined;
          })
        : undefined,
    ),
  );
  page[name] = Object.assign((...call: Call) => answer(tracker, call), { tracker }) satisfies Door;
  for (const call of stub?.q ?? []) answer(tracker, [...call]);
}

const isOneOf = <T extends string>(value: string | undefined, allowed: readonly T[]): value is T =>
  allowed.some((candidate) => candidate === value);

/** The numbers that an attribute says by name: `ms:500 share:0.6`. */
const numbersIn = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .split(/\s+/)
      .map((each) => each.split(':'))
      .flatMap(([name, value]) => (name && Number(value) >= 0 ? [[name, Number(value)]] : [])),
  );
