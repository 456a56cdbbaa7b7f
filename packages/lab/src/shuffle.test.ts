import { describe, expect, it } from 'vitest';
import { shuffle } from './shuffle.js';

const items = Array.from({ length: 100 }, (_, i) => i);

describe('shuffle', () => {
  it('gives the same order for the same seed, and another for another', () => {
    expect(shuffle(items, 1)).toEqual(shuffle(items, 1));
    expect(shuffle(items, 1)).not.toEqual(shuffle(items, 2));
    expect(shuffle(items, 0)).not.toEqual(items);
  });

  it('loses nothing, repeats nothing, and leaves what it was given as it was', () => {
    const given = [...items];
    expect(shuffle(given, 7).toSorted((a, b) => a - b)).toEqual(items);
    expect(given).toEqual(items);
  });
});
