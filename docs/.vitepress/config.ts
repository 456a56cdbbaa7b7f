import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { contents } from '../contents.mjs';
import { addressOf, linksToPages } from './links-to-pages.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sections = contents();
const isPage = (path: string): boolean => /^((docs|bench)\/.*|[A-Z]+)\.md$/.test(path) && existsSync(`${root}${path}`);

/** The site shows what the repository has, where the repository has it: pages link to the README and to the benches. */
export default defineConfig({
  title: 'Penchant',
  description: "Orders the items of a page by what its visitor likes, on the visitor's own device, and says why.",
  srcDir: '..',
  srcExclude: ['{api,examples,packages,test,.ci,.changeset}/**', 'bench/peers/**', '**/node_modules/**'],
  rewrites: {
    'README.md': 'index.md',
    'docs/README.md': 'docs/index.md',
    'bench/README.md': 'bench/index.md',
    'bench/:part/README.md': 'bench/:part/index.md',
  },
  cleanUrls: true,
  appearance: 'force-auto', // the visual language follows the system
  markdown: { config: (md) => md.use(linksToPages, isPage) },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Documentation', link: '/docs/' },
      { text: 'Changelog', link: '/CHANGELOG' },
    ],
    sidebar: sections.map(({ title, pages }) => ({
      text: title,
      items: pages.map((page) => ({ text: page.title, link: addressOf(page.path) })),
    })),
    outline: [2, 3],
    docFooter: { prev: false, next: false },
  },
});
