import type { Observation, Signal } from '@penchant/core';
import { describe, expect, it } from 'vitest';
import type { Recorded } from './recording.js';
import { showingsOf } from './showings.js';
import { visitsOf } from './visits.js';

const told = (signal: Signal): Observation => ({ signal, item: { id: signal.item } });
const seen = (item: string, position: number, list = 'home'): Observation =>
  told({ kind: 'impression', item, list, position, bucket: 0, at: 1 });
const click = (item: string, position?: number): Observation =>
  told({ kind: 'click', item, at: 2, ...(position !== undefined && { list: 'home', position }) });
const brief = (visit: readonly Observation[]) =>
  showingsOf(visit).map(({ list, before, places }) => [
    list,
    before,
    places.map(({ item, clicked }) => item.id + (clicked ? '!' : '')).join(' '),
  ]);

describe('showingsOf', () => {
  it('puts together what was seen of a list, from the top, with what was opened there', () => {
    expect(brief([seen('b', 2), seen('a', 1), click('a', 1), seen('c', 3)])).toEqual([['home', 0, 'a! b c']]);
  });

  it('takes an item or a position that comes again for the list shown again', () => {
    expect(brief([seen('a', 1), seen('b', 2), seen('c', 2), seen('c', 1), click('c', 1)])).toEqual([
      ['home', 0, 'a b'],
      ['home', 2, 'c'],
      ['home', 3, 'c!'],
    ]);
  });

  it('keeps lists apart, and knows how much came before each', () => {
    expect(brief([seen('a', 1), seen('x', 1, 'more'), seen('b', 2), click('b', 2)])).toEqual([
      ['home', 0, 'a b!'],
      ['more', 1, 'x'],
    ]);
  });

  it('leaves out what was opened elsewhere', () => {
    expect(brief([seen('a', 1), click('a'), click('a', 2), click('z', 1)])).toEqual([['home', 0, 'a']]);
  });
});

describe('visitsOf', () => {
  const at = (minutes: number, visitor = 0): Recorded => ({
    visitor,
    observation: told({ kind: 'like', item: 'a', at: minutes * 60_000 }),
  });
  const sizes = async (recorded: readonly Recorded[]): Promise<number[][]> => {
    const all: number[][] = [];
    const stream = (async function* () {
      yield* recorded;
    })();
    for await (const { visitor, observations } of visitsOf(stream)) all.push([visitor, observations.length]);
    return all;
  };

  it('ends one at a pause of more than half an hour, and at another visitor', async () => {
    const minutes = [100, 130, 130, 161, 160, 191];
    expect(await sizes([...minutes.map((minute) => at(minute)), at(191, 1)])).toEqual([
      [0, 3],
      [0, 2],
      [0, 1],
      [1, 1],
    ]);
    expect(await sizes([])).toEqual([]);
  });

  it('ends one that never pauses after 10,000 signals', async () => {
    expect(await sizes(Array.from({ length: 10_001 }, () => at(1)))).toEqual([
      [0, 10_000],
      [0, 1],
    ]);
  });
});
