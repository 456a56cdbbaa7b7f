import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import configurations from '../../packages/browser/rollup.config.js';

const browser = fileURLToPath(new URL('../../packages/browser/', import.meta.url));
const CORE = '@penchant/core';

/** What the script tag's bundle takes from core, and what that comes to: minified as the bundle is, and gzipped. */
export async function bytesOfCore() {
  const script = configurations.find(({ output }) => output.file?.endsWith('penchant.js'));
  if (typeof script?.input !== 'string') throw new Error('packages/browser/rollup.config.js has no penchant.js.');
  const outside = await rollup({
    ...script,
    input: join(browser, script.input),
    external: [/^(@penchant\/core|idb|rxjs|web-vitals)$/, /\/(parts|rights|consent\/platforms)/],
    onwarn: () => undefined,
  });
  const { output } = await outside.generate({ format: 'es' });
  const names = output[0].importedBindings[CORE];

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
  const bundle = await inside.generate({ format: 'es', plugins: script.output.plugins });
  const { code } = bundle.output[0];
  const [whole, without] = await Promise.all([bytesOf(script), bytesOf(withoutCore(script))]);
  return { names, gzipped: gzipped(code), added: whole - without };
}

const gzipped = (code) => gzipSync(code, { level: 9 }).length;

/** The script tag's bundle, gzipped. */
async function bytesOf(script) {
  const bundle = await rollup({ ...script, input: join(browser, 'src/main.ts'), onwarn: () => undefined });
  const { output } = await bundle.generate({ ...script.output, sourcemap: false });
  return gzipped(output[0].code);
}

/** The same script, with the core somewhere else. */
const withoutCore = (script) => ({
  ...script,
  plugins: [
    {
      name: 'without-core',
      resolveId: (id) => (id === CORE ? '\0core' : null),
      load: (id) =>
        id === '\0core' ? { code: 'export const elsewhere = core;', syntheticNamedExports: 'elsewhere' } : null,
    },
    ...script.plugins,
  ],
});
