import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { articles, topics } from './articles/articles.js';
import { about } from './pages/about.js';
import { home } from './pages/home.js';
import { storyPage } from './pages/story.js';
import { topicPage } from './pages/topic.js';
import { picture } from './pictures/picture.js';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Writes the whole static site into `out`; the same input gives the same bytes.
 * @param {{ out: string, collector: string, script?: string, origin?: string }} options `script` is penchant.js, served by the collector unless a paper hosts it itself; `origin` is used in canonical and OpenGraph addresses only.
 * @returns {Promise<{ pages: number, articles: number }>}
 */
export async function buildSite({
  out,
  collector,
  script = `${collector}/penchant.js`,
  origin = 'https://daily.example',
}) {
  const site = { collector, script, origin };
  const pages = {
    'index.html': home(site),
    'about.html': about(site),
    ...Object.fromEntries(Object.keys(topics).map((topic) => [`topic/${topic}.html`, topicPage(topic, site)])),
    ...Object.fromEntries(articles.map((article) => [`story/${article.slug}.html`, storyPage(article, site)])),
  };
  const pictures = Object.fromEntries(
    articles.map((article) => [`pictures/${article.slug}.svg`, picture(article.picture, article.slug)]),
  );

  await Promise.all(['topic', 'story', 'pictures'].map((folder) => mkdir(join(out, folder), { recursive: true })));
  await Promise.all(Object.entries({ ...pages, ...pictures }).map(([path, text]) => writeFile(join(out, path), text)));
  await cp(join(here, 'site'), out, { recursive: true });
  const seen = [
    import.meta.resolve('@penchant/elements/tokens.css'),
    import.meta.resolve('@penchant/elements/penchant-elements.js'),
  ];
  await Promise.all(seen.map((file) => cp(fileURLToPath(file), join(out, basename(file)))));
  return { pages: Object.keys(pages).length, articles: articles.length };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const out = join(here, 'dist');
  await rm(out, { recursive: true, force: true });
  const built = await buildSite({ out, collector: process.env.PENCHANT_COLLECTOR ?? 'http://localhost:8787' });
  console.log(`The Daily Meridian: ${built.pages} pages, ${built.articles} articles, in ${out}`);
}
