import { expect, it } from 'vitest';
import { permit } from './consent.js';

it.each([
  ['auto', false, { store: true, send: true }],
  ['auto', true, { store: true, send: false }],
  ['granted', true, { store: true, send: true }],
  ['denied', false, { store: false, send: false }],
] as const)('%s, with Global Privacy Control %s, permits %o', (consent, gpc, permission) => {
  expect(permit(consent, gpc)).toEqual(permission);
});
