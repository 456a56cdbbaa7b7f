/**
 * Asks a collector. The base may have a path, as behind a proxy.
 * @throws Error in one line when nothing answers there.
 */
export async function ask(collector: string, path: string, init: RequestInit = {}): Promise<Response> {
  const base = collector.replace(/\/+$/, '');
  try {
    return await fetch(base + path, init);
  } catch (error) {
    const { cause = error } = error as Error; // fetch says only "fetch failed"; its cause knows why
    const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new Error(`[penchant] no collector answers at ${base} (${why}): start one there, or give another address.`, {
      cause: error,
    });
  }
}

/** What to throw for an answer that nobody hoped for: its status, and the collector's reason where it gives one. */
export async function refusalOf(response: Response): Promise<Error> {
  const text = await response.text();
  return new Error(`[penchant] the collector answered ${response.status}: ${reasonIn(text).replaceAll(/\s+/g, ' ')}`);
}

function reasonIn(body: string): string {
  try {
    const { error, path, reason } = JSON.parse(body) as Record<string, unknown>;
    if (typeof reason === 'string') return [error, path, reason].filter((part) => part !== '').join(' ');
  } catch {
    // a proxy's page, perhaps
  }
  return body.slice(0, 200) || 'without a reason';
}
