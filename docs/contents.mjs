// @ts-check
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * @typedef {{ readonly title: string, readonly path: string, readonly about: string }} Page `path` is from the project's root.
 * @typedef {{ readonly title: string, readonly pages: readonly Page[] }} Section
 */

/**
 * The documentation's table of contents: what docs/README.md lists, under its headings.
 * @returns {readonly Section[]}
 */
export function contents() {
  const index = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  return index
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.slice(0, section.indexOf('\n')),
      pages: [...section.matchAll(/^- \[(.+?)\]\((.+?)\): (.+(?:\n  .+)*)/gm)].map(
        ([, title = '', link = '', about = '']) => ({
          title,
          path: posix.join('docs', link),
          about: about.replaceAll(/\s+/g, ' ').trim(),
        }),
      ),
    }));
}
