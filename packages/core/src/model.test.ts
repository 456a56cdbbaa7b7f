import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { emptyModel, propensityAt, readModel, refuseModel } from './model.js';
import { ModelDocument } from './schema/model.js';

const curve = { list: 'home', theta: [1, 0.5, 0.25], estimated: true, impressions: 9, clicks: 3 };
const quality = { item: 'a', quality: 1.5, impressions: 9, clicks: 3 };
const document = { version: 1, site: 'daily', lists: [curve], items: [quality] };

describe('readModel', () => {
  it('indexes a served model', () => {
    const model = readModel(document);
    expect(model?.lists.get('home')).toBe(curve);
    expect(model?.items.get('a')).toBe(quality);
  });

  it.each([
    undefined,
    null,
    'model',
    { ...document, version: 2 },
    { ...document, lists: {} },
    { ...document, lists: [null] },
    { ...document, lists: [{ ...curve, theta: [0] }] },
    { ...document, lists: [{ ...curve, theta: ['1'] }] },
    { ...document, items: [{ ...quality, quality: -1 }] },
    { ...document, items: [{ ...quality, quality: '1' }] },
  ])('gives nothing for what is not a model: %j', (value) => {
    expect(readModel(value)).toBeUndefined();
  });

  it('accepts whatever the schema accepts, and never throws', () => {
    const conforms = Compile(ModelDocument);
    const near = fc.record({
      version: fc.constantFrom(1, 2),
      site: fc.constant('s'),
      lists: fc.array(
        fc.record({
          list: fc.constant('l'),
          theta: fc.array(fc.double({ min: -1, max: 2 }), { minLength: 1 }),
          estimated: fc.boolean(),
          impressions: fc.nat(),
          clicks: fc.nat(),
        }),
      ),
      items: fc.array(
        fc.record({ item: fc.constant('i'), quality: fc.double(), impressions: fc.nat(), clicks: fc.nat() }),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(near, fc.anything()), (value) => {
        if (conforms.Check(value)) expect(readModel(value)).toBeDefined();
        else readModel(value);
      }),
    );
  });
});

describe('neighbours', () => {
  const neighbours = [{ item: 'a', near: [['b', 0.4]] }];

  it('are read where a model has them', () => {
    expect(readModel({ ...document, neighbours })?.neighbours.get('a')).toEqual([['b', 0.4]]);
    expect(readModel(document)?.neighbours.size).toBe(0);
  });

  it.each([
    [{}],
    [[null]],
    [[{ item: 'a', near: [['b', 2]] }]],
    [[{ item: 'a', near: [[1, 0.4]] }]],
    [[{ item: 'a', near: [null] }]],
  ])('are refused when they are %j', (value) =>
    expect(refuseModel({ ...document, neighbours: value })).toEqual({ path: 'neighbours', reason: 'type' }),
  );
});

describe('refuseModel', () => {
  it.each([
    [undefined, { path: 'version', reason: 'version' }],
    [
      { ...document, version: 2 },
      { path: 'version', reason: 'version' },
    ],
    [
      { ...document, lists: [null] },
      { path: 'lists', reason: 'type' },
    ],
    [
      { ...document, items: {} },
      { path: 'items', reason: 'type' },
    ],
  ])('says what is wrong with %j', (value, refusal) => expect(refuseModel(value)).toEqual(refusal));
});

describe('propensityAt', () => {
  it('reads the curve of the list, and its last point beyond its end', () => {
    const model = readModel(document) ?? emptyModel;
    expect([1, 2, 3, 9].map((position) => propensityAt(model, 'home', position))).toEqual([1, 0.5, 0.25, 0.25]);
    expect(propensityAt(model, 'other', 1)).toBeUndefined();
  });
});
