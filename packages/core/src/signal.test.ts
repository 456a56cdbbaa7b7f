import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS } from '../test/runs.js';
import { copySignal, exposureOf, refuse, retells, type Signal } from './signal.js';
import { DAY_MS } from './time.js';

const impression: Signal = { kind: 'impression', item: 'a', at: 1, list: 'home', position: 1, bucket: 0 };

describe('refuse', () => {
  it('accepts every kind of signal', () => {
    const signals: Signal[] = [
      impression,
      { kind: 'click', item: 'a', at: 1, list: 'home', position: 3, bucket: 32, propensity: 0.2 },
      { kind: 'click', item: 'a', at: 1 },
      { kind: 'like', item: 'a', at: 0 },
      { kind: 'dislike', item: 'a', at: 0 },
      { kind: 'dwell', item: 'a', at: 0, attendedMs: 0, opened: 0, bounced: true, quantile: 1 },
      {
        kind: 'watch',
        item: 'a',
        at: 0,
        coverage: 1,
        attendedMs: 9.5,
        durationMs: 10,
        replay: 2,
        dropOff: 1,
        technical: true,
      },
      { kind: 'watch', item: 'a', at: 0, attendedMs: 9.5 }, // a live stream
      ...(['hide', 'skip', 'save', 'share', 'cart'] as const).map((kind) => ({ kind, item: 'a', at: 0 })),
      { kind: 'rate', item: 'a', at: 0, stars: 4.5 },
      { kind: 'purchase', item: 'a', at: 0, gift: false, browsed: true },
      { kind: 'repurchase', item: 'a', at: 0 },
      { kind: 'return', item: 'a', at: 0, purchased: 0 },
      { kind: 'undo', item: 'a', at: 1, of: { kind: 'rate', item: 'a', at: 0, stars: 1 } },
    ];
    expect(signals.map((signal) => refuse(signal, 0))).toEqual(signals.map(() => undefined));
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
      { ...impression, bucket: 53 },
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
      { kind: 'click', item: 'a', at: 1, propensity: 1e-300 },
      { path: 'propensity', reason: 'range' },
    ],
    [
      { kind: 'click', item: 'a', at: 1, propensity: Number.NaN },
      { path: 'propensity', reason: 'range' },
    ],
    [
      { kind: 'dwell', item: 'a', at: 1 },
      { path: 'attendedMs', reason: 'range' },
    ],
    [
      { kind: 'dwell', item: 'a', at: 1, attendedMs: -1 },
      { path: 'attendedMs', reason: 'range' },
    ],
    [
      { kind: 'watch', item: 'a', at: 1, coverage: 1 },
      { path: 'attendedMs', reason: 'range' },
    ],
    [
      { kind: 'watch', item: 'a', at: 1, attendedMs: 1, coverage: 1.01 },
      { path: 'coverage', reason: 'range' },
    ],
    [
      { kind: 'watch', item: 'a', at: 1, attendedMs: 1, coverage: 1, replay: Infinity },
      { path: 'replay', reason: 'range' },
    ],
    [
      { kind: 'rate', item: 'a', at: 1 },
      { path: 'stars', reason: 'range' },
    ],
    [
      { kind: 'rate', item: 'a', at: 1, stars: 0 },
      { path: 'stars', reason: 'range' },
    ],
    [
      { kind: 'rate', item: 'a', at: 1, stars: 6 },
      { path: 'stars', reason: 'range' },
    ],
    [
      { kind: 'rate', item: 'a', at: 1, stars: '5' },
      { path: 'stars', reason: 'range' },
    ],
    [
      { kind: 'return', item: 'a', at: 1, purchased: -1 },
      { path: 'purchased', reason: 'range' },
    ],
    [
      { kind: 'like', item: 'a' },
      { path: 'at', reason: 'range' },
    ],
    [
      { kind: 'like', item: 'a', at: 1.5 },
      { path: 'at', reason: 'range' },
    ],
    [
      { kind: 'like', item: 'a', at: 3 * DAY_MS },
      { path: 'at', reason: 'future' },
    ],
    [
      { kind: 'undo', item: 'a', at: 1 },
      { path: 'of.', reason: 'type' },
    ],
    [
      { kind: 'undo', item: 'a', at: 1, of: { kind: 'rate', item: 'a', at: 1 } },
      { path: 'of.stars', reason: 'range' },
    ],
    [
      { kind: 'undo', item: 'a', at: 1, of: { kind: 'click', item: 'a', at: 1 } },
      { path: 'of.kind', reason: 'kind' },
    ],
    [
      { kind: 'undo', item: 'a', at: 1, of: { kind: 'like', item: 'b', at: 1 } },
      { path: 'of.item', reason: 'range' },
    ],
    [
      { kind: 'toString', item: 'a', at: 1 },
      { path: 'kind', reason: 'kind' },
    ],
    [
      { kind: '__proto__', item: 'a', at: 1 },
      { path: 'kind', reason: 'kind' },
    ],
    [null, { path: '', reason: 'type' }],
    ['click', { path: '', reason: 'type' }],
  ])('refuses %j', (value, refusal) => {
    expect(refuse(value, DAY_MS)).toEqual(refusal);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => void refuse(value)),
      RUNS,
    );
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

describe('retells', () => {
  const opened = { item: 'a', at: 9, opened: 5 };
  const dwell: Signal = { kind: 'dwell', ...opened, attendedMs: 1 };
  const watch: Signal = { kind: 'watch', ...opened, coverage: 0.5, attendedMs: 1 };

  it('is one and the same of a dwell, and of a watch, as long as the opening is one', () => {
    expect(retells({ ...dwell, at: 10, attendedMs: 2 })).toBe(retells(dwell));
    expect(retells(dwell)).toBe('dwell 5 a');
    expect(retells(watch)).toBe('watch 5 a');
    expect(retells({ ...watch, opened: 6 })).not.toBe(retells(watch));
  });

  it('is nothing of what stands for itself', () => {
    expect(retells({ kind: 'dwell', item: 'a', at: 9, attendedMs: 1 })).toBeUndefined();
    expect(retells({ kind: 'watch', item: 'a', at: 9, coverage: 0.5, attendedMs: 1 })).toBeUndefined();
    expect(retells({ kind: 'click', ...opened })).toBeUndefined();
  });
});

describe('copySignal', () => {
  it('keeps what signals have, and nothing else of the page’s own object', () => {
    const rate = { kind: 'rate', item: 'a', at: 0, stars: 1 } as const;
    const undo: Signal = { kind: 'undo', item: 'a', at: 1, of: rate };
    for (const signal of [impression, rate, undo]) {
      const own = {
        ...signal,
        self: {},
        open: () => 1,
        ...('of' in signal && { of: { ...signal.of, open: () => 1 } }),
      };
      own.self = own;
      expect(copySignal(new Proxy(own, {}))).toEqual(signal);
      expect(structuredClone(copySignal(own))).toEqual(signal);
    }
  });

  it('takes what is not said for not there, and any word for yes or no', () => {
    const said = { kind: 'purchase', item: 'a', at: undefined, gift: () => 1, browsed: 0 };
    expect(copySignal(said)).toEqual({ kind: 'purchase', item: 'a', gift: true, browsed: false });
    expect(Object.keys(copySignal(said))).not.toContain('at');
  });

  it.each([[undefined], [null], ['like'], [7], [[]]])('is of %o nothing that is accepted', (value) => {
    expect(refuse(copySignal(value))).toEqual({ path: 'kind', reason: 'kind' });
  });
});
