import { describe, expect, it } from 'vitest';
import { inContext } from './context.js';
import { emptyModel, type Model } from './model.js';
import { defaultPolicy as policy } from './policy/policy.js';
import { emptyProfile, learn, profileOf, type Observation } from './profile/profile.js';
import type { Signal } from './signal.js';

const item = { id: 'drill', features: ['category:tools'] };
const saw = { id: 'saw', features: ['category:tools'] };
const buy: Signal = { kind: 'purchase', item: 'drill', at: 10 };
const opened = (of: typeof item, at: number): Observation => ({ signal: { kind: 'click', item: of.id, at }, item: of });
const inThe = (signal: Signal, told: readonly Observation[] = [], model: Model = emptyModel): Signal =>
  inContext(signal, item, profileOf(told, policy), model, policy);

describe('a click in context', () => {
  const click = { kind: 'click', item: 'drill', at: 1, list: 'home', position: 4, bucket: 0 } as const;
  const curve = { list: 'home', theta: [1, 0.8, 0.6, 0.4], estimated: true, impressions: 9, clicks: 3 };

  it('has the propensity that the model gives its position, else the policy', () => {
    expect(inThe(click)).toEqual({ ...click, propensity: 0.25 });
    expect(inThe(click, [], { ...emptyModel, lists: new Map([['home', curve]]) })).toEqual({
      ...click,
      propensity: 0.4,
    });
  });

  it('keeps the propensity it came with, and needs none outside a list', () => {
    expect(inThe({ ...click, propensity: 0.9 })).toEqual({ ...click, propensity: 0.9 });
    const alone: Signal = { kind: 'click', item: 'drill', at: 1 };
    expect(inThe(alone)).toBe(alone);
  });
});

describe('a purchase in context', () => {
  it('followed no browsing when nothing like it was ever touched, nor by opening it alone', () => {
    expect(inThe(buy)).toEqual({ ...buy, browsed: false });
    expect(inThe(buy, [opened(item, 9)])).toEqual({ ...buy, browsed: false });
    const seen: Signal = { kind: 'impression', item: 'drill', at: 1, list: 'home', position: 1, bucket: 0 };
    expect(
      inThe(
        buy,
        Array.from({ length: 20 }, () => ({ signal: seen, item })),
      ),
    ).toEqual({ ...buy, browsed: false });
  });

  it('followed browsing when others like it were opened', () => {
    expect(inThe(buy, [opened(saw, 8), opened(item, 9)])).toEqual({ ...buy, browsed: true });
  });

  it('is one of the same item again when it was bought before', () => {
    const profile = emptyProfile(policy);
    learn(profile, { signal: buy, item }, policy);
    const again: Signal = { ...buy, at: 20 };
    expect(inContext(again, item, profile, emptyModel, policy)).toEqual({ ...again, kind: 'repurchase' });
    learn(profile, { signal: { kind: 'undo', item: 'drill', at: 11, of: buy }, item }, policy);
    expect(inContext(again, item, profile, emptyModel, policy).kind).toBe('purchase');
  });

  it('keeps what the page knows better', () => {
    expect(inThe({ ...buy, browsed: true })).toEqual({ ...buy, browsed: true });
  });

  it('says nothing of browsing where items have no features', () => {
    expect(inContext(buy, { id: 'drill' }, emptyProfile(policy), emptyModel, policy)).toEqual(buy);
  });
});

it('leaves other signals as they are', () => {
  const like: Signal = { kind: 'like', item: 'drill', at: 1 };
  expect(inThe(like)).toBe(like);
});
