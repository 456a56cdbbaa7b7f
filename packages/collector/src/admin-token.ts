import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from './store/store.js';

/** What is kept of a token: SHA-256, as hex. The token itself is 192 random bits, or the operator's own choice. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether a token is the one that was hashed. Takes as long for a near miss as for a far one. */
export const isToken = (token: string, hash: string): boolean =>
  timingSafeEqual(createHash('sha256').update(token).digest(), Buffer.from(hash, 'hex'));

/**
 * The hash of the token that the store keeps. When there is none yet, a new token is made: `generated` is the only time
 * that anyone sees it.
 */
export async function keptToken(store: Store): Promise<{ readonly hash: string; readonly generated?: string }> {
  const generated = randomBytes(24).toString('base64url');
  const hash = await store.keep('penchant-admin-token', hashToken(generated));
  return hash === hashToken(generated) ? { hash, generated } : { hash };
}
