import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecording, type Recorded } from './recording.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'penchant-recording-'))));
afterEach(async () => rm(folder, { recursive: true }));

const like = (item: string, at: number) => ({ signal: { kind: 'like', item, at }, item: { id: item } });

async function read(...lines: readonly unknown[]): Promise<Recorded[]> {
  const file = join(folder, 'signals.jsonl');
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const all: Recorded[] = [];
  for await (const each of readRecording(file)) all.push(each);
  return all;
}

describe('readRecording', () => {
  it('takes all signals that stand alone for those of one visitor', async () => {
    const told = [like('a', 1), like('b', 2)];
    expect(await read(...told, '')).toEqual(told.map((observation) => ({ visitor: 0, observation })));
  });

  it('takes every export for another visitor, and puts its signals in the order of time', async () => {
    const exports = await read(
      { profile: {}, signals: [like('b', 2), like('a', 1)], sent: [] },
      { signals: [] },
      { signals: [like('c', 0)] },
    );
    expect(exports.map(({ visitor, observation }) => [visitor, observation.signal.item])).toEqual([
      [1, 'a'],
      [1, 'b'],
      [3, 'c'],
    ]);
  });

  it.each([
    ['{"signal":', 'line 2 of signals.jsonl is not JSON'],
    [[], 'line 2 of signals.jsonl is neither a signal'],
    [null, 'line 2 of signals.jsonl is neither a signal'],
    [{ kind: 'like', item: 'a', at: 1 }, 'line 2 of signals.jsonl must have a signal and its item'],
    [
      { signal: { kind: 'love', item: 'a', at: 1 }, item: { id: 'a' } },
      'line 2 of signals.jsonl has no proper signal.kind (kind)',
    ],
    [
      { signal: { kind: 'like', item: 'a', at: -1 }, item: { id: 'a' } },
      'line 2 of signals.jsonl has no proper signal.at (range)',
    ],
    [{ signal: like('a', 1).signal, item: { id: '' } }, 'line 2 of signals.jsonl has no proper item.id (length)'],
    [{ signal: like('a', 1).signal, item: { id: 'b' } }, 'line 2 of signals.jsonl is a signal of a with the item b'],
    [{ signals: {} }, 'line 2 of signals.jsonl has signals that are no list'],
    [{ signals: [like('a', 1), 7] }, 'signal 2 in line 2 of signals.jsonl must have a signal'],
  ])('refuses %j', async (line, problem) => {
    await expect(read(like('a', 1), line)).rejects.toThrow(`[penchant] ${problem}`);
  });

  it('says so of a file that is not there, and of a folder', async () => {
    const first = async (file: string) => readRecording(file).next();
    await expect(first(join(folder, 'none'))).rejects.toThrow('none cannot be read (ENOENT)');
    await expect(first(folder)).rejects.toThrow('is a folder');
  });
});
