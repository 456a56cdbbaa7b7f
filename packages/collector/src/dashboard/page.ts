import { EPOCH_MS } from '@penchant/core';
import type { ModelDocument } from '@penchant/core/schema';
import { likingBar, minuteBars, positionCurve } from './charts.js';
import { count, duration, html, Html, plural } from './html.js';
import type { Overview } from './overview.js';
import { STYLE } from './style.js';

const REFRESH_SECONDS = 15;
const LISTS_SHOWN = 4;
const ITEMS_SHOWN = 10;
const STALE_SECONDS = 600;

/** One site's health on one page, without a script: it reads the same everywhere, and reloads itself. */
export const page = (overview: Overview): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="${REFRESH_SECONDS}" />
        <title>${overview.site} · Penchant collector</title>
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <a class="skip" href="#health">To the health of the site</a>
        <header>
          <h1>Penchant collector</h1>
          <nav aria-label="Sites">${overview.sites.map((site) => siteLink(site, overview.site))}</nav>
        </header>
        <main id="health">
          ${verdict(overview)}
          <div class="grid">
            ${[arrivals(overview), funnel(overview), curves(overview.model), items(overview), disliked(overview)]}
            ${[refusals(overview), storage(overview)]}
          </div>
        </main>
      </body>
    </html>`;

const siteLink = (site: string, current: string): Html =>
  site === current
    ? html`<a href="/?site=${site}" aria-current="page">${site}</a>`
    : html`<a href="/?site=${site}">${site}</a>`;

function verdict({ storeFailed, publicationFailed, modelAgeSeconds, arrivals: minutes }: Overview): Html {
  const hour = minutes.reduce((sum, n) => sum + n, 0);
  const age = modelAgeSeconds === undefined ? 'no model yet' : `model confirmed ${duration(modelAgeSeconds)} ago`;
  const trouble = storeFailed
    ? `The store fails (${storeFailed}): contributions are being turned away.`
    : publicationFailed
      ? `The last publication failed (${publicationFailed}): an older model is served.`
      : modelAgeSeconds !== undefined && modelAgeSeconds > STALE_SECONDS
        ? 'The model is stale: nothing was published for a while.'
        : undefined;
  return html`<p class="verdict ${trouble ? 'bad' : 'good'}">${trouble ?? (hour > 0 ? '✓ All is well' : '✓ Ready')}</p>
    <p class="muted">${plural(hour, 'contribution')} in the last hour · ${age}</p>`;
}

function arrivals({ arrivals: minutes }: Overview): Html {
  const now = minutes.at(-1) ?? 0;
  return html`<section>
    <h2>Live arrivals</h2>
    ${
      minutes.some((n) => n > 0)
        ? minuteBars(minutes, `Contributions in each minute of the last hour; ${now} in this one`)
        : html`<p class="muted">Nothing in the last hour. Open a page that carries the script, and leave it again.</p>`
    }
  </section>`;
}

function funnel({ funnel: { impressions, clicks, likes, dislikes } }: Overview): Html {
  const share = impressions > 0 ? `${((clicks / impressions) * 100).toFixed(1)} %` : '–';
  return html`<section>
    <h2>From seen to liked</h2>
    <dl>
      <dt>Seen</dt>
      <dd>${count(impressions)}</dd>
      <dt>Opened</dt>
      <dd>${count(clicks)} <span class="muted">${share} of seen</span></dd>
      <dt>Liked</dt>
      <dd>${count(likes)}</dd>
      <dt>Disliked</dt>
      <dd>${count(dislikes)}</dd>
    </dl>
  </section>`;
}

function curves({ lists }: ModelDocument): Html {
  const most = [...lists].sort((a, b) => b.impressions - a.impressions).slice(0, LISTS_SHOWN);
  return html`<section>
    <h2>What position does</h2>
    ${most.length === 0 ? html`<p class="muted">No list has enough contributions yet.</p>` : ''}
    ${most.map(({ list, theta, estimated, impressions }) => {
      const third =
        theta[2] === undefined ? '' : `; position 3 is seen ${Math.round(theta[2] * 100)} % as often as the first`;
      const basis = estimated ? 'learnt here' : 'assumed (1/k) until there is more data';
      return html`<h3>${list}</h3>
        ${positionCurve(theta, estimated, `Chance of being seen by position in ${list}, ${basis}${third}`)}
        <p class="muted">${basis}, from ${count(impressions)} seen${third}</p>
        <details>
          <summary>As a table</summary>
          <table>
            <tr>
              <th>Position</th>
              <th class="n">Seen, of position 1</th>
            </tr>
            ${theta.slice(0, 20).map(
              (value, i) =>
                html`<tr>
                  <td>${i + 1}</td>
                  <td class="n">${Math.round(value * 100)} %</td>
                </tr>`,
            )}
          </table>
        </details>`;
    })}
  </section>`;
}

function items({ model }: Overview): Html {
  const best = [...model.items].sort((a, b) => b.quality - a.quality).slice(0, ITEMS_SHOWN);
  if (best.length === 0)
    return html`<section>
      <h2>Top items</h2>
      <p class="muted">No item has enough contributions yet.</p>
    </section>`;
  return html`<section>
    <h2>Top items</h2>
    <table>
      <tr>
        <th>Item</th>
        <th>Against the average</th>
        <th class="n">Opened</th>
      </tr>
      ${best.map(
        ({ item, quality, clicks }) =>
          html`<tr>
            <td>${item}</td>
            <td class="nowrap">${likingBar(quality)}<span class="muted">×${quality.toFixed(2)}</span></td>
            <td class="n">${count(clicks)}</td>
          </tr>`,
      )}
    </table>
  </section>`;
}

const disliked = ({ disliked: most }: Overview): Html =>
  html`<section>
    <h2>More disliked than liked</h2>
    ${
      most.length === 0
        ? html`<p class="muted">No item.</p>`
        : html`<table>
            <tr>
              <th>Item</th>
              <th class="n">Dislikes</th>
              <th class="n">Likes</th>
            </tr>
            ${most.map(
              ({ item, dislikes, likes }) =>
                html`<tr>
                  <td>${item}</td>
                  <td class="n">${count(dislikes)}</td>
                  <td class="n">${count(likes)}</td>
                </tr>`,
            )}
          </table>`
    }
  </section>`;

const refusals = ({ refusals: reasons }: Overview): Html =>
  html`<section>
    <h2>Refused since the start</h2>
    ${
      reasons.length === 0
        ? html`<p class="muted">Nothing was refused.</p>`
        : html`<table>
            <tr>
              <th>Reason</th>
              <th class="n">Times</th>
            </tr>
            ${reasons.map(
              ([reason, times]) =>
                html`<tr>
                  <td>${reason}</td>
                  <td class="n">${count(times)}</td>
                </tr>`,
            )}
          </table>`
    }
  </section>`;

function storage({ epochs }: Overview): Html {
  const all = epochs.reduce((sum, { contributions }) => sum + contributions, 0);
  return html`<section>
    <h2>Stored</h2>
    <p>${plural(all, 'contribution')} in ${plural(epochs.length, 'week')}</p>
    ${
      epochs.length === 0
        ? ''
        : html`<table>
            <tr>
              <th>Week of</th>
              <th class="n">Contributions</th>
            </tr>
            ${[...epochs]
              .reverse()
              .slice(0, 8)
              .map(
                ({ epoch, contributions }) =>
                  html`<tr>
                    <td>${dayOf(epoch)}</td>
                    <td class="n">${count(contributions)}</td>
                  </tr>`,
              )}
          </table>`
    }
  </section>`;
}

const dayOf = (epoch: number): string => new Date(epoch * EPOCH_MS).toISOString().slice(0, 10);
