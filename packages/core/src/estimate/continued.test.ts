import { expect, it } from 'vitest';
import { continuedIn } from './continued.js';

const told = (...clicksAt: readonly (readonly [position: number, clicks: number])[]): string[] =>
  continuedIn(clicksAt.map(([position, clicks]) => ({ position, clicks }))).map(
    ({ clicked, below, continued }) => `${clicked}${below}${continued}`,
  );

it('tells what stood below a click, and whether it was clicked, too', () => {
  expect(told([1, 0], [2, 1], [3, 0], [4, 2])).toEqual(['000', '100', '010', '111']);
});

it('takes cells in any order', () => {
  expect(told([4, 2], [3, 0], [2, 1], [1, 0])).toEqual(['111', '010', '100', '000']);
});

it('takes what is beside a click for no deeper', () => {
  expect(told([2, 1], [2, 0], [2, 1])).toEqual(['100', '000', '100']);
});

it('has nothing to tell where nothing was clicked', () => {
  expect(told([1, 0], [2, 0])).toEqual(['000', '000']);
  expect(told()).toEqual([]);
});
