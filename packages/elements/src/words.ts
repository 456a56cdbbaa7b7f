import { named } from './named.js';

/** Everything that elements say, in English. */
const english = {
  /** The language of times and numbers. */
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
