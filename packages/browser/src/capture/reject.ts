import type { SignalKind } from '@penchant/core';

/** Something that might have become a signal, and why it did not. */
export interface Rejected {
  readonly kind: SignalKind;
  readonly item: string;
  /** Such as `49 % visible`, `0.6 s in view`, `hidden`, `not focused`, `prerendering`, `duplicate`, `excluded`, or what was wrong with a signal. */
  readonly reason: string;
  readonly list?: string;
  readonly position?: number;
}

/** Says why something did not count, if anybody wants to know: what makes the words is only called then. */
export type Reject = (kind: SignalKind, why: () => readonly [about: About | undefined, reason: string]) => void;

type About = Pick<Rejected, 'item' | 'list' | 'position'>;
