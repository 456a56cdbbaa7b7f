import { expect, it } from 'vitest';
import { permit } from './consent.js';

it.each([
  ['auto', false, false, { store: true, send: true }],
  ['auto', true, false, { store: true, send: false }],
  ['auto', false, true, undefined],
  ['granted', true, true, { store: true, send: true }],
  ['denied', false, false, { store: false, send: false }],
  ['required', false, false, undefined],
] as const)(
  '%s, with Global Privacy Control %s and a platform %s, permits %o',
  (consent, gpc, platform, permission) => {
    expect(permit(consent, gpc, platform)).toEqual(permission);
  },
);
