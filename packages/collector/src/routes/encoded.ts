import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Encoding = 'br' | 'gzip' | 'identity';

/** Bytes that many will ask for: compressed once, each form with an ETag of its own. */
export interface Encoded {
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
  readonly forms: Readonly<Record<Encoding, { readonly bytes: Buffer; readonly etag: string }>>;
}

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }; // the last two steps cost far more than they save

/** Compresses in threads of its own: the one that answers requests goes on. */
export async function encode(bytes: Buffer): Promise<Encoded> {
  const [zipped, br] = await Promise.all([promisify(gzip)(bytes), promisify(brotliCompress)(bytes, BROTLI)]);
  return encoded(bytes, zipped, br);
}

/** Compresses at once: for what is needed before anything is served. */
export const encodeNow = (bytes: Buffer): Encoded => encoded(bytes, gzipSync(bytes), brotliCompressSync(bytes, BROTLI));

function encoded(bytes: Buffer, zipped: Buffer, br: Buffer): Encoded {
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  return {
    sha256,
    forms: {
      identity: { bytes, etag: `"${sha256}"` },
      gzip: { bytes: zipped, etag: `"${sha256}-gzip"` },
      br: { bytes: br, etag: `"${sha256}-br"` },
    },
  };
}

/** Answers with the smallest form that the client takes, or 304 when it has that form already. */
export function sendEncoded(request: FastifyRequest, reply: FastifyReply, { forms }: Encoded): FastifyReply {
  const encoding = encodingFor(request.headers['accept-encoding'] ?? '');
  const { bytes, etag } = forms[encoding];
  reply.header('vary', 'Accept-Encoding').header('etag', etag);
  if (isKnown(request.headers['if-none-match'] ?? '', etag)) return reply.code(304).send();
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(bytes);
}

function encodingFor(acceptEncoding: string): Encoding {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((text) => text.trim()))
    .filter(([, weight = '']) => !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

/** Proxies may have made a weak tag of a strong one; to a 304 that makes no difference. */
const isKnown = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
