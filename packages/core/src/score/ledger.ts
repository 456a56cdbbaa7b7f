import { similarity, type Item } from '../item.js';
import type { Model } from '../model.js';
import type { Policy } from '../policy/policy.js';
import { decay, halfLifeDays } from '../profile/decay.js';
import type { Observation, Profile } from '../profile/profile.js';
import { confidenceOf, evidenceFor, indifferenceTo, scoreOf, verdictOn } from '../rank/content.js';
import type { SignalKind } from '../signal.js';
import { score, weight } from './score.js';
import { sentence } from './sentence.js';

/** One reason for a score. Its numbers multiply: `liking × confidence / propensity × cap × decay × share = contribution`. */
export interface LedgerEntry {
  /** A kind of signal; `quality`, the crowd's verdict; or `earlier`, signals too old to be listed one by one. */
  readonly kind: SignalKind | 'quality' | 'earlier';
  /** The item that the signal was about. */
  readonly item: string;
  /** Milliseconds since 1970-01-01. */
  readonly at: number;
  readonly liking: number;
  readonly confidence: number;
  readonly propensity: number;
  readonly cap: number;
  readonly decay: number;
  /** How much of it concerns this item, over all the evidence there is. */
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
  observations: Iterable<Observation>,
  profile: Profile,
  model: Model,
  policy: Policy,
  nowMs: number,
): Explanation {
  const evidence = evidenceFor(item, profile, model, policy, nowMs);
  const total = evidence.confidence + policy.doubt;
  const entries: LedgerEntry[] = [];
  const behind: Observation[] = [];
  let rest = scoreOf(evidence, policy);
  let shownAt: number | undefined;

  const enter = (entry: Omit<LedgerEntry, 'contribution'>): void => {
    const contribution = entry.liking * weight(entry) * entry.decay * entry.share;
    if (contribution === 0) return;
    rest -= contribution;
    entries.push({ ...entry, contribution });
  };
  const plain = { item: item.id, propensity: 1, cap: 1, decay: 1, share: 1 / total };

  for (const observation of observations) {
    const { signal } = observation;
    const own = signal.item === item.id;
    if (signal.kind === 'impression') {
      if (own) shownAt = Math.max(shownAt ?? 0, signal.at);
      continue;
    }
    const alike = policy.content * similarity(item, observation.item);
    if (!own && alike === 0) continue;
    const faded = decay(nowMs - signal.at, halfLifeDays(signal.kind, policy));
    const { liking, confidence, propensity, cap } = score(signal, policy);
    const share = ((own ? 1 : 0) + alike) / total;
    enter({
      kind: signal.kind,
      item: signal.item,
      at: signal.at,
      liking,
      confidence,
      propensity,
      cap,
      decay: faded,
      share,
    });
    behind.push(observation);
  }
  const ignored = indifferenceTo(item.id, profile, policy, nowMs);
  const { liking } = policy.impression;
  enter({ ...plain, kind: 'impression', at: shownAt ?? nowMs, liking, confidence: ignored.confidence });
  const verdict = verdictOn(item.id, model, policy);
  if (verdict.confidence > 0)
    enter({
      ...plain,
      kind: 'quality',
      at: nowMs,
      liking: verdict.liking / verdict.confidence,
      confidence: verdict.confidence,
    });
  if (Math.abs(rest) > 1e-9)
    enter({ ...plain, kind: 'earlier', at: nowMs, liking: Math.sign(rest), confidence: Math.abs(rest) * total });

  entries.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return {
    score: scoreOf(evidence, policy),
    confidence: confidenceOf(evidence, policy),
    entries,
    sentence: sentence(item, entries, behind),
  };
}
