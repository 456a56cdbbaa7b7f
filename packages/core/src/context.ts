import { eachFeature, type Item } from './item.js';
import { emptyModel, propensityAt, type Model } from './model.js';
import type { Policy } from './policy/policy.js';
import type { Profile } from './profile/profile.js';
import { noEvidence } from './rank/evidence.js';
import { readingOf } from './rank/reading.js';
import { assumedPropensity } from './score/click.js';
import type { Purchase, Signal } from './signal.js';

/**
 * A signal with what was known when it was given, frozen into it, so that it means the same whenever it is learnt: the
 * propensity of a click's position; whether a purchase followed interest in such items, or is one of the same item again.
 */
export function inContext(signal: Signal, item: Item, profile: Profile, model: Model, policy: Policy): Signal {
  switch (signal.kind) {
    case 'click': {
      const { list, position, propensity } = signal;
      if (propensity !== undefined || list === undefined || position === undefined) return signal;
      return { ...signal, propensity: propensityAt(model, list, position) ?? assumedPropensity(position, policy) };
    }
    case 'purchase':
      if (profile.bought.has(signal.item)) return { ...signal, kind: 'repurchase' };
      return { ...browsing(signal, item, profile, policy), ...signal };
    default:
      return signal;
  }
}

/** Whether a purchase followed interest in other items like it; of an item without features, nobody can tell. */
function browsing({ at }: Purchase, item: Item, profile: Profile, policy: Policy): { readonly browsed?: boolean } {
  if (!item.features && !item.creator) return {};
  const { ofFeature, of } = readingOf(profile, emptyModel, policy, at);
  const like = noEvidence();
  const length = eachFeature(item, like, ofFeature);
  const ofOthers = like.confidence / length - of(profile.items.get(item.id)).confidence;
  return { browsed: policy.content * ofOthers >= policy.purchase.browsedFrom };
}
