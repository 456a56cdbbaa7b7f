import { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync, type ZlibOptions } from 'node:zlib';
import { errorCodes } from 'fastify';

type Inflate = (bytes: Buffer, options: Pick<ZlibOptions, 'maxOutputLength'>) => Buffer;

/** What a request may be sent as, beside plain. */
const INFLATERS: Readonly<Record<string, Inflate>> = { gzip: gunzipSync, br: brotliDecompressSync };

const ENCODINGS: string = Object.keys(INFLATERS).join(', ');

/** What the server compares with Content-Length, which counts compressed bytes. */
type Counted = Readable & { receivedEncodedLength?: number };

/**
 * The body as it was before it was compressed. Bodies are inflated one at a time, at once, and no further than to the
 * limit: each inflater may ask for 16 MiB, whatever comes of it.
 * @throws Error with the status to answer: 413 beyond the limit, on either side; 400 for what is not compressed as it says;
 * 415 for an encoding that is not known.
 */
export async function inflated(body: Readable, encoding: string, limitBytes: number): Promise<Counted> {
  const inflate = Object.hasOwn(INFLATERS, encoding) ? INFLATERS[encoding] : undefined;
  if (!inflate)
    throw Object.assign(new Error(`must be plain, or compressed as one of ${ENCODINGS}`), { statusCode: 415 });
  const compressed = await readUpTo(limitBytes, body);
  const plain: Counted = Readable.from([inflateUpTo(limitBytes, compressed, inflate)], { objectMode: false });
  plain.receivedEncodedLength = compressed.length;
  return plain;
}

async function readUpTo(limitBytes: number, body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Destroyed, it would take the connection along, and with it the answer.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function inflateUpTo(limitBytes: number, compressed: Buffer, inflate: Inflate): Buffer {
  try {
    return inflate(compressed, { maxOutputLength: limitBytes });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    throw Object.assign(new Error('is not compressed as it says', { cause: error }), { statusCode: 400 });
  }
}
