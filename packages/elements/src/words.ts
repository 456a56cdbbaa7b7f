import type { LedgerEntry, Signal } from '@penchant/browser';
import { named } from './named.js';

/** Everything that elements say, in English. */
const english = {
  /** The language of times and numbers, and `rtl` where it runs from right to left. */
  language: 'en',
  /** What an item or a feature is called: `a42`, `topic:cycling`. */
  nameOf: named,

  feedback: 'What do you think of this?',
  like: 'Like',
  dislike: 'Dislike',
  hide: 'Hide',
  liked: 'Noted: more like this.',
  disliked: 'Noted: less like this.',
  hidden: 'Noted: this is not shown to you for a while.',
  takenBack: 'Taken back.',
  notNoted: 'Not noted.',
  profilingIsOff: 'Not noted: this page may not learn from you. You turned that off.',
  noConsent: 'Not noted: you did not agree to it.',

  interests: 'What we think you like',
  interestsExplained: 'Learnt on this device from what you did here. It stays on this device.',
  profiling: 'Choose and order for me',
  profilingOff:
    'Off: everything is in the page’s own order, and nothing is learnt. What was learnt before is kept until you delete it.',
  consentDenied: 'Nothing is learnt or kept: you did not agree to it.',
  consentAwaited: 'Nothing is kept until you agree to it.',
  keptForThisPage: 'Your browser keeps nothing for this site: what is learnt is gone when you leave.',
  loading: 'Looking up what earlier visits taught…',
  nothingYet: 'Nothing yet. Open something that you like, and it shows here.',
  sides: 'Left is less of it, right is more. Move one, and the page follows.',
  levels: ['None of it', 'Less', 'A little less', 'No preference', 'A little more', 'More', 'All of it'],
  certainties: ['a guess', 'fairly sure', 'sure'],
  youSaidSo: 'you said so',
  why: 'Why?',
  whyOf: (name: string) => `Why ${name}?`,
  backToLearnt: 'Use what was learnt',
  backToLearntOf: (name: string) => `Use what was learnt of ${name}`,
  showAll: (count: number) => `Show all ${count}`,

  mutes: 'Not shown for a while',
  noMutes: 'Nothing is left out.',
  mutedBecause: (by: Signal['kind'], item: string | undefined) =>
    `You ${MUTED[by] ?? 'left out'} ${item === undefined ? 'this' : `“${item}”`}`,
  left: (duration: string) => `${duration} left`,
  unmute: 'Show again',
  unmuteOf: (name: string) => `Show again: ${name}`,
  unmuted: (name: string) => `May be shown again: ${name}.`,

  data: 'Your data',
  download: 'Download it',
  downloaded: (file: string) => `Saved as ${file}.`,
  forget: 'Delete it…',
  forgetAsked: 'Delete all that was learnt?',
  forgetExplained:
    'All that this site learnt of you on this device is deleted, in every tab. It cannot be brought back.',
  forgetNow: 'Delete all of it',
  keep: 'Keep it',
  forgotten: 'Deleted. Nothing is known of you on this device.',
  failed: 'That did not work. Please try again.',

  ledger: 'What counted',
  ledgerRest: (count: number) => `and ${count} smaller`,
  sentenceOf: ({ sentence }: { readonly sentence: string }) => sentence,
  markOf: (liking: string, certainty: string) => `${liking}, ${certainty}`,
  kinds: {
    impression: 'seen',
    click: 'opened',
    dwell: 'read',
    watch: 'watched',
    like: 'liked',
    dislike: 'disliked',
    hide: 'hidden',
    skip: 'passed over',
    rate: 'rated',
    save: 'saved',
    share: 'shared',
    cart: 'put in the cart',
    purchase: 'bought',
    repurchase: 'bought again',
    return: 'returned',
    neighbour: 'liked by those who like it',
    quality: 'how often others open it',
    interest: 'what you said',
    earlier: 'what you did longer ago',
    undo: 'taken back',
    unsuppress: 'may be shown again',
  } satisfies Record<Kind, string> as Readonly<Record<Kind, string>>,

  glanced: 'looked at',

  inspector: 'Inspector',
  openInspector: 'Inspect',
  closeInspector: 'Close',
  tabs: { live: 'Live', profile: 'Profile', item: 'Item' },
  listening: 'Listening. What you do on this page is told here, and whether it counts.',
  counted: 'Counted',
  notCounted: 'Does not count',
  /** Why something does not count, as `rejected$` says it: `stars range`. */
  reasonOf: (reason: string) => REASONS[reason] ?? wrongField(reason) ?? reason,
  times: (count: number) => `${count} times`,
  inList: (list: string, position: number) => `${list}, place ${position}`,
  seconds: (seconds: number) => `${seconds.toFixed(0)} s`,
  percent: (share: number) => `${Math.round(share * 100)} %`,
  stars: (stars: number) => `${stars} of 5`,
  clear: 'Clear',
  features: 'Features',
  items: 'Items',
  nothingLearnt: 'Nothing is learnt yet.',
  more: (count: number) => `and ${count} more`,
  status: 'Status',
  facts: {
    state: 'State',
    profiling: 'Profiling',
    consent: 'Consent',
    storage: 'Storage',
    mode: 'Mode',
    recorded: 'Recorded on this page',
    unsaved: 'In memory alone',
    acknowledged: 'Contributions acknowledged',
    refused: 'Refused',
  },
  on: 'on',
  off: 'off',
  none: 'none',
  chooseItem: 'Item',
  chooseItemHint: 'Choose an item of this page, or type its id.',
  score: (score: string, certainty: string) => `Score ${score}, ${certainty}`,
  figures: 'Figures',
  figuresExplained: 'Each row multiplied is what it adds; all of them together are the score.',
  columns: {
    about: 'About',
    kind: 'Signal',
    liking: 'Liking',
    confidence: '× confidence',
    propensity: '÷ propensity',
    cap: '× cap',
    decay: '× decay',
    share: '× share',
    contribution: '= adds',
  },
  sum: 'Sum',
};

type Kind = LedgerEntry['kind'] | Signal['kind'];

const REASONS: { readonly [reason: string]: string | undefined } = {
  hidden: 'the page was hidden',
  'not focused': 'another window had the focus',
  duplicate: 'counted already',
  excluded: 'the page leaves it out',
  'no consent': 'no consent',
  'profiling off': 'profiling is off',
  'kind kind': 'there is no such kind',
};

const WRONG: { readonly [wrong: string]: string | undefined } = {
  type: 'of another type',
  range: 'missing or out of range',
  length: 'missing, empty or too long',
  future: 'in the future',
};

/** What is wrong with which field of a signal. */
function wrongField(reason: string): string | undefined {
  const [field, wrong = ''] = reason.split(' ');
  return WRONG[wrong] && `${field || 'signal'}: ${WRONG[wrong]}`;
}

const MUTED: { readonly [K in Signal['kind']]?: string } = {
  hide: 'hid',
  dislike: 'disliked',
  purchase: 'bought',
  return: 'returned',
};

/** Everything that elements say. */
export type Words = Readonly<typeof english>;

let spoken: Words = english;
const followers = new Set<() => void>();

export const words = (): Words => spoken;

/** Says these words in the place of the English ones, at once and on all of the page. What is left out stays. */
export function translate(changes: Partial<Words>): void {
  spoken = { ...spoken, ...changes };
  for (const tell of followers) tell();
}

/** Tells when words change. Returns how to stop. */
export function followWords(tell: () => void): () => void {
  followers.add(tell);
  return () => void followers.delete(tell);
}
