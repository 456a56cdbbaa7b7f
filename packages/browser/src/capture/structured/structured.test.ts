import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { planOf, type Attributes } from './plan.js';
import { describe as describeThings } from './schema-org.js';
import { annotate } from './structured.js';

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

/** What the page's elements are to say: by CSS id or tag, in short. */
function planned(head: string, body: string): Record<string, string> {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  const short = ({ source, list, item, features, creator }: Attributes): string =>
    [source, list && `list=${list}`, item, features, creator && `by ${creator}`].filter(Boolean).join(' | ');
  return Object.fromEntries(
    [...planOf(document, document).elements].map(([element, attributes]) => [
      element.id || element.tagName.toLowerCase(),
      short(attributes),
    ]),
  );
}
const jsonLd = (...things: unknown[]): string =>
  things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join('');
const story = (n: number): string =>
  `<article id="card${n}"><a href="/2026/story-${n}?utm_source=home"><img alt=""></a>
     <h2><a href="/2026/story-${n}">Story ${n}</a></h2><ul class="meta"><li><a href="/2026/story-${n}#comments">3 comments</a></li></ul></article>`;

describe('a news home page with an ItemList', () => {
  const list = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: 'Top stories',
    itemListElement: [
      { '@type': 'ListItem', position: 1, url: 'http://localhost:3000/2026/story-1/' },
      {
        '@type': 'ListItem',
        position: 2,
        item: {
          '@type': 'NewsArticle',
          url: '/2026/story-2',
          articleSection: 'Sport',
          keywords: 'Ajax, Formula 1',
          author: [{ '@type': 'Person', name: 'Jo Brand' }],
        },
      },
      { '@type': 'ListItem', position: 3, item: 'http://localhost:3000/2026/story-3' },
      { '@type': 'ListItem', position: 4, url: 'http://localhost:3000/2026/story-4' },
    ],
  };
  it('marks each card once, and leaves menu, crumbs and footer alone', () => {
    const breadcrumbs = {
      '@type': 'BreadcrumbList',
      itemListElement: [{ '@type': 'ListItem', item: { '@id': '/about', name: 'About' } }],
    };
    expect(
      planned(
        jsonLd(list, breadcrumbs),
        `<header id="top"><nav><a href="/2026/story-3">Breaking</a><a href="/about">About</a></nav></header>
         <main><h1>News</h1><section id="stories">${[1, 2, 3].map(story).join('')}</section></main>`,
      ),
    ).toEqual({
      card1: 'json-ld | /2026/story-1',
      card2: 'json-ld | /2026/story-2 | keyword:ajax keyword:formula-1 section:sport | by jo-brand',
      card3: 'json-ld | /2026/story-3',
      stories: 'json-ld | list=stories',
    });
    expect(planOf(document, document).missing).toEqual([{ source: 'json-ld', entry: 4, id: '/2026/story-4' }]);
  });

  it('takes brothers and sisters for cards where no tag says so', () => {
    const card = (n: number): string =>
      `<div id="box${n}"><div><a href="/2026/story-${n}">${n}</a></div><p>…</p></div>`;
    expect(
      planned(jsonLd(list), `<div id="grid">${[1, 2].map(card).join('')}<div>An advertisement</div></div>`),
    ).toEqual({
      box1: 'json-ld | /2026/story-1',
      box2: expect.stringMatching(/^json-ld \| \/2026\/story-2/),
      grid: 'json-ld | list=grid',
    });
  });

  it('takes all of a card that has several links in a list of its own', () => {
    const card = (n: number): string =>
      `<div id="box${n}"><ul><li><a href="/2026/story-${n}#comments">3</a></li><li><a href="/2026/story-${n}">${n}</a></li></ul></div>`;
    expect(Object.keys(planned(jsonLd(list), `<main id="all">${[1, 2].map(card).join('')}</main>`))).toEqual([
      'box1',
      'box2',
      'all',
    ]);
  });

  it('names lists apart, and without what visitors wrote', () => {
    const found = { ...list, name: 'Results for “rash”', itemListElement: list.itemListElement.slice(0, 2) };
    const latest = { ...list, '@id': '#latest', itemListElement: list.itemListElement.slice(2) };
    const plan = planned(
      jsonLd(found, latest),
      `<ul>${[1, 2].map(story).join('')}</ul><ol id="x">${[3, 4].map(story).join('')}</ol>`,
    );
    expect(plan).toMatchObject({ ul: 'json-ld | list=list', x: 'json-ld | list=latest' });
  });
});

it('reads a product list from microdata', () => {
  const product = (n: number): string =>
    `<li id="p${n}" itemscope itemtype="https://schema.org/Product"><a href="/shoes/${n}" itemprop="url"><span itemprop="name">Shoe ${n}</span></a>
       <span itemprop="brand" itemscope itemtype="https://schema.org/Brand"><meta itemprop="name" content="Acme Sport"></span>
       <meta itemprop="category" content="Shoes > Running"><meta itemprop="sku" content="sku-${n}"></li>`;
  const tags = 'brand:acme-sport category:shoes category:running';
  expect(planned('', `<h1>Shoes</h1><ul id="shoes">${[1, 2].map(product).join('')}</ul>`)).toEqual({
    p1: `microdata | /shoes/1 | ${tags}`,
    p2: `microdata | /shoes/2 | ${tags}`,
    shoes: 'microdata | list=shoes',
  });
});

it('takes the one link of a card, or else its number in the shop, for its id', () => {
  const scope = 'itemscope itemtype="http://schema.org/Product"';
  expect(
    planned(
      '',
      `<div id="row"><div id="a" ${scope}><a href="/a"><img></a><a href="/a?gclid=1">A</a></div>
       <div id="b" ${scope}><meta itemprop="sku" content="B 7"><a href="/x">x</a><a href="/y">y</a></div></div>`,
    ),
  ).toEqual({ a: 'microdata | /a', b: 'microdata | B 7', row: 'microdata | list=row' });
});

it('marks nothing twice that two sources mean, and nothing whose id is too long', () => {
  const scope = 'itemscope itemtype="http://schema.org/Product"';
  const sku = `<meta itemprop="sku" content="${'x'.repeat(129)}">`;
  expect(
    planned(
      jsonLd({ '@type': 'ItemList', itemListElement: [{ url: '/a' }, { url: '/b' }] }),
      `<ul id="list"><li id="a"><div ${scope}><a itemprop="url" href="/a">A</a></div></li>
       <li id="b"><div ${scope}><a itemprop="url" href="/b">B</a></div></li></ul><p id="c" ${scope}>${sku}</p>`,
    ),
  ).toEqual({ a: 'json-ld | /a', b: 'json-ld | /b', list: 'json-ld | list=list' });
});

it('takes a nested thing for a thing of its own', () => {
  document.body.innerHTML = `<article itemscope itemtype="https://schema.org/Article"><span itemprop="articleSection">Cycling</span>
      <div itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ines</b><i itemprop="articleSection">none</i></div>
    </article>`;
  expect([...planOf(document, document).elements.values()]).toEqual([
    { source: 'microdata', item: '/', features: 'section:cycling', creator: 'ines' },
  ]);
});

it('reads an article that has Open Graph only', () => {
  expect(
    planned(
      `<link rel="canonical" href="https://www.daily.example/girona?utm_source=x">
       <meta property="og:type" content="article"><meta property="article:section" content="Sport">
       <meta property="article:tag" content="Cycling"><meta property="article:tag" content="Girona">
       <meta property="article:author" content="https://www.daily.example/by/ines-duarte/">`,
      '<main><h1>In Girona</h1></main>',
    ),
  ).toEqual({ main: 'open-graph | /girona | keyword:cycling keyword:girona section:sport | by ines-duarte' });
  expect(planned('<meta property="og:type" content="website">', '<main><h1>Home</h1></main>')).toEqual({});
});

it('reads a recipe from a graph, through its references', () => {
  const here = 'http://localhost:3000/';
  expect(
    planned(
      jsonLd({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebPage', '@id': here, url: here, breadcrumb: { '@id': '#crumbs' } },
          { '@type': 'BreadcrumbList', '@id': '#crumbs', itemListElement: [{ '@type': 'ListItem', name: 'Home' }] },
          {
            '@type': ['Recipe', 'NewsArticle'],
            '@id': `${here}#recipe`,
            author: { '@id': '#ann' },
            recipeCuisine: 'Thai',
            recipeCategory: ['Soup', 'Main course'],
            keywords: ['quick', { '@type': 'DefinedTerm', name: 'Hot' }],
          },
          { '@type': 'Person', '@id': '#ann', name: 'Ann Lee', worksFor: { '@id': '#house' } },
          { '@type': 'Organization', '@id': '#house', founder: { '@id': '#ann' } },
        ],
      }),
      '<article><h1>Tom yam</h1></article>',
    ),
  ).toEqual({
    article: 'json-ld | / | keyword:quick keyword:hot category:soup category:main-course cuisine:thai | by ann-lee',
  });
});

it('adds up what several sources say of one item, and marks it once', () => {
  expect(
    planned(
      jsonLd(
        { '@type': 'NewsArticle', mainEntityOfPage: { '@id': 'http://localhost:3000/' }, author: 'Jo' },
        {
          '@type': 'ItemList',
          itemListElement: [
            { '@type': 'ListItem', url: '/a' },
            { '@type': 'ListItem', url: '/b' },
          ],
        },
      ) + '<meta property="og:type" content="article"><meta property="article:section" content="Sport">',
      `<main><h1>One</h1><aside id="more"><li id="a" itemscope itemtype="https://schema.org/Article"><a itemprop="url" href="/a">A</a>
       <b itemprop="articleSection">Art</b></li><li id="b"><a href="/b">B</a></li></aside></main>`,
    ),
  ).toEqual({
    main: 'json-ld | / | section:sport | by jo',
    a: 'json-ld | /a | section:art',
    b: 'json-ld | /b',
    more: 'json-ld | list=more',
  });
});

it('is not stopped by what is broken, hostile or endless', () => {
  const huge = 'x'.repeat(300_000);
  const deep = `${'{"@graph":['.repeat(50_000)}${']}'.repeat(50_000)}`;
  const circle = {
    '@graph': [
      { '@id': '#a', '@type': 'Article', author: { '@id': '#b' } },
      { '@id': '#b', '@type': 'Person', name: { '@id': '#b' } },
    ],
  };
  const plan = planned(
    `<script type="application/ld+json">{"@type": "Article",}</script>
     <script type="application/ld+json">${deep}</script>
     <script type="application/ld+json">{"__proto__":{"polluted":1},"@type":"ItemList","itemListElement":{"__proto__":{"polluted":1},"url":"/a","item":{"toString":1}}}</script>` +
      jsonLd(
        circle,
        { name: 'x'.repeat(1_000_000) },
        {
          '@type': 'ItemList',
          name: huge,
          itemListElement: [
            { url: `/${huge}` },
            { url: '/b', item: { '@type': 'Article', url: '/b', keywords: huge } },
          ],
        },
      ),
    '<ul id="list"><li id="a"><a href="/a">A</a></li><li id="b"><a href="/b">B</a></li></ul>',
  );
  expect(plan).toMatchObject({ b: 'json-ld | /b' });
  expect(planOf(document, document).broken).toHaveLength(2);
  expect(Object.prototype).not.toHaveProperty('polluted');
});

const NAMES = [
  '@graph',
  '@id',
  '@type',
  'itemListElement',
  'item',
  'url',
  'name',
  'author',
  'keywords',
  'brand',
  'mainEntity',
  '__proto__',
];
const things = fc.letrec((tie) => ({
  thing: fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('value'), { maxKeys: 6 }),
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('Article', 'ItemList', '#a', '/a', 'https://x.example/', 'mailto:jo', 'http://['),
    fc.jsonValue({ maxDepth: 1 }),
    tie('thing'),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
}));

it('never throws, whatever the JSON', () => {
  fc.assert(
    fc.property(fc.array(things.value), (documents) => {
      const idOf = (address: unknown): string | undefined => (typeof address === 'string' ? address : undefined);
      const { page, lists } = describeThings(JSON.parse(JSON.stringify(documents)) as unknown[], idOf, '/');
      for (const item of [page, ...lists.flatMap(({ entries }) => entries)]) {
        if (!item) continue;
        expect(item.id).not.toBe('');
        expect(item.id.length).toBeLessThanOrEqual(128);
        expect(item.features.every((tag) => typeof tag === 'string' && !/\s/.test(tag))).toBe(true);
      }
    }),
  );
});

describe('annotate', () => {
  const marks = (): number => document.querySelectorAll('[data-penchant-source]').length;
  const list = jsonLd({ '@type': 'ItemList', itemListElement: [{ url: '/a' }, { url: '/b' }] });
  const cards = '<ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul>';
  const fail = (error: unknown): void => expect.fail(String(error));
  const soon = { timeout: 10_000 };

  it('leaves the page as it was when it stops', () => {
    document.head.innerHTML = list;
    document.body.innerHTML = cards;
    const stop = annotate(document, fail);
    expect(marks()).toBe(3);
    stop();
    expect(document.body.innerHTML).toBe(cards);
  });

  it('marks again what a framework wrote anew, and forgets what is no longer listed', async () => {
    document.head.innerHTML = list;
    document.body.innerHTML = cards;
    const stop = annotate(document, fail);
    document.querySelector('li')!.removeAttribute('data-penchant-item');
    const mark = (): string | null => document.querySelector('li')!.getAttribute('data-penchant-item');
    await vi.waitFor(() => expect(mark()).toBe('/a'), soon);
    document.head.innerHTML = '';
    await vi.waitFor(() => expect(marks()).toBe(0), soon);
    stop();
  });

  it('gives way to the mark-up of the page', async () => {
    document.head.innerHTML = list;
    document.body.innerHTML = cards;
    const stop = annotate(document, fail);
    document.body.insertAdjacentHTML('beforeend', '<p data-penchant-item="own"></p>');
    await vi.waitFor(() => expect(marks()).toBe(0), soon);
    stop();
  });
});
