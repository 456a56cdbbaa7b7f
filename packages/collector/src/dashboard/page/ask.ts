import type { Overview, Sort } from '../overview-document.js';

export interface Question {
  /** Left out, the collector's first. */
  readonly site?: string;
  readonly sort: Sort;
  readonly search: string;
  readonly page: number;
}

export type Answer =
  | { readonly kind: 'told'; readonly overview: Overview }
  | { readonly kind: 'refused' } //        the token is not the right one
  | { readonly kind: 'no-such-site' } //   any more: the collector was started with others
  | { readonly kind: 'failed'; readonly why: string };

const PATIENCE_MS = 15_000;

/** Asks the collector that served this page. Never rejects. */
export async function ask(token: string, { site, sort, search, page }: Question): Promise<Answer> {
  const query = new URLSearchParams({ sort, search, page: String(page), ...(site === undefined ? {} : { site }) });
  try {
    const response = await fetch(`admin/overview?${query}`, {
      headers: { authorization: `Bearer ${token}` },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return { kind: 'told', overview: (await response.json()) as Overview }; // by the route's schema
    if (response.status === 401) return { kind: 'refused' };
    if (response.status === 404) return { kind: 'no-such-site' };
    return { kind: 'failed', why: `it answered with ${response.status}` };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return { kind: 'failed', why: isLate ? 'it took too long to answer' : 'it cannot be reached' };
  }
}
