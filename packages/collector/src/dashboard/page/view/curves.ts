import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Overview } from '../../overview-document.js';
import { duration, endOfWeek } from '../words.js';
import { curve } from './curve.js';

export function curves(overview: Overview): TemplateResult {
  const { lists = [], moreLists = 0 } = overview.learned ?? {};
  return html`<section aria-labelledby="curves">
    <h2 id="curves">How far down people look</h2>
    ${
      lists.length === 0
        ? html`<p class="empty">Nothing yet: each list marked with data-penchant-list gets its curve here.</p>`
        : html`<div class="curves">${repeat(lists, ({ list }) => list, curve)}</div>`
    }
    ${lists.some((list) => list.curve === 'unpublished') ? unpublished(overview) : nothing}
    ${moreLists > 0 ? html`<p class="muted small">${moreLists} more lists were seen less often.</p>` : nothing}
  </section>`;
}

/** Why a list that was seen has no curve. */
const unpublished = ({ now, model: { openEpochs, minContributions } }: Overview): TemplateResult =>
  html`<p class="empty">
    ${
      openEpochs
        ? `A curve is published when ${minContributions} contributions speak of its list.`
        : `A curve is made of whole weeks, when ${minContributions} contributions speak of its list. This week ends in ${duration(endOfWeek(now) - now)}.`
    }
  </p>`;
