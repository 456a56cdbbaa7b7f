import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../entry.js', import.meta.url));
/** What a page that uses a framework has anyway. */
const FRAMEWORKS = /^(react|vue)(\/|$)/;

/** What a bundler makes of some code, from the packages as they were built: what a page loads at once, without what is imported later. */
async function bundle(code: string): Promise<string> {
  const entry = {
    name: 'entry',
    resolveId: (id: string) => (id === ENTRY ? id : null),
    load: (id: string) => (id === ENTRY ? code : null),
  };
  const plugins = [entry, nodeResolve({ browser: true, exportConditions: ['es2015'] })];
  const bundled = await rollup({ input: ENTRY, external: FRAMEWORKS, plugins, logLevel: 'silent' });
  const { output } = await bundled.generate({ format: 'es' });
  const chunks = output.filter((chunk) => chunk.type === 'chunk');
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded) for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  const minified = await Promise.all(
    [...loaded].map((chunk) => transform(chunk.code, { minify: true, format: 'esm', target: 'es2022' })),
  );
  return minified
    .map((each) => each.code)
    .join('')
    .trim();
}

it.each(['@penchant/browser', '@penchant/react', '@penchant/vue', '@penchant/core', '@penchant/core/estimate'])(
  'an import of %s of which nothing is used costs 0 bytes',
  async (name) => {
    const exported = Object.keys((await import(name)) as object);
    expect(exported).not.toEqual([]);
    const left = await bundle(`import { ${exported.join(', ')} } from '${name}';`);
    expect(left.replaceAll(/import"(react|vue)[^"]*";/g, '')).toBe('');
  },
  60_000,
);

/** What a page loads at once for the sake of one import, gzipped, in bytes. */
const BUDGETS = [
  ['createTracker', '@penchant/browser', 28_530], // 80 of it takes rows from what the browser tells unasked, and leaves out what is not displayed; 60 of it counts a burst of clicks in a tenth less of the page's time; 40 of it sees that a list is laid out another way; 80 of it reads what looks at items need from the item itself; 70 of it keeps what ranks lists in a file of its own; 110 of it learns once somebody asks; 50 of it reads once where a list begins, and hears clicks in forms whose fields hide methods of elements; 400 of it lets what scores come later, as with the script tag; 280 of it copies what is known of what pages call items and signals, and throws nothing into them; all that captures, learns and ranks, with rxjs and idb themselves: the script tag has lean ones; 80 of it record the looks of a second together; 200 of it keeps what pages are told before their journal is open, and writes bursts; 50 of it keeps what is being written when a page is left
  ['mark', '@penchant/browser', 1_300], // most of it is what a bundler cannot prove to be without effect
  ['rankingOf', '@penchant/browser', 2_500],
  ['rank', '@penchant/core', 3_000],
  ['decay', '@penchant/core', 100],
] as const;

it.each(BUDGETS)(
  'what comes with %s of %s is within its budget',
  async (name, from, budget) => {
    const bytes = gzipSync(await bundle(`import { ${name} } from '${from}'; globalThis.kept = ${name};`), { level: 9 });
    expect(bytes.byteLength).toBeLessThanOrEqual(budget);
  },
  60_000,
);
