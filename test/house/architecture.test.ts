import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readHouse } from './read-house.js';
import { RULES } from './rules.js';

describe('the house as it stands', () => {
  const house = readHouse(fileURLToPath(new URL('../..', import.meta.url)));

  it('is all there', () => {
    const folders = house.members.map(({ folder }) => folder);
    expect(folders).toEqual(expect.arrayContaining(['packages/core', 'packages/browser', 'packages/collector']));
    expect(house.files.length).toBeGreaterThan(50);
  });

  it.each(Object.entries(RULES))('%s', (_sentence, rule) => {
    expect(rule(house)).toEqual([]);
  });
});
