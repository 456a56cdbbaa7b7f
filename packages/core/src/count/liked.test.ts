import { describe, expect, it } from 'vitest';
import type { Signal } from '../signal.js';
import { saysLiked } from './liked.js';

const of = { item: 'a', at: 0 } as const;
const watched = (coverage?: number, technical?: true): Signal => ({
  kind: 'watch',
  ...of,
  attendedMs: 1,
  ...(coverage !== undefined && { coverage }),
  ...(technical && { technical }),
});
const dwelt = (attendedMs: number, more: { list?: string; position?: number; bounced?: boolean } = {}): Signal => ({
  kind: 'dwell',
  ...of,
  attendedMs,
  ...more,
});

describe('what says that an item is liked', () => {
  it.each<[is: boolean, what: string, signal: Signal]>([
    [true, 'a like', { kind: 'like', ...of }],
    [true, 'a save', { kind: 'save', ...of }],
    [true, 'a share', { kind: 'share', ...of }],
    [true, 'a purchase', { kind: 'purchase', ...of }],
    [true, 'buying it again', { kind: 'repurchase', ...of }],
    [false, 'a gift', { kind: 'purchase', ...of, gift: true }],
    [true, 'four stars', { kind: 'rate', ...of, stars: 4 }],
    [false, 'three and a half stars', { kind: 'rate', ...of, stars: 3.5 }],
    [true, 'half of a play', watched(0.5)],
    [false, 'less than half of a play', watched(0.49)],
    [false, 'a play of no known length', watched()],
    [false, 'a play that a failure ended', watched(1, true)],
    [true, 'half a minute on its page', dwelt(30_000)],
    [false, 'less than half a minute on its page', dwelt(29_999)],
    [false, 'going straight back, however late', dwelt(30_000, { bounced: true })],
    [false, 'half a minute in view in a list', dwelt(30_000, { list: 'home', position: 1 })],
    [false, 'a click', { kind: 'click', ...of }],
    [false, 'the cart', { kind: 'cart', ...of }],
    [false, 'a dislike', { kind: 'dislike', ...of }],
    [false, 'a return', { kind: 'return', ...of }],
  ])('%s: %s', (is, _what, signal) => {
    expect(saysLiked(signal)).toBe(is);
  });
});
