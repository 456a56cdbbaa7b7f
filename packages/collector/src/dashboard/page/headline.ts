import type { Overview, Slot } from '../overview-document.js';
import { meaningOf } from './refusals.js';
import { counted, duration, endOfWeek, epochAt, exactly } from './words.js';

/** How a site is. `good` and `quiet` ask nothing of anybody. */
export type Level = 'good' | 'quiet' | 'waiting' | 'warn' | 'bad';

export interface Headline {
  readonly level: Level;
  readonly sentence: string;
  /** What it means, or what to do. */
  readonly advice?: string;
}

const STORE_DOUBT_MS = 60_000; //     a failed write is news for a minute; then arrivals tell
const TOLERATED_REFUSALS = 0.05; //   of arrivals: a few broken clocks and curious people are always there
const FEW_REFUSALS = 5;
const MISSED_PUBLICATIONS = 3;

/** “Is my site healthy?”, in one sentence: the worst that is true comes first. `overview.now` is the present. */
export function headline(overview: Overview): Headline {
  return (
    storeTrouble(overview) ??
    publicationTrouble(overview) ??
    refusalTrouble(overview) ??
    waiting(overview) ??
    collecting(overview)
  );
}

function storeTrouble({ store: { unreadable, failure }, now }: Overview): Headline | undefined {
  if (unreadable !== undefined)
    return {
      level: 'bad',
      sentence: `Not collecting: the store cannot be read (${unreadable}).`,
      advice: 'Devices keep what they counted and send it later. Check the disk or the database; the log says more.',
    };
  if (failure && now - failure.at < STORE_DOUBT_MS)
    return {
      level: 'bad',
      sentence: `Not storing: the store failed ${duration(now - failure.at)} ago (${failure.reason}).`,
      advice: 'Devices keep what they counted and send it later. Check the disk or the database; the log says more.',
    };
  return undefined;
}

function publicationTrouble({ model, now, startedAt }: Overview): Headline | undefined {
  const { publishedAt, failure, publishSeconds } = model;
  if (failure && failure.at > (publishedAt ?? 0))
    return {
      level: 'warn',
      sentence: `Collecting, but the last model could not be published (${failure.reason}, ${duration(now - failure.at)} ago).`,
      advice:
        publishedAt === undefined
          ? 'Pages get an empty model until it can. The log says why it failed.'
          : `Pages keep the model of ${duration(now - publishedAt)} ago. The log says why it failed.`,
    };
  const overdueMs = now - (publishedAt ?? startedAt) - MISSED_PUBLICATIONS * publishSeconds * 1_000;
  if (overdueMs <= 0) return undefined;
  return {
    level: 'warn',
    sentence: `The model is stale: ${publishedAt === undefined ? 'none was published yet' : `published ${duration(now - publishedAt)} ago`}, due every ${duration(publishSeconds * 1_000)}.`,
    advice: 'The collector may be overloaded. The log says more.',
  };
}

function refusalTrouble({ arrivals: { slots, slotMs, refusals } }: Overview): Headline | undefined {
  const { added, duplicates, refused } = together(slots);
  const all = added + duplicates + refused;
  if (refused < FEW_REFUSALS || refused / all <= TOLERATED_REFUSALS) return undefined;
  const [latest] = [...refusals].sort((a, b) => b.lastAt - a.lastAt);
  const meaning = latest && meaningOf(latest.reason);
  return {
    level: 'warn',
    sentence: `${exactly(refused)} of ${exactly(all)} arrivals were refused in the last ${duration(slots.length * slotMs)}.`,
    ...(latest ? { advice: `The latest ${meaning ?? `was refused as ${latest.reason}`}.` } : {}),
  };
}

function waiting({ epochs, site, origins, arrivals: { unattributed } }: Overview): Headline | undefined {
  if (epochs.length > 0) return undefined;
  const stranger = unattributed.find(({ reason }) => reason === 'unknown-site');
  const where = origins.includes('*') ? 'any page' : `a page of ${origins.join(' or ')}`;
  return {
    level: 'waiting',
    sentence: `Nothing yet: no contribution of ${site} has arrived.`,
    advice: stranger
      ? `${counted(stranger.count, 'contribution')} named a site that is not collected here: is data-site="${site}" spelled right?`
      : `Put the script on ${where} with data-site="${site}", open the page, and scroll.`,
  };
}

function collecting(overview: Overview): Headline {
  const { epochs, arrivals, now, startedAt } = overview;
  const { slots, slotMs, sinceStart } = arrivals;
  const thisWeek = epochs.find(({ epoch }) => epoch === epochAt(now))?.contributions ?? 0;
  const { added, duplicates, refused } = together(slots);
  const isQuiet = added + duplicates === 0;
  const window = duration(Math.min(slots.length * slotMs, Math.max(now - startedAt, 1_000)));
  const parts = [
    `${counted(thisWeek, 'contribution')} this week`,
    ...(isQuiet ? [`none in the last ${window}`] : []),
    modelWords(overview),
    refusedWords(refused, sinceStart.refused),
  ];
  return { level: isQuiet ? 'quiet' : 'good', sentence: `${isQuiet ? 'Quiet' : 'Collecting'}: ${parts.join(', ')}.` };
}

function modelWords({ model, epochs, now }: Overview): string {
  const { publishedAt, lists, items, openEpochs } = model;
  if (publishedAt === undefined) return 'no model published yet';
  if (lists + items > 0) return `model ${duration(now - publishedAt)} old`;
  const isFirstWeek = epochs.every(({ epoch }) => epoch >= epochAt(now));
  return isFirstWeek && !openEpochs ? `first model in ${duration(endOfWeek(now) - now)}` : 'model still empty';
}

function refusedWords(lately: number, sinceStart: number): string {
  if (lately > 0) return `${exactly(lately)} refused lately`;
  return sinceStart > 0 ? 'nothing refused lately' : 'nothing refused';
}

/** Several stretches of time as one. */
export function together(slots: readonly Slot[]): Slot {
  const sum = { added: 0, duplicates: 0, refused: 0 };
  for (const { added, duplicates, refused } of slots) {
    sum.added += added;
    sum.duplicates += duplicates;
    sum.refused += refused;
  }
  return sum;
}
