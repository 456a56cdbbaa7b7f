import { posix } from 'node:path';
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress';

const isElsewhere = (href: string): boolean => /^([a-z]+:|#|\/)/.test(href);

/** The folder that a page is in, from the project's root. A page that moved on the site is still written where it was. */
const folderOf = ({ relativePath }: Partial<MarkdownEnv>): string => posix.dirname(relativePath ?? '');

/** Links between pages lead where they are on the site; links to code, which is not on it, are text. */
export function linksToPages(md: MarkdownRenderer, isPage: (path: string) => boolean): void {
  md.core.ruler.push('links-to-pages', ({ tokens, env }) => {
    for (const inline of tokens)
      for (const token of inline.children ?? []) {
        const href = token.attrGet('href');
        if (token.type !== 'link_open' || !href || isElsewhere(href)) continue;
        const [path = '', fragment] = posix.join(folderOf(env as MarkdownEnv), decodeURI(href)).split('#');
        if (path.endsWith('.md') && isPage(path)) token.attrSet('href', addressOf(path, fragment));
        else token.attrs = null;
      }
  });
}

/** A page's address on the site. */
export function addressOf(path: string, fragment?: string): string {
  const address = `/${path.replace(/README\.md$/, '').replace(/\.md$/, '')}`;
  return fragment ? `${address}#${fragment}` : address;
}
