import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import type { InlineConfig } from 'vitest/node';
import { ENGINES, findEngines } from './test/browsers/find.js';
import { commands } from './test/browsers/commands.js';
import { installedBrowsers } from './test/browsers/provider.js';
import { FRAME } from './test/browsers/stage.js';
import { findDatabases } from './test/engines/find.js';
import { LongestFirst } from './test/longest-first.js';

/** A worker for each of two processors: left to itself, vitest keeps one free of tests. */
const BUSY = { maxWorkers: 2 };

/** What has no page to leave traces in shares what it imports with the files before it. */
const PAGELESS = { ...BUSY, environment: 'node', isolate: false } as const;

/** Like the page of a browser, which each file has anew. */
const PAGE = { ...BUSY, environment: 'happy-dom' } as const;

const unit = (name: string, kind: typeof PAGELESS | typeof PAGE): TestProjectConfiguration => ({
  extends: true,
  test: { ...kind, name, include: [`packages/${name}/{src,lean}/**/*.test.{ts,tsx}`], testTimeout: 20_000 }, // laws may be tried very often
});

/** The tests of the React adapter once more, in the older React that it supports. */
function react18(): TestProjectConfiguration {
  const require = createRequire(new URL('packages/react/react-18/package.json', import.meta.url));
  const folder = (name: string): string => dirname(require.resolve(`${name}/package.json`));
  return {
    extends: true,
    resolve: { alias: { react: folder('react'), 'react-dom': folder('react-dom') } },
    test: { ...PAGE, name: 'react-18', include: ['packages/react/src/**/*.test.tsx'] },
  };
}

const house: TestProjectConfiguration = {
  extends: true,
  test: {
    ...PAGELESS,
    name: 'house',
    include: ['test/{house,browsers}/**/*.test.ts', 'test/engines/find.test.ts'],
  },
};

/** The code in the documentation, compiled or run. */
const docs: TestProjectConfiguration = {
  extends: true,
  test: { ...PAGELESS, name: 'docs', include: ['test/docs/**/*.test.ts'], testTimeout: 20_000 },
};

/** What real programs and real clocks are part of: on a machine that had other things to do, once may fail. */
const REAL = { retry: 1 };

/** What mostly waits, for browsers or servers of its own: more of them than there are processors do not mind each other. */
const MOSTLY_WAITING = {
  ...REAL,
  environment: 'node',
  pool: 'forks',
  maxWorkers: 3,
  maxConcurrency: 2,
  sequence: { groupOrder: 2 },
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

/** Visitors' whole ways through a real browser, real pages and a real collector: slow. */
const journeys: TestProjectConfiguration = {
  extends: true,
  test: { ...MOSTLY_WAITING, name: 'journeys', include: ['test/journeys/**/*.test.ts'] },
};

/** The store's contract, crashes and failovers, on every database server this machine has. */
function engines(): TestProjectConfiguration[] {
  const found = Object.keys(findDatabases());
  if (found.length === 0) return [];
  return [
    {
      extends: true,
      test: {
        ...MOSTLY_WAITING,
        name: 'engines',
        include: found.map((name) => `test/engines/${name}*.test.ts`),
      },
    },
  ];
}

/** What specs import that is prepared for browsers first: found only underway, it would load a spec twice. */
const SPEC_LIBRARIES = [
  'axe-core',
  ...['react', 'react/jsx-dev-runtime', 'react-dom/client', 'react-dom/server'].map(
    (name) => `@penchant/react > ${name}`,
  ),
  ...['vue', 'vue/server-renderer'].map((name) => `@penchant/vue > ${name}`),
  ...['lit', 'lit/directives/live.js', 'lit/directives/repeat.js'].map((name) => `@penchant/elements > ${name}`),
];

const SPECS = ['packages/*/specs/**/*.spec.{ts,tsx}'];

/** Specs that mostly wait, for time in view or for what plays: half the time of all. They have browsers of their own. */
const LASTING = ['dwell', 'embedded', 'watch'].map((name) => `packages/browser/specs/${name}.spec.ts`);

/** The same specs in every engine this machine has; they measure time in view, so they run after the unit tests. */
function specs(
  name: 'specs' | 'lasting',
  files: Pick<InlineConfig, 'include' | 'exclude'>,
): TestProjectConfiguration[] {
  const found = findEngines();
  const present = ENGINES.filter((engine) => found[engine]);
  if (present.length === 0) return [];
  return [
    {
      extends: true,
      optimizeDeps: { include: SPEC_LIBRARIES },
      define: {
        __VUE_OPTIONS_API__: true,
        __VUE_PROD_DEVTOOLS__: false,
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: true,
      },
      test: {
        ...files,
        ...REAL,
        name,
        sequence: { groupOrder: 1 },
        setupFiles: [fileURLToPath(new URL('test/browsers/each-spec.ts', import.meta.url))],
        testTimeout: 30_000,
        browser: {
          enabled: true,
          headless: true,
          provider: installedBrowsers(),
          commands,
          fileParallelism: false, // specs hide and scroll their page: one at a time is in front
          viewport: FRAME,
          screenshotFailures: false,
          instances: present.map((browser) => ({ browser, name: `${name}-${browser}` })),
        },
      },
    },
  ];
}

export default defineConfig({
  // Packages are tested as they are written, not as they were last built.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  test: {
    passWithNoTests: true, // `test/run.js` sees to it that a whole run is never empty
    sequence: { sequencer: LongestFirst },
    projects: [
      unit('core', PAGELESS),
      unit('browser', PAGE),
      unit('collector', PAGELESS),
      unit('lab', PAGELESS),
      unit('react', PAGE),
      react18(),
      unit('vue', PAGE),
      unit('elements', PAGE),
      house,
      docs,
      ...specs('specs', { include: SPECS, exclude: LASTING }),
      ...specs('lasting', { include: LASTING }),
      journeys,
      ...engines(),
    ],
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'html'],
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/contract.ts'],
      thresholds: { 'packages/core/src/**': { lines: 98, branches: 98 } },
    },
  },
});
