import type { Explanation, Item, LedgerEntry } from '@penchant/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { mark, signed } from './mark.js';
import type { PageTracker } from './page-tracker.js';
import { ago, exactly } from './times.js';
import { words } from './words.js';

/** Entries that came about at no moment. */
const TIMELESS: readonly LedgerEntry['kind'][] = ['neighbour', 'quality', 'earlier'];

/** Why an item has its score, or that it cannot be said now: with the script tag, what explains is loaded first. */
export async function explained(tracker: PageTracker, item: string | Item): Promise<Explanation> {
  try {
    return await tracker.explain(item);
  } catch {
    return { score: 0, confidence: 0, entries: [], sentence: words().failed };
  }
}

/** Why, in a sentence, and what counted beneath it, strongest first. */
export function ledger(explanation: Explanation, rows = 6): TemplateResult {
  const { entries } = explanation;
  return html`
    <p>${words().sentenceOf(explanation)}</p>
    ${
      entries.length === 0
        ? nothing
        : html`<ol class="ledger" aria-label=${words().ledger}>
            ${entries.slice(0, rows).map(row)}
          </ol>`
    }
    ${entries.length > rows ? html`<p class="muted">${words().ledgerRest(entries.length - rows)}</p>` : nothing}
  `;
}

function row({ kind, item, at, liking, confidence, share, contribution }: LedgerEntry): TemplateResult {
  const deed = words().kinds[kind];
  return html`<li>
    <span>${item ? words().nameOf(item) : deed}</span>
    ${mark(share < 0 ? -liking : liking, confidence)}
    <data value=${contribution}>${signed(contribution)}</data>
    <span class="deed" title=${TIMELESS.includes(kind) ? nothing : exactly(at)}
      >${TIMELESS.includes(kind) ? deed : `${deed} · ${ago(at)}`}</span
    >
  </li>`;
}
