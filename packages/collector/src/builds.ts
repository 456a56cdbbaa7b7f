import { gunzipSync, gzipSync } from 'node:zlib';
import { scriptOf, type Script } from './script.js';
import type { Store } from './store/store.js';

/** As long as the hash that names a build, and of its letters. */
const BUILD = /^[\w-]{16}$/;

/**
 * Every build of the script that a collector over this store ever served. Pages name one together with its `integrity`:
 * they find it after the collector was upgraded, and while some of several collectors are not upgraded yet.
 */
export class Builds {
  readonly #store: Store;
  readonly #current: Script | undefined;
  readonly #others = new Map<string, Script>();

  constructor(store: Store, current: Script | undefined) {
    this.#store = store;
    this.#current = current;
  }

  /** Keeps the build that is served now, for the time when it is not any more. */
  async keep(): Promise<void> {
    if (this.#current) await this.#store.keep(placeOf(this.#current.build), pack(this.#current));
  }

  /** The build of a name; `undefined` when it was never served. */
  async find(build: string): Promise<Script | undefined> {
    if (build === this.#current?.build) return this.#current;
    const known = this.#others.get(build);
    if (known || !BUILD.test(build)) return known;
    const packed = await this.#store.kept(placeOf(build));
    if (packed === undefined) return undefined;
    const script = unpack(packed);
    if (script.build !== build) throw new Error(`[penchant] the store keeps other bytes as the script ${build}.`);
    this.#others.set(build, script);
    return script;
  }
}

const placeOf = (build: string): string => `penchant-script-${build}`;

interface Packed {
  readonly main: string;
  readonly parts: readonly (readonly [name: string, bytes: string])[];
}

/** A letter a byte, so that all come back as they were. */
const BYTES = 'latin1';

function pack({ main, parts }: Script): string {
  const text = ({ forms }: Script['main']): string => forms.identity.bytes.toString(BYTES);
  const packed: Packed = { main: text(main), parts: [...parts].map(([name, part]) => [name, text(part)]) };
  return gzipSync(JSON.stringify(packed)).toString('base64');
}

function unpack(text: string): Script {
  const { main, parts } = JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as Packed; // only `pack` wrote it
  return scriptOf(Buffer.from(main, BYTES), new Map(parts.map(([name, bytes]) => [name, Buffer.from(bytes, BYTES)])));
}
