import { inContext } from '../src/context.js';
import type { Item } from '../src/item.js';
import { emptyModel, type Model } from '../src/model.js';
import type { Policy } from '../src/policy/policy.js';
import { emptyProfile, learn, type Profile } from '../src/profile/profile.js';
import { viewOf, type ProfileView } from '../src/profile/view.js';
import { rank } from '../src/rank/rank.js';
import type { Signal } from '../src/signal.js';

type WithoutItem<T> = T extends unknown ? Omit<T, 'item'> : never;

/** A signal, but for the item that it is told of. */
export type Told = WithoutItem<Signal>;

export interface Device {
  readonly profile: Profile;
  /** Something happened to an item: it is put in context and learnt. */
  tell(item: Item, ...told: readonly Told[]): void;
  /** The ids of a list, best first. */
  order(items: readonly Item[], nowMs: number): string[];
  view(nowMs: number): ProfileView;
}

/** A visitor's device in miniature: signals in, an order out. */
export function device(policy: Policy, model: Model = emptyModel): Device {
  const profile = emptyProfile(policy);
  return {
    profile,
    tell(item, ...all) {
      for (const told of all) {
        const signal: Signal = { ...told, item: item.id };
        learn(profile, { signal: inContext(signal, item, profile, model, policy), item }, policy);
      }
    },
    order: (items, nowMs) => rank(items, profile, model, policy, nowMs).map(({ item }) => item.id),
    view: (nowMs) => viewOf(profile, policy, nowMs),
  };
}
