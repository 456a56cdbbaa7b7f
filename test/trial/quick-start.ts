import { blocksOf } from '../docs/blocks.js';

/** The files that a quick start of the documentation tells people to write, by their paths. */
export const filesOf = (quickStart: string): Readonly<Record<string, string>> =>
  Object.fromEntries(blocksOf(`docs/start/${quickStart}.md`).flatMap(({ file, code }) => (file ? [[file, code]] : [])));

/** The lines that are there because of Penchant. */
export const linesOfPenchant = (files: Readonly<Record<string, string>>): string[] =>
  Object.values(files)
    .flatMap((code) => code.split('\n'))
    .filter((line) => /penchant|tracker|useRanked|<\/?Tracked/i.test(line));
