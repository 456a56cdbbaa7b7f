import { topics } from '../articles/articles.js';
import { html } from './html.js';
import { day } from './layout.js';

/** What Penchant needs to know about an article, as attributes. */
export const identity = (article) =>
  html`data-penchant-item="${article.slug}" data-penchant-features="${article.features}"
  data-penchant-creator="${article.by}"`;

/** In a list it is not a link: the one link of a card is its story. */
export const kicker = ({ topic }, { link = false } = {}) =>
  html`<p class="kicker">
    ${link ? html`<a href="/topic/${topic}.html">${topics[topic].name}</a>` : topics[topic].name}
  </p>`;

export const byline = (article) =>
  html`<p class="byline">
    <span class="author">${article.author}</span>
    <time datetime="${article.at}Z">${day(article.at, { day: 'numeric', month: 'short' })}</time>
    <span>${article.minutes} min</span>
  </p>`;

export const picture = (article, { eager = false, alt = '' } = {}) =>
  html`<img
    src="/pictures/${article.slug}.svg"
    width="1200"
    height="800"
    alt="${alt}"
    ${eager ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`}
  />`;

const why = html`<details class="why-this">
  <summary>Why this?</summary>
  <div data-explanation><p>This is the editors’ order.</p></div>
</details>`;

/** One story in a list. `explained` adds the disclosure that site.js fills. */
export const card = (article, { eager = false, explained = false, hidden = false } = {}) =>
  html`<li class="card" ${identity(article)}${hidden && html` hidden`}>
    <div class="card-picture">${picture(article, { eager })}</div>
    <div class="card-text">
      ${kicker(article)}
      <h3><a class="card-link" href="/story/${article.slug}.html">${article.headline}</a></h3>
      <p class="standfirst">${article.standfirst}</p>
      ${byline(article)} ${explained && html`<penchant-feedback item="${article.slug}"></penchant-feedback>`}
      ${explained && why}
    </div>
  </li>`;
