import type { Contribution } from '@penchant/core';

/** What became of a contribution: the collector has it, will never take it, or may take it later. */
export type Sent =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'retry'; readonly afterMs: number };

/** Sends one contribution, in a way that outlives the page and needs no preflight. Never rejects. */
export async function send(collector: string, contribution: Contribution): Promise<Sent> {
  try {
    const response = await fetch(`${collector}/v1/contributions`, {
      method: 'POST',
      body: JSON.stringify(contribution),
      headers: { 'content-type': 'text/plain' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer', // the page's address is nobody's business
      keepalive: true,
    });
    const { ok, status } = response;
    const answer = await response.text(); // Chromium frees the keepalive quota only once the answer is read
    if (ok) return { outcome: 'accepted' };
    if (status >= 400 && status < 500 && status !== 408 && status !== 429)
      return { outcome: 'refused', reason: `${status} ${answer}` };
    return { outcome: 'retry', afterMs: (Number(response.headers.get('retry-after')) || 0) * 1_000 };
  } catch {
    return { outcome: 'retry', afterMs: 0 };
  }
}
