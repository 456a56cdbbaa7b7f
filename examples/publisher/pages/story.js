import { topics } from '../articles/articles.js';
import { card, identity, kicker, picture } from './card.js';
import { html, jsonLd } from './html.js';
import { PAPER, day, layout } from './layout.js';
import { next } from './selection.js';

const thumb = (turn) =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    <path${turn && html` transform="rotate(180 12 12)"`}
      d="M7 11v9H3v-9zm2 9V10.5L13 3c1.5 0 2.5 1 2.5 2.5L15 9h5c1.3 0 2.2 1.2 1.9 2.5l-1.500 6.500c-.3 1.200-1.300 2-2.500 2z"
    />
  </svg>`;

const feedback = ({ slug, topic }) =>
  html`<section class="feedback" aria-labelledby="feedback">
    <h2 id="feedback">Should we bring you more of this?</h2>
    <div class="feedback-buttons">
      <button type="button" class="like" data-penchant-like="${slug}" aria-pressed="false">
        ${thumb(false)}More like this
      </button>
      <button type="button" class="dislike" data-penchant-dislike="${slug}" aria-pressed="false">
        ${thumb(true)}Less like this
      </button>
    </div>
    <p class="noted" role="status" aria-live="polite" data-noted data-subject="${topics[topic].name.toLowerCase()}"></p>
    <p class="small">
      Your answer changes your list on this device, and is counted without a name. <a href="/about.html">What leaves</a>
    </p>
  </section>`;

const structured = (article, { origin }) => {
  const url = `${origin}/story/${article.slug}.html`;
  return jsonLd({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    identifier: article.slug,
    headline: article.headline,
    description: article.standfirst,
    image: [`${origin}/pictures/${article.slug}.svg`],
    datePublished: `${article.at}:00Z`,
    dateModified: `${article.at}:00Z`,
    articleSection: topics[article.topic].name,
    keywords: article.features.split(' '),
    timeRequired: `PT${article.minutes}M`,
    author: [{ '@type': 'Person', name: article.author, identifier: article.by }],
    publisher: { '@type': 'NewsMediaOrganization', name: PAPER, url: `${origin}/` },
    mainEntityOfPage: url,
    inLanguage: 'en',
    isAccessibleForFree: true,
  });
};

export function storyPage(article, site) {
  const meta = html`<meta property="article:published_time" content="${article.at}:00Z" />
    <meta property="article:section" content="${topics[article.topic].name}" />
    <meta property="article:author" content="${article.author}" />
    ${article.tags.map((tag) => html`<meta property="article:tag" content="${tag}" /> `)}`;

  const main = html`<article class="story" ${identity(article)}>
      <header class="story-head">
        ${kicker(article, { link: true })}
        <h1>${article.headline}</h1>
        <p class="standfirst">${article.standfirst}</p>
        <p class="byline">
          By <span class="author">${article.author}</span>
          <time datetime="${article.at}Z">${day(article.at)}, ${article.at.slice(11)}</time>
          <span>${article.minutes} min read</span>
        </p>
      </header>
      <figure class="story-picture">${picture(article, { eager: true, alt: article.alt })}</figure>
      <div class="story-body">${article.paragraphs.map((paragraph) => html`<p>${paragraph}</p> `)}</div>
      ${feedback(article)}
    </article>
    <section class="next" aria-labelledby="next">
      <div class="wrap">
        <h2 class="rule-title" id="next">Read next</h2>
        <ol class="grid grid-even" data-penchant-list="next">
          ${next(article).map((other) => card(other))}
        </ol>
      </div>
    </section>`;

  return layout(
    {
      title: article.headline,
      description: article.standfirst,
      path: `/story/${article.slug}.html`,
      image: `/pictures/${article.slug}.svg`,
      kind: 'article',
      current: article.topic,
      head: [meta, structured(article, site)],
      main,
    },
    site,
  );
}
