import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll } from 'vitest';
import { blocksOf, ROOT } from './blocks.js';

// The store in docs/recipes/own-store.md, held to the contract by the test that stands beside it there.

const FOLDER = `${ROOT}docs/dist/own-store`;
mkdirSync(FOLDER, { recursive: true });
for (const { file, code } of blocksOf('docs/recipes/own-store.md')) if (file) writeFileSync(`${FOLDER}/${file}`, code);
await import(`${FOLDER}/lines-store.test.ts`);

afterAll(() => rmSync(FOLDER, { recursive: true }));
