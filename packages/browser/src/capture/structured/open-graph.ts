import type { Thing } from './schema-org.js';

/** Kinds of page that are an item (https://ogp.me/#types); a `website` or a `profile` is none. */
const ITEM = /^(article|book|product|video|music)/;

/** What schema.org calls the properties. */
const PROPERTIES: readonly (readonly [name: string, properties: RegExp])[] = [
  ['keywords', /^(article|video|book):tag$/],
  ['articleSection', /^article:section$/],
  ['brand', /^product:brand$/],
  ['category', /^product:category$/],
];

/**
 * What a page is by its Open Graph `meta` elements, in the shape of JSON-LD; nothing where it is no item. Authors are
 * addresses there: the last part is taken.
 */
export function openGraph(page: ParentNode): Thing[] {
  const said = [...page.querySelectorAll('meta[property]')].map((meta) =>
    ['property', 'content'].map((name) => meta.getAttribute(name) ?? ''),
  );
  const all = (properties: RegExp): string[] =>
    said.flatMap(([property = '', content = '']) => (properties.test(property) ? content : []));
  const authors = all(/^(article|book):author$/).map((author) => author.replace(/^https?:.*?([^/]+)\/*$/, '$1'));
  return ITEM.test(all(/^og:type$/)[0] ?? '')
    ? [{ '@type': 'Article', author: authors, ...Object.fromEntries(PROPERTIES.map(([name, it]) => [name, all(it)])) }]
    : [];
}
