import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Encoding = 'br' | 'gzip' | 'identity';

/** Bytes that many will ask for: compressed once, each form with an ETag of its own. */
export interface Encoded {
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
  readonly forms: Readonly<Record<Encoding, { readonly bytes: Buffer; readonly etag: string }>>;
}

const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 9, // the last two steps cost far more than they save
    [constants.BROTLI_PARAM_LGWIN]: 16, //  models and scripts repeat what is near; a larger window takes 25 MiB, and gains nothing
  },
};

/** Compresses at once: call it before anything is served, or in a thread of its own. */
export function encode(bytes: Buffer): Encoded {
  const sha256 = sha256Of(bytes);
  return {
    sha256,
    forms: {
      identity: { bytes, etag: `"${sha256}"` },
      gzip: { bytes: gzipSync(bytes), etag: `"${sha256}-gzip"` },
      br: { bytes: brotliCompressSync(bytes, BROTLI), etag: `"${sha256}-br"` },
    },
  };
}

/** SHA-256, base64. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

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
