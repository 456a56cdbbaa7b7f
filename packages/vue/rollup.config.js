import esbuild from 'rollup-plugin-esbuild';

export default {
  input: 'src/index.ts',
  external: /^(@penchant\/browser|vue)(\/|$)/,
  plugins: [esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' })],
  output: { dir: 'dist', format: 'es', sourcemap: true },
};
