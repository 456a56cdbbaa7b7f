import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse, refuseItem, type Observation } from '@penchant/core';

/** One signal of a recording, and whose it was: visitors are counted from 0. */
export interface Recorded {
  readonly visitor: number;
  readonly observation: Observation;
}

/**
 * The signals of a JSONL file, in the order in which they were given. A line is one of them, `{ "signal": …, "item": … }`, and all such
 * lines are of one visitor; or it is all that `tracker.export()` gave, and then every line is of a visitor of its own.
 * @throws Error in one line, naming the file and the line that cannot be read.
 */
export async function* readRecording(file: string): AsyncGenerator<Recorded> {
  const name = basename(file);
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`[penchant] ${file} cannot be read (${cause.code}): name a file of signals, one a line.`, {
      cause,
    });
  });
  try {
    if ((await handle.stat()).isDirectory()) throw new Error(`[penchant] ${file} is a folder: name a file of signals.`);
    let [line, exports] = [0, 0];
    for await (const text of handle.readLines({ encoding: 'utf8' })) {
      line++;
      if (text.trim() === '') continue;
      const where = `line ${line} of ${name}`;
      const value = parsed(text, where);
      const { signals } = value;
      if (signals === undefined) yield { visitor: 0, observation: observationIn(value, where) };
      else {
        exports++;
        for (const observation of exported(signals, where)) yield { visitor: exports, observation };
      }
    }
  } finally {
    await handle.close();
  }
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string, where: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`[penchant] ${where} is not JSON: each line must be one signal, or one export, whole.`, { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Error(`[penchant] ${where} is neither a signal with its item nor an export.`);
}

function exported(signals: unknown, where: string): Observation[] {
  if (!Array.isArray(signals)) throw new Error(`[penchant] ${where} has signals that are no list.`);
  return (signals as unknown[])
    .map((each, i) => observationIn(Object(each) as Fields, `signal ${i + 1} in ${where}`))
    .sort((a, b) => a.signal.at - b.signal.at);
}

function observationIn({ signal, item }: Fields, where: string): Observation {
  if (signal === undefined || item === undefined)
    throw new Error(`[penchant] ${where} must have a signal and its item, as tracker.export() gives them.`);
  const [wrong, with_] = [refuse(signal), refuseItem(item)];
  if (wrong) throw new Error(`[penchant] ${where} has no proper signal.${wrong.path} (${wrong.reason}).`);
  if (with_) throw new Error(`[penchant] ${where} has no proper item.${with_.path} (${with_.reason}).`);
  const observation = { signal, item } as Observation;
  if (observation.signal.item === observation.item.id) return observation;
  throw new Error(
    `[penchant] ${where} is a signal of ${observation.signal.item} with the item ${observation.item.id}.`,
  );
}
