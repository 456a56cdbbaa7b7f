import type { ProfileView } from '@penchant/browser';
import { expect, it } from 'vitest';
import { interestsIn } from './interests-in.js';

const viewOf = (features: ProfileView['features']): ProfileView => ({ features, items: {}, suppressed: {}, at: 0 });
const liking = (score: number) => ({ score, confidence: 0.5 });
const FEATURES = { 'topic:a': liking(0.2), 'topic:b': liking(-0.6), '#3': liking(0.9), 'topic:c': liking(0.001) };

it('has the strongest first, without what has no name or shows nothing', () => {
  expect(interestsIn(viewOf(FEATURES), []).map(({ name }) => name)).toEqual(['topic:b', 'topic:a']);
});

it('keeps those shown before in their order, and puts what is new behind them', () => {
  const order = ['topic:a', 'topic:c'];
  expect(interestsIn(viewOf(FEATURES), order).map(({ name }) => name)).toEqual(['topic:a', 'topic:c', 'topic:b']);
});

it('takes the visitor’s word, and is sure of it', () => {
  const [said] = interestsIn(viewOf({ 'topic:a': { ...liking(0.2), stated: -1 } }), []);
  expect(said).toEqual({ name: 'topic:a', liking: -1, confidence: 1, isStated: true });
});
