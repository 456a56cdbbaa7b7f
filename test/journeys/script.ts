import fc from 'fast-check';

/** One thing that happens to a visitor. `tab` picks one of those that are open. */
export type Step =
  | { readonly do: 'say'; readonly tab: number; readonly kinds: readonly Kind[] }
  | { readonly do: 'leave' | 'reload' | 'back' | 'close' | 'flush' | 'stop' | 'deny' | 'grant'; readonly tab: number }
  | { readonly do: 'offline'; readonly tab: number; readonly on: boolean }
  | { readonly do: 'tab' }
  | { readonly do: 'collector stops' }
  | { readonly do: 'collector starts' }
  | { readonly do: 'kill'; readonly afterMs: number };

export type Kind = 'impression' | 'click' | 'like' | 'dislike';

const tab = fc.nat({ max: 2 });
const inTab = <Do extends string>(...what: Do[]) => fc.record({ do: fc.constantFrom(...what), tab });
const kinds = fc.array(fc.constantFrom<Kind>('impression', 'click', 'like', 'dislike'), { minLength: 1, maxLength: 8 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('say' as const), tab, kinds }) },
  { weight: 6, arbitrary: inTab('leave', 'reload', 'back') },
  { weight: 3, arbitrary: inTab('close', 'flush') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('offline' as const), tab, on: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ do: 'tab' as const }) },
  { weight: 2, arbitrary: inTab('stop', 'deny', 'grant') },
  { weight: 1, arbitrary: fc.constant({ do: 'collector stops' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'collector starts' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), afterMs: fc.constantFrom(0, 50, 500) }) },
);

/** As many visitors' scripts as asked for: the same ones for the same seed. Of them, steps that a browser cannot be driven to are left out. */
export const scripts = (seed: number, runs: number, without: readonly Step['do'][] = []): Step[][] =>
  fc
    .sample(fc.array(step, { minLength: 6, maxLength: 18, size: 'max' }), { seed, numRuns: runs })
    .map((steps) => steps.filter((each) => !without.includes(each.do)));
