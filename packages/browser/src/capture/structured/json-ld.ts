/** A longer script is not read. */
const MAX_CHARS = 1_000_000;

export const JSON_LD = 'script[type^="application/ld+json"]';

/** A script's JSON, or `undefined` where it is none (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents). */
export function jsonLd(script: Element): unknown {
  const text = script.textContent;
  try {
    return text.length <= MAX_CHARS ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
