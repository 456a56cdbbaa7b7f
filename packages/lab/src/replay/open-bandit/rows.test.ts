import { describe, expect, it } from 'vitest';
import { readSignals } from './rows.js';

const HEADER = ',timestamp,item_id,position,click,propensity_score';
const at = 1_790_000_000_000;

describe('readSignals', () => {
  it('tells an impression of every row, and a click of those that say so', () => {
    const csv = `${HEADER}\n0,2019-11-24 00:01:03+00:00,2,3,0,0.04\n1,2019-11-24 00:01:45+00:00,9,1,1,0.05\n`;
    const shown = { at, list: 'bts', bucket: 0 };
    expect(readSignals(csv, 'bts', at)).toEqual([
      [{ kind: 'impression', item: '2', position: 3, ...shown }],
      [
        { kind: 'impression', item: '9', position: 1, ...shown },
        { kind: 'click', item: '9', position: 1, ...shown },
      ],
    ]);
  });

  it.each([
    ['0,2019,2,0,0,0.04', 'position'],
    ['0,2019,2,x,0,0.04', 'position'],
    ['0,2019,,1,0,0.04', 'item'],
    ['0,2019,2,1,2,0.04', 'click'],
    ['0,2019,2,1,,0.04', 'click'],
  ])('refuses the row "%s", naming its %s', (row, wrong) => {
    expect(() => readSignals(`${HEADER}\n${row}\n`, 'random', at)).toThrow(
      `[penchant] row 0 of the log random has no proper ${wrong}.`,
    );
  });

  it('refuses a log without rows: comparing nothing would always succeed', () => {
    expect(() => readSignals(`${HEADER}\n`, 'bts', at)).toThrow('has no rows');
  });
});
