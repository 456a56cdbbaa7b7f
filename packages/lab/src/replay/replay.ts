import { emptyProfile, learn, rank, type Policy, type Profile } from '@penchant/core';
import { bootstrap, type Interval } from '../bootstrap.js';
import { addMeasures, MEASURES, measureOf, SUMS_AN_ORDER, type MeasureName, type MeasureOptions } from './measures.js';
import type { Recorded } from './recording.js';
import { showingsOf, type Showing } from './showings.js';
import { visitsOf } from './visits.js';

export interface ReplayOptions extends MeasureOptions {
  readonly policy: Policy;
  readonly against: Policy;
  /** Of the bootstrap. */
  readonly seed: number;
  readonly samples: number;
  /** Told, now and then, how many signals were read. */
  readonly onSignals?: ((read: number) => void) | undefined;
}

/** One measure of the order that was shown and of those of both policies. */
export interface Measured {
  readonly measure: MeasureName;
  readonly shown: Interval;
  readonly policy: Interval;
  readonly against: Interval;
  /** Policy less against, by the same draws. */
  readonly gain: Interval;
}

export interface Replayed {
  readonly signals: number;
  readonly visitors: number;
  readonly visits: number;
  /** Lists of which two items or more were seen, and those of them in which something was opened. */
  readonly lists: number;
  readonly opened: number;
  /** What the bootstrap drew: visitors, where there are enough of them. */
  readonly units: 'visitors' | 'visits';
  readonly measured: readonly Measured[];
}

/** Fewer visitors than this cannot stand for all others, so their visits do. */
const MIN_VISITORS = 20;

const [SHOWN, POLICY, AGAINST] = [0, 1, 2] as const;

/**
 * Recorded signals under two policies: each learns every signal in turn, and orders each list by what it had learnt until then, as a device
 * would have. In memory that does not grow with the recording.
 * @throws Error when there is no list to order.
 */
export async function replay(recorded: AsyncIterable<Recorded>, options: ReplayOptions): Promise<Replayed> {
  const { policy, against, seed, samples, onSignals } = options;
  const sides = [
    { nth: POLICY, by: policy, profile: emptyProfile(policy) },
    { nth: AGAINST, by: against, profile: emptyProfile(against) },
  ];
  const width = (AGAINST + 1) * SUMS_AN_ORDER;
  const [byVisit, byVisitor] = [bootstrap({ width, samples, seed }), bootstrap({ width, samples, seed })];
  const told = { signals: 0, lists: 0, opened: 0 };
  let [visitor, ofVisitor] = [-1, new Float64Array(width)];
  for await (const visit of visitsOf(recorded)) {
    if (visit.visitor !== visitor) {
      if (visitor >= 0) byVisitor.add(ofVisitor);
      [visitor, ofVisitor] = [visit.visitor, new Float64Array(width)];
      for (const side of sides) side.profile = emptyProfile(side.by);
    }
    const ofVisit = new Float64Array(width);
    const showings = showingsOf(visit.observations).filter(({ places }) => places.length > 1);
    let learnt = 0;
    for (const showing of showings) {
      const { before, places } = showing;
      for (const { by, profile } of sides)
        for (const observation of visit.observations.slice(learnt, before)) learn(profile, observation, by);
      learnt = before;
      const atMs = visit.observations[before]?.signal.at ?? 0;
      addMeasures(
        ofVisit,
        SHOWN,
        showing,
        places.map(({ item }) => item.id),
        options,
      );
      for (const { nth, by, profile } of sides)
        addMeasures(ofVisit, nth, showing, orderBy(showing, profile, by, options, atMs), options);
      told.lists++;
      if (places.some(({ clicked }) => clicked)) told.opened++;
    }
    for (const { by, profile } of sides)
      for (const observation of visit.observations.slice(learnt)) learn(profile, observation, by);
    byVisit.add(ofVisit);
    ofVisit.forEach((amount, i) => (ofVisitor[i] = (ofVisitor[i] ?? 0) + amount));
    told.signals += visit.observations.length;
    onSignals?.(told.signals);
  }
  if (visitor >= 0) byVisitor.add(ofVisitor);
  if (told.lists === 0)
    throw new Error('[penchant] there is no list to order: no two impressions of the recording are of one list.');
  const units = byVisitor.units >= MIN_VISITORS ? 'visitors' : 'visits';
  const by = units === 'visitors' ? byVisitor : byVisit;
  const measured = (Object.keys(MEASURES) as MeasureName[]).map((measure) => ({
    measure,
    shown: by.interval(measureOf(measure, SHOWN)),
    policy: by.interval(measureOf(measure, POLICY)),
    against: by.interval(measureOf(measure, AGAINST)),
    gain: by.interval((sums) => measureOf(measure, POLICY)(sums) - measureOf(measure, AGAINST)(sums)),
  }));
  return { ...told, visitors: byVisitor.units, visits: byVisit.units, units, measured };
}

/** The order that a device would have given: that of the list as it was shown where it knew of nothing better. */
const orderBy = (
  { places }: Showing,
  profile: Profile,
  policy: Policy,
  { model }: MeasureOptions,
  atMs: number,
): string[] =>
  rank(
    places.map(({ item }) => item),
    profile,
    model,
    policy,
    atMs,
  ).map(({ item }) => item.id);
