import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

/** What a request may be sent as, beside plain. */
const INFLATERS: Readonly<Record<string, () => Transform>> = { gzip: createGunzip, br: createBrotliDecompress };

export const ENCODINGS: string = Object.keys(INFLATERS).join(', ');

/** What the server compares with Content-Length, which counts compressed bytes. */
type Counted = Readable & { receivedEncodedLength?: number };

/**
 * The body as it was before it was compressed; `undefined` for an encoding that is not known. Whoever reads it counts the
 * inflated bytes and stops at the limit: no more than a chunk beyond it is ever inflated.
 */
export function inflated(body: Readable, encoding: string): Counted | undefined {
  if (encoding === 'identity') return body;
  const inflater = Object.hasOwn(INFLATERS, encoding) ? INFLATERS[encoding]?.() : undefined;
  if (!inflater) return undefined;
  const counted: Counted = inflater;
  counted.receivedEncodedLength = 0;
  body.on(
    'data',
    (chunk: Buffer) => (counted.receivedEncodedLength = (counted.receivedEncodedLength ?? 0) + chunk.length),
  );
  body.on('error', (error) => inflater.destroy(error));
  return body.pipe(inflater);
}
