import { describe, expect, it } from 'vitest';
import { words } from './words.js';

describe('why something does not count', () => {
  it.each([
    ['stars range', 'stars: missing or out of range'],
    ['item length', 'item: missing, empty or too long'],
    [' type', 'signal: of another type'],
    ['not focused', 'another window had the focus'],
    ['49 % visible', '49 % visible'],
    ['0.6 s in view', '0.6 s in view'],
  ])('%s is said as “%s”', (reason, said) => {
    expect(words().reasonOf(reason)).toBe(said);
  });
});
