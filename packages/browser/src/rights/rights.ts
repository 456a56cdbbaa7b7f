import {
  blankProfile,
  lastSaid,
  saveProfile,
  suppressionsIn,
  type Contribution,
  type Observation,
  type Profile,
  type ProfileDocument,
  type ProfileView,
  type Signal,
} from '@penchant/core';
import { inWords } from './in-words.js';
import type { Fold, Holdings, Journal, Sent } from '../journal/journal.js';
import { tried } from '../page.js';

/** What is to be forgotten: all that was done with an item, one signal, or the whole session that a time (ms) lies in. */
export type Excluded = { readonly item: string } | { readonly signal: Signal } | { readonly session: number };

/** A pause that ends a session. */
const SESSION_PAUSE_MS = 30 * 60_000;

type Fits = (observation: Observation) => boolean;

/** Tells which signals are meant: none, where that cannot be read. */
export const fits = (what: Excluded, observations: readonly Observation[]): Fits =>
  tried(() => meant(what, observations)) ?? (() => false);

function meant(what: Excluded, observations: readonly Observation[]): Fits {
  if ('item' in what) {
    const { item } = what;
    return ({ signal }) => signal.item === item;
  }
  if ('signal' in what) {
    const { kind, item, at } = what.signal;
    return ({ signal }) => signal.kind === kind && signal.item === item && signal.at === at;
  }
  let [from, to] = [what.session, what.session];
  const times = observations.map(({ signal }) => signal.at).sort((a, b) => a - b);
  for (const at of times) if (at > to && at - to <= SESSION_PAUSE_MS) to = at;
  for (const at of times.reverse()) if (at < from && from - at <= SESSION_PAUSE_MS) from = at;
  return ({ signal }) => signal.at >= from && signal.at <= to;
}

/** Everything that is kept, as plain data. */
export interface Exported {
  readonly profile: ProfileDocument;
  readonly signals: readonly Observation[];
  readonly holdings: Holdings | undefined;
  readonly sent: readonly Sent[];
  /** Whether the visitor lets pages learn of them. */
  readonly profiling: boolean;
}

const ALL = 1_000_000;

export async function exported(
  journal: Journal | undefined,
  profile: Profile | undefined,
  observations: readonly Observation[],
  profiling: boolean,
): Promise<Exported> {
  return {
    profile: saveProfile(profile ?? blankProfile([])),
    signals: (await journal?.observations(ALL)) ?? observations,
    holdings: await journal?.holdings(),
    sent: (await journal?.sent()) ?? [],
    profiling,
  };
}

/** One thing that was sent: its exact bytes, and what they say in plain words. */
export interface Receipt {
  /** When the collector acknowledged it: milliseconds since 1970-01-01. */
  readonly at: number;
  readonly url: string;
  readonly body: string;
  readonly says: string;
}

/** How contributions are made and sent: where to, and in which words. */
export interface Post {
  readonly url: string;
  readonly fold: Fold;
  bodyOf(contribution: Contribution): string;
}

export async function receipts(journal: Journal | undefined, { url, bodyOf }: Post): Promise<readonly Receipt[]> {
  const sent = (await journal?.sent()) ?? [];
  return sent.map(({ at, contribution }) => ({ at, url, body: bodyOf(contribution), says: inWords(contribution) }));
}

/** What leaves the device, and what is about to. */
export interface Egress {
  readonly says: string;
  readonly url: string | undefined;
  /** The exact bodies of what is sealed and not acknowledged yet. */
  readonly waiting: readonly string[];
}

/** `post` is missing where nothing is ever sent; `permitted` is what the visitor allows now. */
export async function egress(
  journal: Journal | undefined,
  post: Post | undefined,
  permitted: boolean,
): Promise<Egress> {
  if (!post) return { says: 'Nothing leaves this device.', url: undefined, waiting: [] };
  const { url, fold, bodyOf } = post;
  if (!permitted) return { says: 'Nothing leaves this device while there is no consent to it.', url, waiting: [] };
  const sealed = (await journal?.seal(fold)) ?? []; // what is sealed now is what will be sent, byte for byte
  return {
    says:
      'Counts of what was seen, opened, liked and disliked in each list, by item, position and week; of how much was ' +
      'played and how long was read, whatever it was; which items are liked together, up to eight pairs at a time; and ' +
      'how many signals were lost. ' +
      'No name, no time finer than a week, nothing of the profile. Sent when the page is hidden, and once a minute.',
    url,
    waiting: sealed.map(bodyOf),
  };
}

/** What a tracker holds of its visitor. */
export interface Held {
  readonly journal: Journal | undefined;
  /** None while nothing is there that scores. */
  readonly profile: Profile | undefined;
  readonly observations: readonly Observation[];
  readonly profiling: boolean;
  /** Whether anything is ever sent, and whether it may be now. */
  readonly isLocal: boolean;
  readonly permitted: boolean;
  post(): Promise<Post>;
}

/** What visitors may ask of what a tracker holds. */
export const rightsOf = ({ journal, profile, observations, profiling, isLocal, permitted, post }: Held) => ({
  suppressions: ({ suppressed }: ProfileView) => suppressionsIn(suppressed),
  lastSaid: (item: string) => lastSaid(observations, item),
  fits: (what: Excluded) => fits(what, observations),
  export: () => exported(journal, profile, observations, profiling),
  receipt: async () => receipts(journal, await post()),
  describeEgress: async () => egress(journal, isLocal ? undefined : await post(), permitted),
});
