import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mulberry32 } from '../chance.js';
import { run } from '../cli.js';
import { foundIn } from './device.js';
import { readTransactions, type Transaction } from './online-retail.js';
import { evaluatePurchases } from './purchases.js';

/** Customers of two trades. Each buys three things of its trade again and again, and others of it now and then. */
function market(): Transaction[] {
  const chance = mulberry32(7);
  const draw = (many: number): number => Math.floor(chance() * many);
  return Array.from({ length: 80 }, (_, customer) =>
    Array.from({ length: 20 }, (__, nth) => {
      const item = `${customer % 2} ${chance() < 0.5 ? customer % 7 : draw(30)}`;
      return { day: nth * 9 + draw(9), customer: `c${customer}`, item, pieces: nth === 6 ? -1 : 1 };
    }),
  )
    .flat()
    .sort((a, b) => a.day - b.day);
}

describe('foundIn', () => {
  it('is NDCG of the first ten, with all that is wanted in the best order', () => {
    expect(foundIn(['a', 'b', 'c'], new Set(['a', 'b']))).toBe(1);
    expect(foundIn(['x', 'a'], new Set(['a', 'b']))).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)), 12);
    expect(foundIn([], new Set(['a']))).toBe(0);
  });
});

describe('evaluatePurchases', () => {
  it('finds that what was bought tells more than popularity, and what others bought with it more still', () => {
    const { customers, ways } = evaluatePurchases(market(), { from: 120, days: 60 }, 1);
    const of = (way: string): number => ways.find((each) => each.way === way)?.ndcg.value ?? NaN;
    expect(customers).toBe(80);
    expect(of('device, default policy')).toBeGreaterThan(1.3 * of('popularity'));
    expect(of('  + neighbours')).toBeGreaterThan(of('device, default policy'));
  });

  it('looks at nothing after the window began', () => {
    const known = market().filter(({ day }) => day < 120);
    const sold = (item: string): Transaction[] =>
      known.map(({ customer }) => ({ day: 130, customer, item, pieces: 1 }));
    const { ways } = evaluatePurchases([...known, ...sold('never seen')], { from: 120, days: 60 }, 1);
    expect(ways.map(({ ndcg }) => ndcg.value)).toEqual(ways.map(() => 0)); // what nobody had bought yet cannot be known
  });
});

describe('penchant-lab evaluate online-retail', () => {
  let data: string;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'penchant-retail-'));
    await mkdir(join(data, 'retail'));
  });
  afterEach(() => rm(data, { recursive: true, force: true }));
  const write = (rows: readonly string[]) =>
    writeFile(join(data, 'retail', 'transactions.csv.gz'), gzipSync(`day,customer,item,qty\n${rows.join('\n')}\n`));

  it('prints how each way does, with intervals', async () => {
    await write(market().map(({ day, customer, item, pieces }) => [day + 150, customer, item, pieces].join()));
    const lines: string[] = [];
    const { exitCode } = await run(['evaluate', 'online-retail', '--data', data, '--window', 'choose'], {
      say: (line) => void lines.push(line),
    });
    expect(exitCode).toBe(0);
    expect(lines.join('\n')).toMatch(/Days 194 to 283; 80 customers/);
    expect(lines.join('\n')).toMatch(/\+ neighbours +0\.\d{4} \[0\.\d{4}, 0\.\d{4}\]/);
  });

  it('says where it looked, and which row is wrong', async () => {
    await expect(readTransactions(join(data, 'elsewhere'))).rejects.toThrow('PENCHANT_DATA');
    await write(['1,2,3,0']);
    await expect(readTransactions(data)).rejects.toThrow('row 0');
  });
});
