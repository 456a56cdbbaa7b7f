import type { Overview, Sort } from '../overview-document.js';
import type { Question } from './ask.js';

/** All that the page shows follows from this. */
export type State = SignedOut | Asking | Shown;

export interface SignedOut {
  readonly phase: 'signed-out';
  /** Why, when the last try did not get in. */
  readonly why?: string;
  readonly isChecking: boolean;
}

/** Signed in, and nothing to show yet. */
export interface Asking {
  readonly phase: 'asking';
  readonly why?: string;
}

export interface Shown {
  readonly phase: 'shown';
  readonly overview: Overview;
  readonly question: Question;
  /** By this device's clock. */
  readonly receivedAt: number;
  /** Since when the collector does not answer, and why: what is shown is old. */
  readonly trouble?: { readonly why: string };
}

/** What a person can do. */
export interface Actions {
  readonly signIn: (token: string) => void;
  readonly signOut: () => void;
  readonly chooseSite: (site: string) => void;
  readonly sort: (sort: Sort) => void;
  readonly search: (text: string) => void;
  readonly turnTo: (page: number) => void;
  readonly retry: () => void;
}
