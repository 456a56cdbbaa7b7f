import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Core's tests as they run against mutants: few runs of each law, the same ones every time, and no shrinking. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['packages/core/src/**/*.test.ts'],
    testTimeout: 120_000, // instrumented code is slow, and slower still at a low priority
    env: { PENCHANT_RUNS: '50' },
    setupFiles: [fileURLToPath(new URL('packages/core/test/steady.ts', import.meta.url))],
  },
});
