import { html, type TemplateResult } from 'lit-html';
import type { Overview } from '../../overview-document.js';
import { epochAt, exactly, roughly, weekOf } from '../words.js';
import { table } from './table.js';

const MOST_WEEKS = 8;

/** Contributions week by week, the newest on top. The current week is not over, and drawn so. */
export function weeks({ epochs, now }: Overview): TemplateResult {
  const newest = [...epochs].reverse();
  const shown = newest.slice(0, MOST_WEEKS);
  const most = Math.max(1, ...shown.map(({ contributions }) => contributions));
  const nameOf = (epoch: number): string => `${weekOf(epoch)}${epoch === epochAt(now) ? ', so far' : ''}`;
  return html`<section aria-labelledby="weeks">
    <h2 id="weeks">Contributions by week</h2>
    ${
      shown.length === 0
        ? html`<p class="empty">Nothing yet: the first week begins with the first contribution.</p>`
        : html`<ol class="weeks">
              ${shown.map(
                ({ epoch, contributions }) =>
                  html`<li>
                    <span>${nameOf(epoch)}</span>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      <rect
                        class=${epoch === epochAt(now) ? 'open' : 'closed'}
                        width=${(contributions / most) * 100}
                        height="10"
                      ></rect>
                    </svg>
                    <span class="number" title=${exactly(contributions)}>${roughly(contributions)}</span>
                  </li>`,
              )}
            </ol>
            ${table(
              'contributions by week',
              ['Week from', 'Contributions'],
              newest.map(({ epoch, contributions }) => [nameOf(epoch), contributions]),
            )}`
    }
  </section>`;
}
