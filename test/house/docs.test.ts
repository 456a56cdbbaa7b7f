import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the code of a page of the documentation is compiled with. Beside the package, so that its libraries are found. */
const CONFIG = JSON.stringify({
  extends: '../../../../tsconfig.base.json',
  compilerOptions: {
    noEmit: true,
    composite: false,
    declaration: false,
    declarationMap: false,
    jsx: 'react-jsx',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    customConditions: ['source'],
    skipLibCheck: true,
  },
});
const COMPONENTS = `declare module '*.vue' { const component: import('vue').Component; export default component; }`;

/** The code in a page, each piece a file; of a Vue component, its script. */
function pieces(page: string): [name: string, code: string][] {
  const blocks = [...readFileSync(`${ROOT}docs/${page}.md`, 'utf8').matchAll(/^```(tsx?|vue)\n(.*?)^```/gms)];
  return blocks.map(([, language = '', code = ''], i) => {
    const script = /<script[^>]*>(.*)<\/script>/s.exec(code)?.[1] ?? code;
    return [`piece-${i}.${language === 'vue' ? 'ts' : language}`, `${script}\nexport {};\n`];
  });
}

it.each(['react', 'vue'])(
  'the code in docs/%s.md compiles',
  async (page) => {
    const folder = `${ROOT}packages/${page}/dist/docs`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const code = pieces(page);
    expect(code.length).toBeGreaterThan(1);
    for (const [name, text] of [...code, ['tsconfig.json', CONFIG], ['components.d.ts', COMPONENTS]] as const)
      writeFileSync(`${folder}/${name}`, text);
    const compiling = promisify(execFile)(`${ROOT}node_modules/.bin/tsc`, ['-p', folder]);
    const { stdout } = await compiling.catch((failed: { readonly stdout: string }) => failed);
    expect(stdout).toBe('');
    rmSync(folder, { recursive: true });
  },
  30_000,
);
