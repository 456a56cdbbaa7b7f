import { defaultPolicy, emptyProfile, type Observation } from '@penchant/core';
import { expect, it, vi } from 'vitest';
import { learnt } from './learnt.js';

const liked: Observation = { signal: { kind: 'like', item: 'a', at: 1 }, item: { id: 'a' } };

it('learns once somebody asks, and what fails not again', () => {
  const learn = vi.fn(() => {
    throw new Error('cannot be learnt');
  });
  const profile = learnt(learn);
  profile.become(emptyProfile(defaultPolicy));
  profile.tell([liked]);
  expect(learn).not.toHaveBeenCalled();
  expect(() => profile.value).toThrow('cannot be learnt');
  expect(profile.value).toBeDefined();
  expect(learn).toHaveBeenCalledOnce();
});
