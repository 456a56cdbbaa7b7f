import type { Observation, Profile } from '@penchant/core';
import { BehaviorSubject, defer, type Observable } from 'rxjs';

/** A profile that learns what it was told once somebody asks: while nothing is ranked, signals cost the page no more than to keep them. */
export interface Learnt {
  /** All that was told is in it. Undefined until there is what scores. */
  readonly value: Profile | undefined;
  /** As far as somebody asked. */
  readonly known: Profile | undefined;
  /** It, and each time that it changes; who listens asks each time. */
  readonly changes: Observable<Profile | undefined>;
  tell(more: readonly Observation[]): void;
  /** Takes its place, and that of what it was told so far. */
  become(profile: Profile | undefined): void;
  /** Nothing changes any more. */
  complete(): void;
}

/** `learn` adds signals to a profile, in place. */
export function learnt(learn: (profile: Profile, more: readonly Observation[]) => Profile): Learnt {
  const known = new BehaviorSubject<Profile | undefined>(undefined);
  const told: Observation[] = [];
  const become = (profile: Profile | undefined): void => {
    told.length = 0;
    known.next(profile);
  };
  const all = (): Profile | undefined => {
    if (known.value && told.length > 0) become(learn(known.value, told.splice(0))); // once, also where it throws
    return known.value;
  };
  return {
    get value() {
      return all();
    },
    get known() {
      return known.value;
    },
    changes: defer(() => (all(), known)),
    tell(more) {
      if (!known.value) return; // once there is what scores, it learns all
      told.push(...more);
      if (known.observed) all();
    },
    become,
    complete: () => known.complete(),
  };
}
