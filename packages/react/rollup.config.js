import esbuild from 'rollup-plugin-esbuild';

export default {
  input: 'src/index.ts',
  external: /^(@penchant\/browser|react)(\/|$)/,
  plugins: [esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' })],
  // Server components import it as code for the browser. Bundling would lose the directive of each file.
  output: { dir: 'dist', format: 'es', sourcemap: true, banner: "'use client';" },
};
