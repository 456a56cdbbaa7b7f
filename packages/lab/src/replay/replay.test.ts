import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy, emptyModel, extendPolicy, type Model } from '@penchant/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type Ended } from '../cli.js';
import { examinedAt, visitorsOf } from '../simulate/visitors.js';
import { addMeasures, MEASURES, measureOf, SUMS_AN_ORDER, type MeasureName } from './measures.js';
import { showingsOf, type Showing } from './showings.js';
import { visitsOf } from './visits.js';
import type { Recorded } from './recording.js';
import { replay } from './replay.js';

const options = { k: 3, clip: 10, model: emptyModel };
const showing = (clicked: readonly number[]): Showing => ({
  list: 'home',
  before: 0,
  places: ['a', 'b', 'c', 'd'].map((id, i) => ({ item: { id }, position: i + 1, clicked: clicked.includes(i + 1) })),
});

function measured(
  clicked: readonly number[],
  order: readonly string[],
  more: Partial<typeof options> = {},
): Record<MeasureName, number> {
  const sums = new Float64Array(SUMS_AN_ORDER);
  addMeasures(sums, 0, showing(clicked), order, { ...options, ...more });
  const names = Object.keys(MEASURES) as MeasureName[];
  return Object.fromEntries(names.map((name) => [name, measureOf(name, 0)(sums)])) as Record<MeasureName, number>;
}

describe('measures of one list', () => {
  const [up, examined] = [['d', 'a', 'b', 'c'], 1 + 1 / 2 + 1 / 3 + 1 / 4];

  it('weigh a click by what its place would have been, over what it was', () => {
    expect(measured([4], up)).toEqual({ SNIPS: 4 / examined, NDCG: 1, MRR: 1 });
    const both = measured([1, 4], up); // of a weight of 1 and of 4
    expect(both.SNIPS).toBeCloseTo((1 / 2 + 4) / examined, 12);
    expect(both.MRR).toBeCloseTo((1 * (1 / 2) + 4) / 5, 12);
    expect(both.NDCG).toBeCloseTo((1 / Math.log2(3) + 4) / 5, 12);
  });

  it('look at k places', () => {
    expect(measured([3], up)).toMatchObject({ NDCG: 0, MRR: 1 / 4 });
    expect(measured([3], up, { k: 4 }).NDCG).toBeCloseTo(1 / Math.log2(5), 12);
  });

  it('let no click weigh more than the clip, and divide by the same', () => {
    expect(measured([4], up, { clip: 2 }).SNIPS).toBeCloseTo(2 / (2 / 4 + 1 / 2 + 1 / 3 + 1 / 4), 12);
  });

  it('take a model’s curve for 1/k', () => {
    const flat: Model = {
      ...emptyModel,
      lists: new Map([['home', { list: 'home', theta: [1, 1, 1, 1], estimated: true, impressions: 1, clicks: 1 }]]),
    };
    expect(measured([4], up, { model: flat }).SNIPS).toBe(1 / 4);
  });
});

describe('SNIPS', () => {
  it('tells how often visitors would click if every list stood on its head, from clicks on it as it was', async () => {
    const [truth, sums] = [{ clicks: 0, examined: 0 }, new Float64Array(SUMS_AN_ORDER)];
    for (const { signals, attractionOf } of visitorsOf({ seed: 3, visitors: 2_000, visits: 1 }))
      for (const shown of showingsOf(signals)) {
        const upended = shown.places.map(({ item }) => item).reverse();
        addMeasures(
          sums,
          0,
          shown,
          upended.map(({ id }) => id),
          { ...options, clip: Infinity },
        );
        upended.forEach((item, k) => {
          truth.clicks += examinedAt(k + 1) * attractionOf(item);
          truth.examined += examinedAt(k + 1);
        });
      }
    const estimate = measureOf('SNIPS', 0)(sums);
    expect(Math.abs(estimate / (truth.clicks / truth.examined) - 1)).toBeLessThan(0.05);
  });
});

async function* recorded(visitors: number): AsyncGenerator<Recorded> {
  let visitor = 0;
  for (const { signals } of visitorsOf({ seed: 1, visitors, visits: 4 })) {
    for (const observation of signals) yield { visitor, observation };
    visitor++;
  }
}
const deaf = extendPolicy(defaultPolicy, { name: 'deaf', content: 0 });
const full = { ...options, k: 10, policy: defaultPolicy, against: deaf, seed: 1, samples: 200 };

describe('replay', () => {
  it('finds by every measure that a policy that learns tastes beats one that does not', async () => {
    const { measured: all, units, lists, visits, visitors } = await replay(recorded(150), full);
    expect({ units, lists, visits, visitors }).toEqual({ units: 'visitors', lists: 1_200, visits: 600, visitors: 150 });
    for (const { gain } of all) expect(gain.low).toBeGreaterThan(0);
  });

  it('finds no difference between a policy and itself, and none from what was shown where nothing can be known', async () => {
    const { measured: same } = await replay(recorded(10), { ...full, against: defaultPolicy });
    for (const { gain } of same) expect(gain).toEqual({ value: 0, low: 0, high: 0 });
    const no = { confidence: 0 };
    const mute = extendPolicy(deaf, { kinds: { impression: no, click: no, dwell: no, like: no } });
    const { measured: all } = await replay(recorded(10), { ...full, policy: mute });
    for (const { shown, policy } of all) expect(policy).toEqual(shown);
  });

  it('never orders a list by what came after it was first seen', async () => {
    const alone = async function* (): AsyncGenerator<Recorded> {
      let visitor = 0;
      for await (const { observations } of visitsOf(recorded(40))) {
        const end = showingsOf(observations)[1]?.before;
        for (const observation of observations.slice(0, end)) yield { visitor, observation };
        visitor++; // a stranger each time, so that nothing is known before
      }
    };
    const { measured: all } = await replay(alone(), full);
    for (const { shown, policy } of all) expect(policy).toEqual(shown);
  });

  it('refuses a recording without a list to order', async () => {
    await expect(replay(recorded(0), full)).rejects.toThrow('[penchant] there is no list to order');
  });
});

describe('penchant-lab replay', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'penchant-replay-'));
    const lines = [...visitorsOf({ seed: 1, visitors: 30, visits: 3 })].map(({ signals }) =>
      JSON.stringify({ signals }),
    );
    await writeFile(join(folder, 'signals.jsonl'), lines.join('\n'));
    await writeFile(join(folder, 'eager.json'), '{ "doubt": 0.1 }');
    await writeFile(join(folder, 'wrong.json'), '{ "doubt": "no" }');
    await writeFile(join(folder, 'model.json'), '{ "version": 1, "lists": {}, "items": [] }');
    await writeFile(join(folder, 'empty.jsonl'), '');
  });
  afterAll(async () => rm(folder, { recursive: true }));

  async function told(...argv: readonly string[]): Promise<Ended & { readonly text: string }> {
    const lines: string[] = [];
    const at = argv.map((arg) => (/\.jsonl?$/.test(arg) ? join(folder, arg) : arg));
    const ended = await run(['replay', ...at], { say: (line) => void lines.push(line) });
    return { ...ended, text: lines.join('\n') };
  }
  const both = ['--policy', 'eager.json', '--against', 'default'];

  it('prints every measure of both policies with intervals, and the same for the same seed', async () => {
    const { text, exitCode } = await told('signals.jsonl', ...both, '--k', '5');
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^2,052 signals in 90 visits of 30 visitors; 180 lists to order/);
    expect(text).toMatch(/ as shown +eager +default +eager − default/);
    for (const name of ['SNIPS', 'NDCG@5', 'MRR'])
      expect(text).toMatch(new RegExp(`^${name} +(0\\.\\d{4} \\[0\\.\\d{4}, 0\\.\\d{4}\\] +){3}`, 'm'));
    expect((await told('signals.jsonl', ...both, '--k', '5')).text).toBe(text);
    expect((await told('signals.jsonl', ...both, '--k', '5', '--seed', '2')).text).not.toBe(text);
  });

  it.each([
    [[], 'name a file of signals, or open-bandit'],
    [['signals.jsonl'], 'name two policies'],
    [['none.jsonl', ...both], 'none.jsonl cannot be read (ENOENT)'],
    [['empty.jsonl', ...both], 'there is no list to order'],
    [
      ['signals.jsonl', '--policy', 'best', '--against', 'default'],
      'best cannot be read (ENOENT): name a JSON file of a policy, or one of default, article',
    ],
    [
      ['signals.jsonl', '--policy', 'wrong.json', '--against', 'default'],
      'wrong.json: policy.doubt must be a number from 0 to 1000000.',
    ],
    [
      ['signals.jsonl', ...both, '--model', 'model.json'],
      'model.json is no model: its lists is not as a collector serves it.',
    ],
    [['signals.jsonl', ...both, '--clip', '0.5'], 'It must be a number from 1.'],
  ])('says in one line what is wrong with %j', async (argv, problem) => {
    const ended = await told(...argv);
    expect(ended.exitCode).toBe(1);
    expect(ended.problem).toContain(problem);
    expect(ended.problem).not.toContain('\n');
  });
});
