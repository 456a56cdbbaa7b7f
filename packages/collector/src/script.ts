import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encode, type Encoded } from './routes/encoded.js';

/** The browser's script, as it is served. */
export interface Script {
  readonly main: Encoded;
  /** Names this very script with these parts: another byte in any of them makes another name. */
  readonly build: string;
  /** For the `integrity` attribute of a script tag. */
  readonly integrity: string;
  /** What the script loads when it is needed, by file name. */
  readonly parts: ReadonlyMap<string, Encoded>;
}

/** Only such files of the folder are served: no source maps, no hidden files. */
const PART = /^[a-z0-9][a-z0-9._-]*\.js$/i;

/**
 * Reads a built script, and the folder `parts` beside it if there is one. All of it is held in memory, so that no
 * request ever names a file.
 * @throws Error saying how to mend it, when the file cannot be read.
 */
export function loadScript(file: string): Script {
  const bytes = readScript(file);
  const folder = join(dirname(file), 'parts');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => PART.test(name)) : [];
  return scriptOf(bytes, new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))])));
}

/** What is served of the bytes of a script and its parts, by file name. */
export function scriptOf(bytes: Buffer, files: ReadonlyMap<string, Buffer>): Script {
  const main = encode(bytes);
  const parts = new Map([...files].map(([name, part]) => [name, encode(part)]));
  return {
    main,
    build: buildOf(main, parts),
    integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
    parts,
  };
}

/** Where a script is served that never changes. */
export const pathOf = ({ build }: Script): string => `/v1/${build}/penchant.js`;

const BUILD_CHARS = 16;

function buildOf(main: Encoded, parts: Script['parts']): string {
  const all = [...parts].map(([name, { sha256 }]) => `${name} ${sha256}\n`);
  return createHash('sha256')
    .update([main.sha256, ...all].join('\n'))
    .digest('base64url')
    .slice(0, BUILD_CHARS);
}

function readScript(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`[penchant] the script ${file} cannot be read: build it, or name another file.`, { cause });
  }
}
