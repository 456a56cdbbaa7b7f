import { html, nothing, type TemplateResult } from 'lit-html';
import type { Overview } from '../../overview-document.js';
import { STAYED_MS } from '../../stayed.js';
import { duration, exactly, percent, roughly } from '../words.js';
import { balanceBar } from './liking-bar.js';
import { table } from './table.js';

const STAYED = `Stayed ${duration(STAYED_MS)}`;

/** From seen to opened, read and bought, and what was said of it: what the sums know, and nothing that they do not. */
export function funnel({ learned }: Overview): TemplateResult {
  const {
    impressions = 0,
    clicks = 0,
    dwells = 0,
    stayed = 0,
    purchases = 0,
    returns = 0,
    likes = 0,
    dislikes = 0,
  } = learned?.totals ?? {};
  const isShop = purchases + returns > 0; // a newspaper needs no line that says that it sold nothing
  return html`<section aria-labelledby="funnel">
    <h2 id="funnel">Seen, opened, stayed</h2>
    ${
      impressions + dwells + purchases + returns + likes + dislikes === 0
        ? html`<p class="empty">Nothing yet: counts appear with the first contribution.</p>`
        : html`
            <dl class="funnel">
              ${step('Seen', impressions)} ${step('Opened', clicks, [impressions, 'seen'])}
              ${dwells > 0 ? step(STAYED, stayed, [clicks, 'opened']) : nothing}
              ${isShop ? step('Bought', purchases, [clicks, 'opened'], returns) : nothing}
              <dt>Liked, disliked</dt>
              <dd>
                <span title=${exactly(likes)}>${roughly(likes)}</span>,
                <span title=${exactly(dislikes)}>${roughly(dislikes)}</span>
              </dd>
              <dd class="bar">
                ${likes + dislikes > 0 ? balanceBar(likes, dislikes) : html`<span class="muted small">no reaction yet</span>`}
              </dd>
            </dl>
            <p class="muted small">
              Over every week that the store
              holds.${dwells > 0 || isShop ? ' Who comes to a page from elsewhere can stay and buy, too.' : nothing}
            </p>
            ${table(
              'seen, opened, stayed',
              ['What', 'Times'],
              [
                ['Seen', impressions],
                ['Opened', clicks],
                ...(dwells > 0 ? [[STAYED, stayed]] : []),
                ...(isShop
                  ? [
                      ['Bought', purchases],
                      ['Given back', returns],
                    ]
                  : []),
                ['Liked', likes],
                ['Disliked', dislikes],
              ],
            )}
          `
    }
  </section>`;
}

/** One step, and its share of the one that it follows from. */
function step(
  name: string,
  count: number,
  [of, whose]: readonly [number, string] = [count, ''],
  givenBack = 0,
): TemplateResult {
  const share = of > 0 ? count / of : 0;
  const told = whose === '' ? nothing : html` <span class="muted">${percent(share)} of ${whose}</span>`;
  const back =
    givenBack > 0 ? html`, <span title=${exactly(givenBack)}>${roughly(givenBack)}</span> given back` : nothing;
  return html`<dt>${name}</dt>
    <dd><span title=${exactly(count)}>${roughly(count)}</span>${told}${back}</dd>
    <dd class="bar">
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect class="rest" width="100" height="12"></rect>
        <rect class="share" width=${100 * Math.min(1, share)} height="12"></rect>
      </svg>
    </dd>`;
}
