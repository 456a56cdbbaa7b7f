import { readdirSync, readFileSync } from 'node:fs';
import { Contribution } from '@penchant/core/schema';
import { format } from 'prettier';
import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { blocksIn, blocksOf, PAGES, placeOf, ROOT, type Block } from './blocks.js';

/** What a test of this folder reads, or, of output and of the configuration of others' programs, a person. */
const READ = {
  compiled: ['ts', 'tsx', 'js', 'vue'],
  parsed: ['html', 'css', 'json', 'yaml'],
  commands: ['sh', 'console'],
  bySomebody: ['', 'text', 'nginx'],
};

const each = (blocks: readonly Block[]): [string, Block][] => blocks.map((block) => [placeOf(block), block]);
const named = (text: string, names: RegExp): string[] => [...text.matchAll(names)].map(([, name = '']) => name);

it('every block is in a language that something reads', () => {
  const known = Object.values(READ).flat();
  expect(
    PAGES.flatMap(blocksOf)
      .filter(({ language }) => !known.includes(language))
      .map(placeOf),
  ).toEqual([]);
});

it.each(each(blocksIn(...READ.parsed)))('%s can be read', async (_, { language, code }) => {
  await expect(format(code, { parser: language })).resolves.not.toBe('');
});

it.each(each(blocksIn('json').filter(({ code }) => code.includes('"family"'))))(
  '%s is a contribution',
  (_, { code }) => {
    expect(Value.Check(Contribution, JSON.parse(code))).toBe(true);
  },
);

it.each(each(blocksIn('html', 'vue', 'tsx')))('%s has no attribute that nothing reads', (_, { code }) => {
  const sources = readdirSync(`${ROOT}packages/browser/src`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(`${ROOT}packages/browser/src/${path}`, 'utf8'))
    .join('\n');
  const buttons = named(readFileSync(`${ROOT}packages/browser/src/capture/explicit.ts`, 'utf8'), /'([a-z]+)'/g);
  const reads = (name: string): boolean =>
    buttons.includes(name) || new RegExp(`data-penchant-${name}(?![a-z-])`).test(sources);
  expect(named(code, /data-penchant-([a-z-]+)/g).filter((name) => !reads(name))).toEqual([]);

  const script = readFileSync(`${ROOT}packages/browser/src/script.ts`, 'utf8');
  const tag = /<script[^>]*penchant\.js[^>]*>/s.exec(code)?.[0] ?? '';
  expect(named(tag, /data-([a-z]+)/g).filter((name) => !new RegExp(`\\b${name}\\b`).test(script))).toEqual([]);
});
