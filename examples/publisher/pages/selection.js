import { articles, topics } from '../articles/articles.js';

const LEAD = 'lighthouse-keepers-data';
const MIX = ['food', 'cycling', 'science', 'film', 'travel', 'football', 'business', 'climate'];
const NEXT = 6;

export const lead = articles.find(({ slug }) => slug === LEAD);

/** The front page after its lead, newest first. */
export const latest = articles.filter((article) => article !== lead);

/** Every article, one topic after another in turn, so that no two neighbours share one; the lead comes last of its topic. */
export const candidates = (() => {
  const queues = MIX.map((topic) => [
    ...latest.filter((article) => article.topic === topic),
    ...(lead.topic === topic ? [lead] : []),
  ]);
  const rounds = Math.max(...queues.map((queue) => queue.length));
  return Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue[round] ?? [])).flat();
})();

export const inTopic = (topic) => articles.filter((article) => article.topic === topic);

/** Six to read after `article`: one of its own topic, then one each of five others, shared tags first. */
export function next(article) {
  const shared = (other) => other.tags.filter((tag) => article.tags.includes(tag)).length;
  const start = articles.indexOf(article);
  const others = [...articles.slice(start + 1), ...articles.slice(0, start)].sort((a, b) => shared(b) - shared(a));
  const best = Object.keys(topics).map((topic) => others.find((other) => other.topic === topic));
  const [own, foreign] = [
    best.filter((other) => other.topic === article.topic),
    best.filter((other) => other.topic !== article.topic),
  ];
  foreign.sort((a, b) => shared(b) - shared(a) || others.indexOf(a) - others.indexOf(b));
  return [foreign[0], ...own, ...foreign.slice(1)].slice(0, NEXT);
}
