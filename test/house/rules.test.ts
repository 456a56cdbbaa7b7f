import { describe, expect, it } from 'vitest';
import { build, type Rule } from './house.js';
import { cycles } from './rules/cycles.js';
import { declared, used } from './rules/declared.js';
import { deepImports } from './rules/deep-imports.js';
import { doors } from './rules/doors.js';
import { names } from './rules/names.js';
import { purity } from './rules/purity.js';
import { rooms } from './rules/rooms.js';
import { RULES } from './rules.js';

/** A small house that breaks no rule; each test adds the one file that does. */
const SOUND = {
  'package.json': manifest({ devDependencies: ['vitest'] }),
  'packages/core/package.json': manifest({
    name: '@penchant/core',
    exports: ['.', './schema', './estimate'],
    dependencies: ['typebox'],
  }),
  'packages/core/src/index.ts': `export { score } from './score.js';`,
  'packages/core/src/score.ts': `export const score = (at: number) => Math.round(at);`,
  'packages/core/src/score.test.ts': `import { it } from 'vitest'; import { score } from './score.js';`,
  'packages/core/src/schema/index.ts': `import { Type } from 'typebox';`,
  'packages/browser/package.json': manifest({
    name: '@penchant/browser',
    exports: ['.'],
    dependencies: ['@penchant/core', 'rxjs'],
  }),
  'packages/browser/src/tracker.ts': `import { Subject } from 'rxjs'; import './capture/click.js'; import './learn/learn.js';`,
  'packages/browser/src/page.ts': `export const hidden = true;`,
  'packages/browser/src/capture/click.ts': `import { score } from '@penchant/core'; import type { Journal } from '../journal/journal.js'; import { hidden } from '../page.js';`,
  'packages/browser/src/journal/journal.ts': `import type { Contribution } from '@penchant/core/schema'; export interface Journal {}`,
  'packages/browser/src/journal/memory.ts': `export const memory = 1;`,
  'packages/browser/src/learn/learn.ts': `export const learn = 1;`,
  'packages/collector/package.json': manifest({ name: '@penchant/collector', dependencies: ['fastify'] }),
  'packages/collector/src/index.ts': `import { readFile } from 'node:fs/promises'; import fastify from 'fastify';`,
};

describe('a sound house', () => {
  it.each(Object.entries(RULES))('%s', (_sentence, rule) => {
    expect(rule(build(SOUND))).toEqual([]);
  });
});

describe('doors', () => {
  it.each([
    ['packages/core/src/a.ts', `import { Type } from 'typebox';`, 'typebox outside schema'],
    ['packages/core/src/schema/a.ts', `import { ref } from 'vue';`, 'anything else inside schema'],
    ['packages/core/src/a.ts', `import { readFileSync } from 'node:fs';`, 'Node in core'],
    ['packages/core/src/a.ts', `export type { A } from 'rxjs';`, 'even a type'],
    ['packages/browser/src/a.ts', `import { Contribution } from '@penchant/core/schema';`, 'a schema in the browser'],
    [
      'packages/browser/src/a.ts',
      `import { type A } from '@penchant/core/schema';`,
      'an import that stays when its types go',
    ],
    [
      'packages/browser/src/a.ts',
      `await import('@penchant/core/estimate');`,
      'the estimator in the browser, even later',
    ],
    ['packages/browser/src/a.ts', `import 'node:path';`, 'Node in the browser'],
    [
      'packages/collector/src/a.ts',
      `import type { Tracker } from '@penchant/browser';`,
      'the browser in the collector',
    ],
    ['packages/collector/src/a.ts', `export * from 'pino';`, 'what is not declared'],
    ['packages/attic/src/a.ts', `import 'rxjs';`, 'a package without a door'],
  ])('%s: %s (%s)', (path, source) => expectBroken(doors, path, source));
});

describe('deep imports', () => {
  it.each([
    ['packages/browser/src/a.ts', `import { score } from '@penchant/core/src/score.js';`],
    ['packages/browser/src/a.ts', `import { score } from '@penchant/core/score';`],
    ['packages/browser/src/a.test.ts', `import { score } from '../../core/src/score.js';`],
    ['packages/collector/src/a.ts', `import type { A } from '../../core/src/score.js';`],
    ['examples/shop/app.js', `import '../../packages/core/src/score.ts';`],
    ['test/journeys/a.test.ts', `const where = import.meta.resolve('@penchant/core/dist/score.js');`],
  ])('%s: %s', (path, source) => expectBroken(deepImports, path, source));
});

describe('rooms', () => {
  it.each([
    ['packages/browser/src/capture/a.ts', `import { learn } from '../learn/learn.js';`, 'a room from a room'],
    ['packages/browser/src/capture/a.ts', `import type { X } from '../learn/learn.js';`, 'even its types'],
    [
      'packages/browser/src/capture/a.ts',
      `import { Journal } from '../journal/journal.js';`,
      'a port, but not its type',
    ],
    ['packages/browser/src/capture/a.ts', `import type { M } from '../journal/memory.js';`, 'the inside of a port'],
    ['packages/browser/src/capture/a.ts', `import type { Tracker } from '../tracker.js';`, 'the joiner from a room'],
    ['packages/browser/src/index.ts', `export { learn } from './learn/learn.js';`, 'a room from the door'],
    ['packages/browser/src/create.ts', `import { explain } from './parts/explain.js';`, 'a part, but not from main.ts'],
  ])('%s: %s (%s)', (path, source) => expectBroken(rooms, path, source));
});

describe('cycles', () => {
  it('finds a file that imports itself by way of another', () => {
    const broken = build({
      ...SOUND,
      'packages/core/src/a.ts': `import { b } from './b.js';`,
      'packages/core/src/b.ts': `export * from './a.js';`,
    });
    expect(cycles(broken)).toEqual([expect.stringContaining('packages/core/src/a.ts → packages/core/src/b.ts')]);
  });

  it('lets types refer to each other', () => {
    const sound = build({
      ...SOUND,
      'packages/core/src/a.ts': `import type { B } from './b.js';`,
      'packages/core/src/b.ts': `import { a } from './a.js';`,
    });
    expect(cycles(sound)).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    'core/src/utils.ts',
    'core/src/helpers/a.ts',
    'lab/src/common.test.ts',
    'browser/src/tab-manager.ts',
    'lab/lib/a.js',
  ])('%s', (path) => expectBroken(names, `packages/${path}`, ''));
});

describe('dependencies', () => {
  it.each([
    ['packages/browser/src/a.ts', `import { openDB } from 'idb';`],
    ['packages/browser/src/a.ts', `import { it } from 'vitest';`],
    ['packages/browser/src/a.test.ts', `import fc from 'fast-check';`],
    ['packages/collector/src/a.ts', `import { join } from 'path';`],
  ])('%s: %s is not declared', (path, source) => expectBroken(declared, path, source));

  it('finds one that only a test uses', () => {
    const core = manifest({ name: '@penchant/core', exports: ['.'], dependencies: ['typebox', 'left-pad'] });
    const broken = build({
      ...SOUND,
      'packages/core/package.json': core,
      'packages/core/src/a.test.ts': `import 'left-pad';`,
    });
    expect(used(broken)).toEqual([expect.stringContaining('left-pad')]);
  });
});

describe('purity', () => {
  it.each([
    `export const now = () => Date.now();`,
    `export const today = new Date();`,
    `export const dice = Math.random();`,
    `export const { random } = Math;`,
    `export const dice = Math['random']();`,
    `export const at = performance.now();`,
    `export const id = crypto.randomUUID();`,
    `export const later = (f: () => void) => setTimeout(f, 1);`,
    `export const g = globalThis;`,
    `export const clock = { now: Date.now };`,
  ])('%s', (source) => expectBroken(purity, 'packages/core/src/a.ts', source));

  it.each([
    `export const round = (process: number) => Math.floor(process);`,
    `export const age = ({ crypto }: { crypto: number }, at: { fetch: Date }) => at.fetch ?? crypto;`,
  ])('lets pass: %s', (source) => {
    expect(purity(build({ ...SOUND, 'packages/core/src/a.ts': source }))).toEqual([]);
  });
});

/** The rule has one complaint about this house, and it is about the added file. */
function expectBroken(rule: Rule, path: string, source: string) {
  expect(rule(build({ ...SOUND, [path]: source }))).toEqual([expect.stringContaining(path)]);
}

function manifest({
  name = 'penchant',
  exports = [] as string[],
  dependencies = [] as string[],
  devDependencies = [] as string[],
}) {
  const versions = (list: string[]) => Object.fromEntries(list.map((item) => [item, '1']));
  return JSON.stringify({
    name,
    exports: Object.fromEntries(exports.map((item) => [item, './index.js'])),
    dependencies: versions(dependencies),
    devDependencies: versions(devDependencies),
  });
}
