import { html, nothing, type TemplateResult } from 'lit-html';
import type { Overview, Refusal } from '../../overview-document.js';
import { meaningOf } from '../refusals.js';
import { duration, exactly, roughly } from '../words.js';
import { table } from './table.js';

/** What was refused since the start, and why. */
export function refused({ arrivals: { refusals, unattributed }, now }: Overview): TemplateResult {
  const all = [...refusals, ...unattributed];
  const most = Math.max(1, ...all.map(({ count }) => count));
  const list = (told: readonly Refusal[]): TemplateResult =>
    html`<ul class="reasons">
      ${told.map(
        ({ reason, count, lastAt }) =>
          html`<li>
            <span class="reason"><code>${reason}</code> <span title=${exactly(count)}>${roughly(count)}</span></span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect class="refused" width=${(count / most) * 100} height="6"></rect>
            </svg>
            <span class="muted small"
              >${meaningOf(reason) ?? nothing}${meaningOf(reason) ? '; ' : ''}last ${duration(now - lastAt)} ago</span
            >
          </li>`,
      )}
    </ul>`;
  return html`<section aria-labelledby="refused">
    <h2 id="refused">Refused</h2>
    ${all.length === 0 ? html`<p class="empty">Nothing was refused since the collector started.</p>` : nothing}
    ${refusals.length > 0 ? list(refusals) : nothing}
    ${
      unattributed.length > 0
        ? html`<h3>Of no known site</h3>
            ${list(unattributed)}`
        : nothing
    }
    ${
      all.length > 0
        ? table(
            'refused, by reason',
            ['Reason', 'Times', 'Last'],
            all.map(({ reason, count, lastAt }) => [reason, count, `${duration(now - lastAt)} ago`]),
          )
        : nothing
    }
  </section>`;
}
