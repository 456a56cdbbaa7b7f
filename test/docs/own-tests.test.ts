// @vitest-environment happy-dom
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll } from 'vitest';
import { blocksOf, ROOT } from './blocks.js';

// The test in docs/recipes/tests.md, run.

const FOLDER = `${ROOT}docs/dist/own-tests`;
mkdirSync(FOLDER, { recursive: true });
for (const { file, code } of blocksOf('docs/recipes/tests.md')) if (file) writeFileSync(`${FOLDER}/${file}`, code);
await import(`${FOLDER}/front-page.test.ts`);

afterAll(() => rmSync(FOLDER, { recursive: true }));
