import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../');

/** A fenced block of a page of the documentation. */
export interface Block {
  /** The page's path, from the project's root. */
  readonly page: string;
  /** Where the block begins. */
  readonly line: number;
  readonly language: string;
  /** The path that its first line says, in a comment, if it says one: pieces of one page import each other by it. */
  readonly file: string | undefined;
  readonly code: string;
}

const FENCED = /^```(\w*)\n(.*?)^```$/gms;
const NAMED = /^(?:\/\/|<!--|\/\*) ([\w./-]+\.\w+)(?: -->| \*\/)?\n/;

const pagesIn = (folder: string): string[] =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !/(^|\/)(node_modules|dist|peers|\.vitepress)\//.test(path))
    .map((path) => `${folder}/${path}`)
    .sort();

/** Every page of the documentation, from the project's root; of the reference, the compiler has read every block already. */
export const PAGES: readonly string[] = [
  'README.md',
  'ARCHITECTURE.md',
  ...pagesIn('docs'),
  ...pagesIn('bench'),
  ...pagesIn('packages'),
].filter((page) => !page.startsWith('docs/reference/'));

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const text = readFileSync(`${ROOT}${page}`, 'utf8');
  return [...text.matchAll(FENCED)].map(({ index, 1: language = '', 2: code = '' }) => ({
    page,
    line: text.slice(0, index).split('\n').length,
    language,
    file: NAMED.exec(code)?.[1],
    code,
  }));
}

/** All blocks that are written in one of these languages. */
export const blocksIn = (...languages: readonly string[]): Block[] =>
  PAGES.flatMap(blocksOf).filter(({ language }) => languages.includes(language));

export const placeOf = ({ page, line }: Block): string => `${page}:${line}`;
