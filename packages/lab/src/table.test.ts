import { expect, it } from 'vitest';
import { table } from './table.js';

it('aligns text to the left and numbers to the right, with their thousands set apart', () => {
  const text = table(
    ['list', 'seen', ''],
    [
      ['bts', 10_000, '✓'],
      ['random', 7, '✗'],
    ],
  );
  expect(text.split('\n')).toEqual([
    'list      seen', //
    'bts     10,000  ✓',
    'random       7  ✗',
  ]);
});
