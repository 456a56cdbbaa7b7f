import { DAY_MS } from '@penchant/core';
import { describe, expect, it } from 'vitest';
import { AddressHash, networkOf, RateLimit } from './rate-limit.js';

describe('RateLimit', () => {
  it('lets as many through as it says, tells the others how long to wait, and forgets with the minute', () => {
    const limit = new RateLimit(2);
    const at = (second: number) => limit.over('a', 600_000 + second * 1_000);
    expect([at(0), at(1), at(20), limit.over('b', 620_000), at(60)]).toEqual([
      undefined,
      undefined,
      40,
      undefined,
      undefined,
    ]);
  });

  it('has no limit when it is 0', () => {
    const limit = new RateLimit(0);
    for (let i = 0; i < 10; i++) expect(limit.over('a', 0)).toBeUndefined();
  });
});

describe('AddressHash', () => {
  it('is the same for one network all day, another for others, and another tomorrow', () => {
    const hash = new AddressHash();
    const [here, neighbour, elsewhere] = ['192.0.2.7', '192.0.2.8', '192.0.3.7'].map((address) => hash.of(address, 1));
    expect(neighbour).toBe(here);
    expect(elsewhere).not.toBe(here);
    expect(hash.of('192.0.2.7', DAY_MS)).not.toBe(here);
    expect(new AddressHash().of('192.0.2.7', 1)).not.toBe(here); // the salt is in no other process
  });

  it.each([
    ['192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2'],
    ['2001:db8:1:2::3', '2001:db8:1'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1'],
    ['::1', '0:0:0'],
    ['2001:db8::1', '2001:db8:0'],
  ])('takes %s for a part of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
