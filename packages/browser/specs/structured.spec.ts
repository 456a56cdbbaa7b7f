import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(() => at?.end());

const jsonLd = (thing: unknown): string => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
const STORIES = {
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  itemListElement: ['cycling', 'film'].map((section, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    item: { '@type': 'NewsArticle', url: `/story-${i + 1}`, articleSection: section, author: { name: 'Jo Brand' } },
  })),
};
const CARDS = `<header><a href="/story-2">Breaking</a></header>
  <section id="home">${[1, 2].map((n) => `<div id="card${n}" style="height:60px"><a id="link${n}" href="/story-${n}?utm_source=home">${n}</a></div>`).join('')}</section>`;
const marked = (): Promise<void> =>
  vi.waitFor(() => expect(document.querySelector('[data-penchant-item]')).toBeTruthy());
/** Opens a link without leaving the page. */
const open = async (css: string): Promise<void> => {
  document.querySelector(css)!.addEventListener('click', (event) => event.preventDefault());
  await commands.realClick(css);
};

it('tells what was seen and opened on a page that has JSON-LD only, and learns what it is about', async () => {
  at = await stand(jsonLd(STORIES) + CARDS);
  await marked();
  await vi.waitFor(() => expect(at?.told).toEqual(['impression /story-1 home 1', 'impression /story-2 home 2']), 4000);
  await open('#link2');
  expect(at.told.at(-1)).toBe('click /story-2 home 2');
  await vi.waitFor(() => expect(at?.tracker.profile().features).toHaveProperty('section:film'));
  expect(at.tracker.profile().features).toHaveProperty('creator:jo-brand');
});

it('gives the page that a card leads to the id of the card', async () => {
  at = await stand(jsonLd(STORIES) + CARDS);
  await marked();
  const id = document.querySelector('#card1')!.getAttribute('data-penchant-item');
  await at.end();
  const before = location.href;
  history.replaceState(null, '', `${id}?utm_campaign=mail#top`);
  at = await stand(`<meta property="og:type" content="article"><main><h1>One</h1></main>`);
  await marked();
  expect(document.querySelector('main')!.getAttribute('data-penchant-item')).toBe(id);
  history.replaceState(null, '', before);
});

it('tells what was seen of microdata, also of what comes later', async () => {
  const product = (n: number): string =>
    `<li itemscope itemtype="https://schema.org/Product" style="height:60px"><a itemprop="url" href="/p/${n}">${n}</a></li>`;
  at = await stand(`<ul id="shelf">${product(1)}${product(2)}</ul>`);
  await marked();
  document.querySelector('ul')!.insertAdjacentHTML('beforeend', product(3));
  await vi.waitFor(() => expect(at?.told).toContain('impression /p/3 shelf 3'), 4000);
  expect(at.told).toContain('impression /p/1 shelf 1');
});

it('leaves a page that has mark-up alone, and takes its own marks away when it stops', async () => {
  at = await stand(jsonLd(STORIES) + CARDS + '<ol data-penchant-list="own"></ol>');
  await wait(300);
  expect(document.querySelector('[data-penchant-source]')).toBeNull();
  await at.end();
  at = await stand(jsonLd(STORIES) + CARDS);
  await marked();
  at.tracker.stop();
  expect(document.querySelector('[data-penchant-item],[data-penchant-list]')).toBeNull();
});
