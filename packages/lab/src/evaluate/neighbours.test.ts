import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mulberry32 } from '../chance.js';
import { run } from '../cli.js';
import { pairSums, split } from './held-out.js';
import { core, readGenres, readRatings, type Rating } from './movietweetings.js';
import { evaluateNeighbours } from './neighbours.js';

const rating = (user: string, item: string, timestamp = 1, stars = 7): Rating => ({
  user,
  item,
  rating: stars,
  timestamp,
});

/** Users of two tastes, who rate films of their own in whatever order, and now and then one of the others'. */
function town(): Rating[] {
  const chance = mulberry32(5);
  return Array.from({ length: 300 }, (_, user) =>
    Array.from({ length: 12 }, (__, at) => {
      const taste = chance() < 0.9 ? user % 2 : 1 - (user % 2);
      return rating(`u${user}`, `${taste} ${Math.floor(chance() * 40)}`, at + 1);
    }),
  ).flat();
}

describe('core', () => {
  it('takes away users and items until all that are left have enough', () => {
    const whole = ['a', 'b'].flatMap((user) => ['x', 'y'].map((item) => rating(user, item)));
    expect(core([...whole, rating('a', 'z'), rating('c', 'z')], 2)).toEqual(whole); // z goes with c
  });
});

describe('split', () => {
  const ratings = Array.from({ length: 50 }, (_, i) => rating(`u${i % 5}`, `i${i}`, 100 - i));

  it('learns from the others, and hides what was rated last', () => {
    const { learnt, heldOut } = split(ratings, 0.2, 1);
    expect([learnt.length, heldOut.length]).toEqual([4, 1]);
    const latest = Math.max(...(heldOut[0]?.past ?? []).map(({ timestamp }) => timestamp));
    const hidden = ratings.filter(({ item }) => heldOut[0]?.future.has(item));
    expect(hidden).toHaveLength(2);
    expect(hidden.every(({ timestamp }) => timestamp > latest)).toBe(true);
  });
});

describe('pairSums', () => {
  it('counts a pair once a device, however often it was rated', () => {
    const histories = [[rating('u', 'b'), rating('u', 'a'), rating('u', 'a')], [rating('v', 'a')]];
    expect(pairSums(histories)).toEqual([
      { item: 'a', other: 'a', devices: 2 },
      { item: 'a', other: 'b', devices: 1 },
      { item: 'b', other: 'b', devices: 1 },
    ]);
  });
});

describe('evaluateNeighbours', () => {
  it('finds that pairs tell more than popularity where users differ in taste', () => {
    const { ways, heldOut } = evaluateNeighbours(town(), new Map(), 1);
    const of = (way: string): number => ways.find((each) => each.way === way)?.ndcg.value ?? NaN;
    expect(heldOut).toBe(60);
    expect(of('EASE')).toBeGreaterThan(1.3 * of('popularity'));
    expect(of('shrunken cosine')).toBeGreaterThan(1.3 * of('popularity'));
    expect(of('device, EASE')).toBeGreaterThan(1.3 * of('popularity'));
  });
});

describe('penchant-lab evaluate movietweetings', () => {
  let data: string;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'penchant-evaluate-'));
    await mkdir(join(data, 'movietweetings'));
  });
  afterEach(() => rm(data, { recursive: true, force: true }));
  const write = (rows: readonly string[]) =>
    writeFile(join(data, 'movietweetings', 'ratings.csv'), `user,item,rating,timestamp\n${rows.join('\n')}\n`);

  it('reads ratings, and prints how each way of scoring does', async () => {
    await write(town().map(({ user, item, rating: stars, timestamp }) => [user, item, stars, timestamp].join()));
    await writeFile(join(data, 'movietweetings', 'movies.dat'), '0 1::A film (2013)::Drama|War\n');
    const lines: string[] = [];
    const { exitCode } = await run(['evaluate', 'movietweetings', '--data', data], {
      say: (line) => void lines.push(line),
    });
    expect(exitCode).toBe(0);
    expect(lines.join('\n')).toMatch(/60 users held out\.\n.*\npopularity +0\.\d{4} \[0\.\d{4}, 0\.\d{4}\] .*0\.086\n/);
  });

  it('says where it looked, and which row is wrong', async () => {
    await expect(readRatings(join(data, 'elsewhere'))).rejects.toThrow('PENCHANT_DATA');
    await expect(readGenres(join(data, 'elsewhere'))).rejects.toThrow('movies.dat');
    await write(['1,2,11,3']);
    await expect(readRatings(data)).rejects.toThrow('row 0');
  });
});
