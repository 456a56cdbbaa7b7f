import { html, type TemplateResult } from 'lit-html';
import type { Overview } from '../../overview-document.js';
import { exactly, percent, roughly } from '../words.js';
import { balanceBar } from './liking-bar.js';
import { table } from './table.js';

/** From seen to opened, and what was said of it: what the sums know, and nothing that they do not. */
export function funnel({ learned }: Overview): TemplateResult {
  const { impressions = 0, clicks = 0, likes = 0, dislikes = 0 } = learned?.totals ?? {};
  const rate = impressions > 0 ? clicks / impressions : 0;
  const share = Math.min(1, rate) * 100;
  return html`<section aria-labelledby="funnel">
    <h2 id="funnel">Seen, opened, liked</h2>
    ${
      impressions + likes + dislikes === 0
        ? html`<p class="empty">Nothing yet: counts appear with the first contribution.</p>`
        : html`
            <dl class="funnel">
              <dt>Seen</dt>
              <dd title=${exactly(impressions)}>${roughly(impressions)}</dd>
              <dd class="bar">
                <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="share" width="100" height="12"></rect>
                </svg>
              </dd>
              <dt>Opened</dt>
              <dd title=${exactly(clicks)}>${roughly(clicks)} <span class="muted">${percent(rate)}</span></dd>
              <dd class="bar">
                <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="rest" width="100" height="12"></rect>
                  <rect class="share" width=${share} height="12"></rect>
                </svg>
              </dd>
              <dt>Liked, disliked</dt>
              <dd>
                <span title=${exactly(likes)}>${roughly(likes)}</span>,
                <span title=${exactly(dislikes)}>${roughly(dislikes)}</span>
              </dd>
              <dd class="bar">
                ${likes + dislikes > 0 ? balanceBar(likes, dislikes) : html`<span class="muted small">no reaction yet</span>`}
              </dd>
            </dl>
            <p class="muted small">Over every week that the store holds.</p>
            ${table(
              'seen, opened, liked',
              ['What', 'Times'],
              [
                ['Seen', impressions],
                ['Opened', clicks],
                ['Liked', likes],
                ['Disliked', dislikes],
              ],
            )}
          `
    }
  </section>`;
}
