import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposureOf, refuse, type Signal } from './signal.js';

const impression: Signal = { kind: 'impression', item: 'a', at: 1, list: 'home', position: 1, bucket: 0 };

describe('refuse', () => {
  it('accepts every kind of signal', () => {
    const signals: Signal[] = [
      impression,
      { kind: 'click', item: 'a', at: 1, list: 'home', position: 3, bucket: 32, propensity: 0.2 },
      { kind: 'click', item: 'a', at: 1 },
      { kind: 'like', item: 'a', at: 0 },
      { kind: 'dislike', item: 'a', at: 0 },
    ];
    expect(signals.map(refuse)).toEqual(signals.map(() => undefined));
  });

  it.each([
    [
      { ...impression, kind: 'stare' },
      { path: 'kind', reason: 'kind' },
    ],
    [
      { ...impression, item: '' },
      { path: 'item', reason: 'length' },
    ],
    [
      { ...impression, item: 'x'.repeat(1_000_000) },
      { path: 'item', reason: 'length' },
    ],
    [
      { ...impression, item: '\ud800' },
      { path: 'item', reason: 'length' },
    ],
    [
      { ...impression, list: undefined },
      { path: 'list', reason: 'length' },
    ],
    [
      { ...impression, position: 0 },
      { path: 'position', reason: 'range' },
    ],
    [
      { ...impression, position: 1.5 },
      { path: 'position', reason: 'range' },
    ],
    [
      { ...impression, bucket: 33 },
      { path: 'bucket', reason: 'range' },
    ],
    [
      { ...impression, at: -1 },
      { path: 'at', reason: 'range' },
    ],
    [
      { ...impression, at: Number.NaN },
      { path: 'at', reason: 'range' },
    ],
    [
      { kind: 'click', item: 'a', at: 1, position: 3 },
      { path: 'list', reason: 'length' },
    ],
    [
      { kind: 'click', item: 'a', at: 1, propensity: 0 },
      { path: 'propensity', reason: 'range' },
    ],
    [
      { kind: 'click', item: 'a', at: 1, propensity: Number.NaN },
      { path: 'propensity', reason: 'range' },
    ],
    [null, { path: '', reason: 'type' }],
    ['click', { path: '', reason: 'type' }],
  ])('refuses %j', (value, refusal) => {
    expect(refuse(value as Signal)).toEqual(refusal);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (value) => void refuse(value as Signal)));
  });
});

describe('exposureOf', () => {
  it('is where a signal happened, in the page order when no bucket is told', () => {
    expect(exposureOf({ kind: 'click', item: 'a', at: 1, list: 'home', position: 2 })).toEqual({
      list: 'home',
      position: 2,
      bucket: 0,
    });
  });

  it('is nowhere for what happens outside lists', () => {
    expect(exposureOf({ kind: 'click', item: 'a', at: 1 })).toBeUndefined();
    expect(exposureOf({ kind: 'like', item: 'a', at: 1 })).toBeUndefined();
  });
});
