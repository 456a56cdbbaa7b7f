import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idsOn } from './item-id.js';

const idOf = idsOn('https://daily.example/news/', ['daily.example', 'www.daily.example']);

it.each([
  ['https://daily.example/a', '/a'],
  ['https://www.daily.example/a/', '/a'],
  ['../a#comments', '/a'],
  ['/', '/'],
  ['/shoes?size=4&colour=red&utm_campaign=x&fbclid=1', '/shoes?colour=red&size=4'],
  ['/caf\u00e9', '/caf%C3%A9'],
  ['https://other.example/a', 'other.example/a'],
])('%s is %s', (address, id) => expect(idOf(address)).toBe(id));

it.each(['mailto:jo@daily.example', 'data:text/html,jo', 'http://[', `/${'x'.repeat(2_000)}`, null, 7, {}])(
  '%s leads to no item',
  (address) => expect(idOf(address)).toBeUndefined(),
);

it('shortens long addresses to different ids of a length that is allowed', () => {
  const long = (end: string): string => idOf(`/${'long-title-'.repeat(30)}${end}`) ?? '';
  expect(long('a')).toHaveLength(128);
  expect(long('a')).not.toBe(long('b'));
});

it('gives the same id for what it made of an address, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (address) => {
      const id = idOf(address);
      if (id?.startsWith('/') && id.length < 120) expect(idOf(id)).toBe(id);
    }),
  );
});
