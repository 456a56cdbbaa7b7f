import { existsSync, readFileSync } from 'node:fs';
import { encode, type Encoded } from '../routes/encoded.js';

export interface PageFile {
  readonly type: string;
  readonly encoded: Encoded;
}

/** Where the build leaves the page: seen from the sources and from what is built of them alike. */
const FOLDER = new URL('../../dist/dashboard/page/', import.meta.url);

/** What is served at which path. Nothing else of the folder is. */
const FILES = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/dashboard/dashboard.js': ['dashboard.js', 'text/javascript; charset=utf-8'],
  '/dashboard/dashboard.css': ['dashboard.css', 'text/css; charset=utf-8'],
  '/dashboard/icon.svg': ['icon.svg', 'image/svg+xml'],
} as const satisfies Record<string, readonly [file: string, type: string]>;

export const PAGE_PATHS: readonly string[] = Object.keys(FILES);

let loaded: ReadonlyMap<string, PageFile> | undefined;

/** The built page by path, compressed and held in memory. What was not built is not there. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  loaded ??= new Map(
    Object.entries(FILES).flatMap(([path, [file, type]]) => {
      const url = new URL(file, FOLDER);
      return existsSync(url) ? [[path, { type, encoded: encode(readFileSync(url)) }] as const] : [];
    }),
  );
  return loaded;
}
