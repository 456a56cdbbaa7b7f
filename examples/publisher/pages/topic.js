import { topics } from '../articles/articles.js';
import { card } from './card.js';
import { html } from './html.js';
import { PAPER, layout } from './layout.js';
import { inTopic } from './selection.js';

export function topicPage(topic, site) {
  const { name, line } = topics[topic];
  const stories = inTopic(topic);
  const main = html`<section class="topic wrap" aria-labelledby="topic">
    <div class="topic-head">
      <h1 id="topic">${name}</h1>
      <p>${line}</p>
    </div>
    <ol class="grid grid-topic" data-penchant-list="topic-${topic}">
      ${stories.map((article, i) => card(article, { eager: i === 0 }))}
    </ol>
  </section>`;
  return layout(
    {
      title: `${name} | ${PAPER}`,
      description: line,
      path: `/topic/${topic}.html`,
      image: `/pictures/${stories[0].slug}.svg`,
      current: topic,
      main,
    },
    site,
  );
}
