import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blocksIn, placeOf, ROOT, type Block } from './blocks.js';
import { compileComponent } from './component.js';

const FOLDER = `${ROOT}docs/dist/code`;

/** As strict as an app that a framework's own tool makes. */
const CONFIG = {
  extends: '../../../tsconfig.base.json',
  compilerOptions: {
    noEmit: true,
    allowJs: true,
    checkJs: true,
    composite: false,
    declaration: false,
    declarationMap: false,
    module: 'ESNext',
    moduleResolution: 'Bundler',
    jsx: 'react-jsx',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: ['node'],
    customConditions: ['source'],
  },
};

/** What pages have without an import: the script tag's door, and what Nuxt imports by itself. */
const GLOBALS = `import type { Explanation, Tracker } from '@penchant/browser';
type Script = Tracker<Promise<Explanation>>;
type Method = { [K in keyof Script]: Script[K] extends (...given: never[]) => unknown ? K : never }[keyof Script];
declare global {
  function penchant(ask: (tracker: Script) => unknown): Promise<unknown>;
  function penchant<M extends Method>(method: M, ...given: Parameters<Script[M]>): ReturnType<Script[M]>;
  function defineNuxtPlugin(setup: (nuxt: { readonly vueApp: import('vue').App }) => void): unknown;
}
`;
const COMPONENTS = `declare module '*.vue' { const component: import('vue').Component; export default component; }`;

const written = blocksIn('ts', 'tsx', 'js');
const components = blocksIn('vue');
let complaints = '';

/** Where a block's code is compiled: beside what its page says the other blocks are called. */
function pathOf({ page, line, language, file }: Block): string {
  const unnamed = `at-${line}.${language === 'vue' ? 'ts' : language}`;
  const named = language === 'vue' ? join(dirname(file ?? ''), unnamed) : (file ?? unnamed);
  return join(page.replace('.md', ''), named);
}

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(`${FOLDER}/${path}`), { recursive: true });
    writeFileSync(`${FOLDER}/${path}`, text);
  };
  write('tsconfig.json', JSON.stringify(CONFIG));
  write('globals.d.ts', GLOBALS);
  write('components.d.ts', COMPONENTS);
  write('styles.d.ts', readFileSync(`${ROOT}packages/elements/src/css.d.ts`, 'utf8'));
  for (const block of written) write(pathOf(block), `${block.code}\nexport {};\n`);
  for (const block of components)
    write(pathOf(block), `${/<script[^>]*>(.*)<\/script>/s.exec(block.code)?.[1]}\nexport {};\n`);
  const compiling = promisify(execFile)(`${ROOT}node_modules/.bin/tsc`, ['-p', FOLDER]);
  complaints = (await compiling.catch((failed: { readonly stdout: string }) => failed)).stdout;
}, 60_000);
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

it.each([...written, ...components].map((block) => [placeOf(block), block] as const))('%s compiles', (_, block) => {
  const path = `${pathOf(block)}(`;
  expect(complaints.split('\n').filter((line) => line.includes(path))).toEqual([]);
});

it('nothing else is wrong with it', () => {
  expect(complaints).toBe('');
});

it.each(components.map((block) => [placeOf(block), block] as const))(
  '%s has a template that compiles',
  (_, { code }) => {
    expect(compileComponent(code, 'docs').errors).toEqual([]);
  },
);
