import type { Contribution } from '@penchant/core';
import { tried } from '../page.js';

/**
 * What became of a contribution: the collector has it, will never take it, or may take it later. Where no answer came at
 * all, `hand` gives it to the browser as a beacon: that tells nobody whether it arrived, so it is no acknowledgement.
 */
export type Sent =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'retry'; readonly afterMs: number; hand?(): void };

/** Where contributions go. */
export const addressOf = (collector: string): string => `${collector}/v1/contributions`;

/** Exactly what is sent of one. */
export const bodyOf = (contribution: Contribution): string => JSON.stringify(contribution);

/** How long an answer may take: a collector that accepts and never answers must not keep the others waiting. */
const ANSWER_MS = 20_000;

const MAX_RETRY_AFTER_MS = 3_600_000;

/** Sends one contribution, in a way that outlives the page and needs no preflight. Never rejects. */
export async function send(url: string, contribution: Contribution, stop: AbortSignal): Promise<Sent> {
  const limit = new AbortController();
  const abort = (): void => limit.abort();
  const timer = setTimeout(abort, ANSWER_MS);
  if (stop.aborted) abort();
  stop.addEventListener('abort', abort);
  try {
    if (document.hidden && !('keepalive' in Request.prototype)) throw new Error('ends with the page');
    const response = await fetch(url, {
      method: 'POST',
      body: bodyOf(contribution),
      headers: { 'content-type': 'text/plain' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer', // the page's address is nobody's business
      keepalive: true,
      signal: limit.signal,
    });
    const { ok, status } = response;
    const answer = await response.text(); // Chromium frees the keepalive quota only once the answer is read
    if (ok) return { outcome: 'accepted' };
    if (status >= 400 && status < 500 && status !== 408 && status !== 429)
      return { outcome: 'refused', reason: `${status} ${answer}` };
    return { outcome: 'retry', afterMs: retryAfterMs(response.headers.get('retry-after')) };
  } catch {
    // The quota may be used up by others, or fetch be replaced; who stopped it means to stop a beacon as well.
    const hand = (): void => void (stop.aborted || tried(() => navigator.sendBeacon(url, bodyOf(contribution))));
    return { outcome: 'retry', afterMs: 0, ...(!limit.signal.aborted && { hand }) };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', abort);
  }
}

/** What a `Retry-After` asks for, in seconds or as a date; an hour at most. */
function retryAfterMs(header: string | null): number {
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header ?? '') - Date.now() : seconds * 1_000;
  return Math.min(Math.max(ms || 0, 0), MAX_RETRY_AFTER_MS);
}
