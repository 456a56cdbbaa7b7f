import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import configurations from '../../packages/browser/rollup.config.js';

const browser = fileURLToPath(new URL('../../packages/browser/', import.meta.url));
const CORE = '@penchant/core';
const SCORING = 'src/parts/scoring.ts';

/** The script tag's two bundles that take from core, and what they start from. */
const bundles = [
  { start: 'src/main.ts', configuration: configurations.find(({ output }) => output.file?.endsWith('penchant.js')) },
  { start: SCORING, configuration: configurations.find(({ input }) => [input].flat().includes(SCORING)) },
].map(({ start, configuration }) => {
  if (!configuration) throw new Error(`packages/browser/rollup.config.js has nothing that begins with ${start}.`);
  return { ...configuration, input: join(browser, start), onwarn: () => undefined };
});

/** What the script and its scoring part take from core, and what that comes to: minified as they are, and gzipped. */
export async function bytesOfCore() {
  const imported = await Promise.all(bundles.map(importedBy));
  const names = [...new Set(imported.flat())].sort();
  const entry = 'what-the-browser-imports';
  const inside = await rollup({
    input: entry,
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? `export { ${names.join(', ')} } from '${CORE}';` : null),
      },
      nodeResolve({ rootDir: browser }),
    ],
  });
  const bundle = await inside.generate({ format: 'es', plugins: bundles[0].output.plugins });
  const { code } = bundle.output[0];
  const added = await Promise.all(
    bundles.map(async (each) => (await bytesOf(each)) - (await bytesOf(withoutCore(each)))),
  );
  return { names, gzipped: gzipped(code), added: added.reduce((sum, bytes) => sum + bytes) };
}

/** The names that a bundle imports of core. */
async function importedBy(bundle) {
  const outside = await rollup({
    ...bundle,
    external: [/^(@penchant\/core|idb|rxjs|web-vitals)$/, /\/(rights|consent\/platforms)\b/, /\.\/parts\//],
  });
  const { output } = await outside.generate({ format: 'es' });
  return output[0].importedBindings[CORE];
}

const gzipped = (code) => gzipSync(code, { level: 9 }).length;

/** A bundle, gzipped. */
async function bytesOf(bundle) {
  const made = await rollup(bundle);
  const { output } = await made.generate({ ...bundle.output, sourcemap: false });
  return gzipped(output[0].code);
}

/** The same bundle, with the core somewhere else. */
const withoutCore = (bundle) => ({
  ...bundle,
  plugins: [
    {
      name: 'without-core',
      resolveId: (id) => (id === CORE ? '\0core' : null),
      load: (id) =>
        id === '\0core' ? { code: 'export const elsewhere = core;', syntheticNamedExports: 'elsewhere' } : null,
    },
    ...bundle.plugins,
  ],
});
