import { cosine, featureShares, type Item } from '../item.js';
import type { Model } from '../model.js';
import type { Policy, ScoredKind } from '../policy/policy.js';
import { decay } from '../profile/decay.js';
import { standing, type Observation, type Profile } from '../profile/profile.js';
import { actOf, isDeeper, strokeOf, type Stroke } from '../profile/stroke.js';
import { bearingOf, confidenceOf, noEvidence, scoreOf, shareOf } from '../rank/evidence.js';
import { companyEvidence } from '../rank/neighbours.js';
import { readingOf } from '../rank/reading.js';
import { isScored } from '../signal.js';
import { starsLiking } from './rating.js';
import { weight } from './score.js';
import { sentence } from './sentence.js';

/** One reason for a score. Its numbers multiply: `liking × confidence / propensity × cap × decay × share = contribution`. */
export interface LedgerEntry {
  /** A kind of signal; `neighbour`, a liked item that others liked together with this one; `quality`, the crowd's verdict; `interest`, what the visitor said of a feature; or `earlier`, signals too old to be listed one by one. */
  readonly kind: ScoredKind | 'neighbour' | 'quality' | 'interest' | 'earlier';
  /** The item that the signal was about; of an interest, the feature. */
  readonly item: string;
  /** Milliseconds since 1970-01-01. */
  readonly at: number;
  readonly liking: number;
  readonly confidence: number;
  readonly propensity: number;
  readonly cap: number;
  readonly decay: number;
  /** How much of it concerns this item, over all the evidence there is: negative where the signal's item points the other way, or did not keep what it promised. */
  readonly share: number;
  readonly contribution: number;
}

/** Why an item has its score. The entries' contributions sum to `score` (within 1e-9), strongest first. */
export interface Explanation {
  readonly score: number;
  readonly confidence: number;
  readonly entries: readonly LedgerEntry[];
  /** For the visitor, in plain English. */
  readonly sentence: string;
}

/** Explains an item's score from the signals behind it, as far as they are still at hand. */
export function explain(
  item: Item,
  observations: readonly Observation[],
  profile: Profile,
  model: Model,
  policy: Policy,
  atMs: number,
): Explanation {
  const reading = readingOf(profile, model, policy, atMs);
  const { nowMs, mean } = reading;
  const evidence = reading.verdictOn(item.id, reading.about(item));
  const unit = shareOf(evidence.confidence, policy);
  const score = scoreOf(evidence, policy);
  const entries: LedgerEntry[] = [];
  let rest = score;
  const enter = (entry: Omit<LedgerEntry, 'contribution'>): boolean => {
    const contribution = entry.liking * weight(entry) * entry.decay * entry.share;
    if (contribution === 0) return false;
    rest -= contribution;
    entries.push({ ...entry, contribution });
    return true;
  };
  const plain = { item: item.id, at: nowMs, propensity: 1, cap: 1, decay: 1, share: unit };

  const shares = new Map(
    featureShares(item).map(([name, share]) => [name, share * bearingOf(reading.ofFeature(noEvidence(), name, 1))]),
  );
  for (const [feature, { at, strength }] of profile.stated) {
    const share = shares.get(feature);
    if (share === undefined || strength === undefined) continue;
    shares.delete(feature); // what was learnt of it does not count
    const liking = Math.sign(share) * strength;
    const much = policy.content * Math.abs(share) * unit;
    enter({ ...plain, kind: 'interest', item: feature, at, liking, confidence: policy.interest, share: much });
  }
  const generosity = policy.kinds.rate.liking * starsLiking(mean, policy.rating.prior);
  const behind: Observation[] = [];
  for (const [stroke, observation] of strokesOf(observations, policy)) {
    const { kind, at, liking, confidence, propensity, cap } = stroke;
    const concern =
      (stroke.item === item.id && !stroke.glance ? 1 : 0) + policy.content * cosine(stroke.shares, shares);
    const isCentred = kind === 'rate' && policy.rating.table.length === 0;
    const told = enter({
      kind,
      item: stroke.item,
      at,
      liking: isCentred ? liking - generosity : liking,
      confidence,
      propensity,
      cap,
      decay: decay(nowMs - at, policy.kinds[kind].halfLifeDays),
      share: concern * unit,
    });
    if (told) behind.push(observation);
  }
  const ignored = reading.indifferenceTo(item.id).confidence;
  const { liking } = policy.kinds.impression;
  enter({ ...plain, kind: 'impression', at: lastShown(item.id, observations) ?? nowMs, liking, confidence: ignored });
  for (const [liked, much] of reading.history)
    for (const [id, nearness] of model.neighbours.get(liked) ?? [])
      if (id === item.id) {
        const { confidence } = companyEvidence(much, nearness, policy);
        enter({ ...plain, kind: 'neighbour', item: liked, liking: Math.sign(nearness), confidence });
      }
  const verdict = reading.verdictOn(item.id);
  if (verdict.confidence > 0)
    enter({ ...plain, kind: 'quality', liking: verdict.liking / verdict.confidence, confidence: verdict.confidence });
  if (Math.abs(rest) > 1e-9 && unit > 0)
    enter({ ...plain, kind: 'earlier', liking: Math.sign(rest), confidence: Math.abs(rest) / unit });

  entries.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return { score, confidence: confidenceOf(evidence, policy), entries, sentence: sentence(item, entries, behind) };
}

/** What each signal adds to the profile, where it counts: not taken back, and the deepest of its act. */
function strokesOf(observations: readonly Observation[], policy: Policy): (readonly [Stroke, Observation])[] {
  const strokes: (readonly [Stroke, Observation])[] = [];
  const acts = new Map<string, readonly [Stroke, Observation]>();
  for (const observation of standing(observations)) {
    const { signal, item } = observation;
    if (!isScored(signal) || (signal.kind === 'impression' && policy.impression.counts === 'ignored')) continue;
    const told = [strokeOf(signal, item, policy), observation] as const;
    const act = policy.funnel === 'strongest' ? actOf(signal) : undefined;
    if (act === undefined) strokes.push(told);
    else if (isDeeper(told[0], acts.get(act)?.[0])) acts.set(act, told);
  }
  return [...strokes, ...acts.values()];
}

function lastShown(id: string, observations: readonly Observation[]): number | undefined {
  const shown = observations.filter(({ signal }) => signal.kind === 'impression' && signal.item === id);
  return shown.at(-1)?.signal.at;
}
