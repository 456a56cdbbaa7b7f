import { readFile } from 'node:fs/promises';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

const typescript = esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });

/** A style sheet as a text, as `import text from './look.css?inline'` gives it in Vite. */
const inlineStyles = {
  name: 'inline-styles',
  async load(id) {
    if (!id.endsWith('.css?inline')) return null;
    const file = id.slice(0, -'?inline'.length);
    this.addWatchFile(file);
    const { code } = await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true });
    return `export default ${JSON.stringify(code.trim())}`;
  },
};

export default [
  {
    input: 'src/index.ts',
    external: /^lit(\/|$)/,
    plugins: [inlineStyles, nodeResolve(), typescript],
    output: { dir: 'dist', format: 'es', sourcemap: true },
  },
  {
    input: 'src/script.ts',
    plugins: [inlineStyles, nodeResolve(), typescript],
    output: {
      file: 'dist/penchant-elements.js',
      format: 'es',
      sourcemap: 'hidden',
      plugins: [terser({ ecma: 2022, module: true })],
    },
  },
];
