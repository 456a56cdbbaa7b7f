import { describe, expect, it } from 'vitest';
import { device, type Told } from '../../test/device.js';
import { emptyProfile } from '../profile/profile.js';
import { DAY_MS } from '../time.js';
import { amazon } from './amazon.js';
import { defaultPolicy } from './policy.js';

const NOW = Date.UTC(2024, 5, 15);
const daysAgo = (days: number): number => NOW - days * DAY_MS;
const product = (id: string, ...categories: string[]) => ({
  id,
  features: categories.map((category) => `category:${category}`),
});
const [lights, wand] = [product('fairy lights', 'princess'), product('wand', 'princess')];
const [tent, otherTent, stove] = [
  product('tent', 'tents', 'camping'),
  product('dome tent', 'tents', 'camping'),
  product('stove', 'stoves', 'camping'),
];
const [coffee, filters] = [product('coffee', 'coffee'), product('filters', 'coffee')];
const [lamp, kettle] = [product('lamp', 'lamps'), product('kettle', 'kettles')];
const read: Told = { kind: 'dwell', at: daysAgo(1), attendedMs: 120_000 };

describe.each([
  ['amazon', amazon],
  ['the default policy', defaultPolicy],
])('purchases by %s', (_name, policy) => {
  const sure = (visitor: ReturnType<typeof device>, id: string): number =>
    visitor.view(NOW).items[id]?.confidence ?? NaN;
  /** How much evidence there is behind a confidence. */
  const weightOf = (confidence: number) => (policy.doubt * confidence) / (1 - confidence);
  const bought = (times: number, ...before: Told[]) => {
    const visitor = device(policy);
    if (before.length > 0) visitor.tell(wand, ...before);
    for (let i = 0; i < times; i++) visitor.tell(lights, { kind: 'purchase', at: NOW });
    return visitor;
  };

  it('one-time purchase of an unusual category: damped, as a gift or a one-off, until it is repeated', () => {
    const [once, browsed, twice] = [bought(1), bought(1, read, read), bought(2)];
    const { purchase, repurchase } = policy.kinds;
    expect(weightOf(sure(once, 'fairy lights'))).toBeCloseTo(0.3 * purchase.confidence, 9);
    expect(weightOf(sure(browsed, 'fairy lights'))).toBeCloseTo(purchase.confidence, 9);
    expect(weightOf(sure(twice, 'fairy lights'))).toBeCloseTo(0.3 * purchase.confidence + repurchase.confidence, 9);
  });

  it('one-time purchase of an unusual category: looking at it before paying does not make it a habit', () => {
    const visitor = device(policy);
    visitor.tell(lights, { kind: 'click', at: NOW }, read, { ...read, at: NOW }, { kind: 'cart', at: NOW });
    const before = sure(visitor, 'fairy lights');
    visitor.tell(lights, { kind: 'purchase', at: NOW });
    expect(weightOf(sure(visitor, 'fairy lights')) - weightOf(before)).toBeCloseTo(
      0.3 * policy.kinds.purchase.confidence,
      9,
    );
  });

  it('one-time purchase of an unusual category: fades', () => {
    const visitor = device(policy);
    visitor.tell(lights, { kind: 'purchase', at: daysAgo(720) });
    expect(visitor.view(NOW).features['category:princess']?.score).toBeLessThan(0.06);
  });

  it('another purchase in the category: is a repeat too, and has full weight', () => {
    const visitor = bought(1);
    visitor.tell(wand, { kind: 'purchase', at: NOW });
    expect(sure(visitor, 'wand')).toBeGreaterThan(sure(visitor, 'fairy lights'));
  });

  it('a purchase marked as a gift: leaves no trace', () => {
    const visitor = device(policy);
    visitor.tell(lights, { kind: 'purchase', at: NOW, gift: true });
    expect(visitor.profile).toEqual(emptyProfile(policy));
  });

  it('repeat purchase of the same item: replenishment, upweighted heavily', () => {
    const visitor = device(policy);
    visitor.tell(lamp, read);
    visitor.tell(product('desk lamp', 'lamps'), { kind: 'purchase', at: daysAgo(30) });
    visitor.tell(coffee, { kind: 'purchase', at: daysAgo(60) }, { kind: 'purchase', at: daysAgo(30) });
    expect(policy.kinds.repurchase.confidence).toBeGreaterThanOrEqual(1.5 * policy.kinds.purchase.confidence);
    expect(visitor.order([lamp, kettle, coffee], NOW)).toEqual(['coffee', 'lamp', 'kettle']);
    expect(visitor.order([kettle, filters], NOW)).toEqual(['filters', 'kettle']);
    expect(sure(visitor, 'coffee')).toBeGreaterThan(sure(visitor, 'desk lamp'));
  });

  it('purchase right after browsing: full weight, and adjacent categories come up', () => {
    const visitor = device(policy);
    visitor.tell(otherTent, { kind: 'click', at: daysAgo(1) }, read);
    visitor.tell(tent, { kind: 'click', at: daysAgo(1) }, { kind: 'purchase', at: NOW });
    const signal = visitor.view(NOW).items['tent']?.confidence ?? NaN;
    expect(signal).toBeGreaterThan(
      policy.kinds.purchase.confidence / (policy.kinds.purchase.confidence + policy.doubt),
    );
    expect(visitor.order([kettle, stove, lamp], NOW)).toEqual(['stove', 'kettle', 'lamp']);
  });

  it('purchase and immediate return: the sign flips, for the item and for what is like it', () => {
    const visitor = device(policy);
    visitor.tell(otherTent, read);
    visitor.tell(tent, { kind: 'purchase', at: daysAgo(9) });
    expect(visitor.view(NOW).items['tent']?.score).toBeGreaterThan(0.5);
    visitor.tell(tent, { kind: 'return', at: daysAgo(2), purchased: daysAgo(9) });
    expect(visitor.view(NOW).items['tent']?.score).toBeLessThan(-0.2);
    expect(visitor.view(NOW).features['category:tents']?.score).toBeLessThan(0);
    expect(visitor.order([tent, stove, kettle], NOW)).toEqual(['kettle', 'stove', 'tent']);
    expect(visitor.view(NOW).suppressed).toHaveProperty(['item tent']);
  });

  it('seasonal spike: little is learnt of its features, and it is shown only in its window', () => {
    const season = { from: Date.UTC(2023, 10, 25), to: Date.UTC(2023, 11, 26) };
    const [tree, star] = [
      { ...product('tree', 'christmas'), season },
      { ...product('star', 'christmas'), season },
    ];
    const december = Date.UTC(2023, 11, 10);
    const visitor = device(policy);
    visitor.tell(tree, { kind: 'purchase', at: december });
    const { items, features } = visitor.view(december);
    expect(features['category:christmas']?.confidence).toBeLessThan(items['tree']?.confidence ?? NaN);
    expect(visitor.order([kettle, star], december)).toEqual(['star', 'kettle']);
    expect(visitor.order([kettle, star], season.to)).toEqual(['star', 'kettle']);
    expect(visitor.order([star, kettle], season.to + 1)).toEqual(['kettle', 'star']);
    expect(visitor.order([star, kettle], NOW)).toEqual(['kettle', 'star']);
    const next = { ...star, season: { from: Date.UTC(2024, 10, 25), to: Date.UTC(2024, 11, 26) } };
    expect(visitor.order([next, kettle], NOW)).toEqual(['kettle', 'star']);
    expect(visitor.order([kettle, next], next.season.from)).toEqual(['star', 'kettle']);
  });
});

describe('amazon', () => {
  it('suppresses what is similar to a return for 90 days, and the item for a year', () => {
    const visitor = device(amazon);
    visitor.tell(tent, { kind: 'purchase', at: NOW }, { kind: 'return', at: NOW });
    const keys = (days: number) => Object.keys(visitor.view(NOW + days * DAY_MS).suppressed).sort();
    expect(keys(89)).toEqual(['item tent', 'similar tent']);
    expect(keys(90)).toEqual(['item tent']);
    expect(keys(365)).toEqual([]);
    for (const id of ['a', 'b', 'c']) {
      visitor.tell(product(id, 'tents', 'camping'), { kind: 'purchase', at: NOW }, { kind: 'purchase', at: NOW });
    }
    expect(visitor.order([otherTent, kettle], NOW)).toEqual(['kettle', 'dome tent']); // much liked, and yet
    expect(visitor.order([kettle, otherTent], NOW + 90 * DAY_MS)).toEqual(['dome tent', 'kettle']);
  });

  it('is led by purchases: one outweighs a cart, and a cart a click', () => {
    const { purchase, cart, click } = amazon.kinds;
    expect(purchase.confidence * purchase.liking).toBeGreaterThan(3 * cart.confidence * cart.liking);
    expect(cart.confidence * cart.liking).toBeGreaterThan(3 * click.confidence * click.liking);
  });
});
