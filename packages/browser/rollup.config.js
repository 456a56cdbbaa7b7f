import { basename } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { leanDependencies } from './lean-dependencies.js';

const typescript = esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });
const dependencies = /^(@penchant\/core|idb|rxjs|web-vitals)(\/|$)/;

/** Fields that only rxjs itself reads. */
const RXJS_PRIVATE =
  /^(_[a-z]\w*|isStopped|currentObservers|initialTeardown|hasError|thrownError|partialObserver|shouldUnsubscribe|onFinalize|observers)$/;

const COMPRESS = {
  passes: 5,
  pure_getters: true,
  unsafe_arrows: true,
  unsafe_methods: true,
  unsafe_comps: true,
  keep_fargs: false,
};

/**
 * Parts are imported from beside the script, wherever that comes from: a relative import() in a script of another origin
 * has no base to start from.
 */
const partsBesideScript = {
  name: 'parts-beside-script',
  renderDynamicImport: () => ({ left: 'import(new URL(', right: ', script))' }),
};

export default [
  {
    input: 'src/index.ts',
    external: dependencies,
    plugins: [typescript],
    output: { dir: 'dist', chunkFileNames: 'chunks/[name].js', format: 'es', sourcemap: true },
  },
  {
    input: 'src/main.ts',
    external: [
      'web-vitals',
      /\/parts\//,
      /\/consent\/platforms\.js$/,
      /\/rights\/rights\.js$/,
      /\/(structured\/structured|audit\/audit)\.js$/,
    ],
    // rxjs has a build for old browsers and one for ours, under the condition es2015: 1.7 kB less.
    plugins: [
      partsBesideScript,
      leanDependencies(),
      nodeResolve({ browser: true, exportConditions: ['es2015'] }),
      typescript,
    ],
    output: {
      file: 'dist/penchant.js',
      format: 'iife',
      intro: 'const script = document.currentScript?.src;',
      paths: (id) => `parts/${basename(id, '.js')}.js`,
      sourcemap: 'hidden',
      plugins: [
        terser({
          ecma: 2022,
          module: true,
          compress: COMPRESS,
          mangle: { properties: { regex: RXJS_PRIVATE } },
        }),
      ],
    },
  },
  {
    input: {
      'web-vitals': 'web-vitals',
      explain: 'src/parts/explain.ts',
      policy: 'src/parts/policy.ts',
      platforms: 'src/consent/platforms.ts',
      rights: 'src/rights/rights.ts',
    },
    plugins: [leanDependencies(), nodeResolve({ browser: true, exportConditions: ['es2015'] }), typescript],
    output: {
      dir: 'dist/parts',
      format: 'es',
      chunkFileNames: 'core-[hash].js',
      sourcemap: 'hidden',
      plugins: [terser({ ecma: 2022, module: true })],
    },
  },
  {
    // By themselves: they need two numbers of core, not a file more.
    preserveEntrySignatures: 'allow-extension',
    input: { structured: 'src/capture/structured/structured.ts', audit: 'src/capture/audit/audit.ts' },
    plugins: [nodeResolve(), typescript],
    output: {
      dir: 'dist/parts',
      format: 'es',
      sourcemap: 'hidden',
      plugins: [terser({ ecma: 2022, module: true, compress: COMPRESS })],
    },
  },
];
