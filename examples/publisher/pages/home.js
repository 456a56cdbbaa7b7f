import { card, byline, identity, kicker, picture } from './card.js';
import { html } from './html.js';
import { PAPER, layout } from './layout.js';
import { candidates, latest, lead } from './selection.js';

const FOR_YOU = 6;

const leadStory = html`<section class="lead wrap" aria-label="Lead story">
  <ol data-penchant-list="lead">
    <li ${identity(lead)}>
      <div class="lead-picture">${picture(lead, { eager: true })}</div>
      <div class="lead-text">
        ${kicker(lead)}
        <h2><a class="card-link" href="/story/${lead.slug}.html">${lead.headline}</a></h2>
        <p class="standfirst">${lead.standfirst}</p>
        ${byline(lead)}
      </div>
    </li>
  </ol>
</section>`;

const forYou = html`<section class="for-you" aria-labelledby="for-you">
  <div class="wrap">
    <div class="for-you-head">
      <div>
        <h2 id="for-you">For you</h2>
        <p class="why" data-why>An editors’ mix for now. Open a story, and the order follows you.</p>
      </div>
      <div class="leanings">
        <h3>What this page thinks you like <span>left is less, right is more</span></h3>
        <ul data-leanings>
          <li class="empty">Nothing yet: open a story.</li>
        </ul>
      </div>
    </div>
    <ol class="grid grid-even" data-penchant-list="for-you" data-penchant-rank="${FOR_YOU}" data-for-you>
      ${candidates.map((article, i) => card(article, { explained: true, hidden: i >= FOR_YOU }))}
    </ol>
  </div>
</section>`;

const latestNews = html`<section class="latest wrap" aria-labelledby="latest">
  <h2 class="rule-title" id="latest">Latest</h2>
  <ol class="grid grid-front" data-penchant-list="home">
    ${latest.map((article) => card(article))}
  </ol>
</section>`;

export const home = (site) =>
  layout(
    {
      title: PAPER,
      description:
        'A newspaper that ranks itself on your device: cycling, climate, science, food, football, film, business and travel.',
      path: '/',
      image: `/pictures/${lead.slug}.svg`,
      front: true,
      main: [leadStory, forYou, latestNews],
    },
    site,
  );
