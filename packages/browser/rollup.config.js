import { readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { leanDependencies } from './lean/dependencies.js';

const typescript = esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });
const dependencies = /^(@penchant\/core|idb|rxjs|web-vitals)(\/|$)/;

/** Fields that only rxjs itself reads. */
const RXJS_PRIVATE =
  /^(_[a-z]\w*|isStopped|currentObservers|initialTeardown|hasError|thrownError|partialObserver|shouldUnsubscribe|onFinalize|observers)$/;

const minify = (how = { passes: 5 }) =>
  terser({
    ecma: 2022,
    module: true,
    compress: {
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_comps: true,
      keep_fargs: false,
      ...how,
    },
    mangle: { properties: { regex: RXJS_PRIVATE } },
  });

/** The script repeats itself more where less of it is inlined: 90 bytes less, gzipped. */
const SCRIPT = { passes: 2, inline: 1 };

/** What the script imports when it needs it. */
const PARTS = [
  'lean/web-vitals.js',
  'src/parts/policy.ts',
  'src/capture/watch/media.ts',
  'src/consent/platforms.ts',
  'src/contribute/contribute.ts',
  'src/journal/memory.ts',
  'src/journal/upkeep.ts',
  'src/model/fresh.ts',
  'src/rights/rights.ts',
];
/** Of each pair, the second imports the first, which most of it is. */
const PAIRS = [
  ['src/capture/structured/structured.ts', 'src/capture/audit/audit.ts'],
  ['src/parts/scoring.ts', 'src/parts/explain.ts'],
];

const nameOf = (part) => basename(part).replace(/\.[jt]s$/, '');

/**
 * Parts are imported from beside the script, wherever that comes from: a relative import() in a script of another origin
 * has no base to start from.
 */
const partsBesideScript = {
  name: 'parts-beside-script',
  resolveDynamicImport(specifier) {
    const name = nameOf(specifier);
    if (![...PARTS, ...PAIRS.flat()].some((part) => nameOf(part) === name))
      this.error(`${specifier} is not among the parts.`);
    return { id: `parts/${name}.js`, external: true };
  },
  renderDynamicImport: () => ({ left: 'import(new URL(', right: ', script))' }),
};

/** A part that was renamed must not be published under its old name. A bundle that is only measured clears nothing. */
const withoutOldParts = {
  name: 'without-old-parts',
  generateBundle(_options, _bundle, isWritten) {
    if (!isWritten) return;
    for (const file of readdirSync('dist/parts')) if (/\.js(\.map)?$/.test(file)) rmSync(`dist/parts/${file}`);
  },
};

export default [
  {
    input: { index: 'src/index.ts', testing: 'src/testing/visitor.ts' },
    external: dependencies,
    plugins: [typescript],
    output: {
      dir: 'dist',
      chunkFileNames: 'chunks/[name].js',
      format: 'es',
      sourcemap: true,
      hoistTransitiveImports: false, // a bundler would warn of imports that are there for nothing but the network
    },
  },
  {
    input: 'src/main.ts',
    // rxjs has a build for old browsers and one for ours, under the condition es2015: 1.7 kB less.
    plugins: [
      withoutOldParts,
      partsBesideScript,
      leanDependencies(),
      nodeResolve({ browser: true, exportConditions: ['es2015'] }),
      typescript,
    ],
    output: {
      file: 'dist/penchant.js',
      format: 'iife',
      intro: 'const script = document.currentScript?.src;',
      sourcemap: 'hidden',
      plugins: [minify(SCRIPT)],
    },
  },
  // Each by itself: what they share is small, and a part that imports another comes a round trip later.
  ...PARTS.map((input) => ({
    input,
    plugins: [leanDependencies(), nodeResolve({ browser: true, exportConditions: ['es2015'] }), typescript],
    output: { file: `dist/parts/${nameOf(input)}.js`, format: 'es', sourcemap: 'hidden', plugins: [minify()] },
  })),
  ...PAIRS.map((input) => ({
    preserveEntrySignatures: 'allow-extension',
    input,
    plugins: [nodeResolve(), typescript],
    output: { dir: 'dist/parts', format: 'es', sourcemap: 'hidden', plugins: [minify()] },
  })),
];
