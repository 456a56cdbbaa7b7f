import { afterEach, expect, it, vi } from 'vitest';
import { audit } from './audit.js';

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

const card = (id: string, more = ''): string =>
  `<li class="card" ${id && `data-penchant-item="${id}"`} ${more}><a href="/${id}">${id}</a></li>`;
const list = (cards: readonly string[], name = 'home'): string =>
  `<ol data-penchant-list="${name}">${cards.join('')}</ol>`;

/** What is found on a page: rule and element, in short. */
function found(html: string): string[] {
  document.body.innerHTML = html;
  return audit(document, false).findings.map(
    ({ rule, element }) => `${rule} ${element?.textContent || element?.tagName.toLowerCase()}`,
  );
}

it('finds nothing wrong with a page that is right', () => {
  const page = list([card('a'), card('b'), '<li>An advertisement</li>']);
  expect(
    found(`${page}<article data-penchant-item="page">${list([card('a')], 'related')}</article>
    <button data-penchant-like="a">like</button>`),
  ).toEqual([]);
  const { summary, items } = audit(document, false);
  expect(summary).toBe('3 of 3 cards identified; the page is “page”');
  expect(items.map(({ id, list: where, source }) => [id, where, source].join(' '))).toEqual([
    'a home mark-up',
    'b home mark-up',
    'page  mark-up',
    'a related mark-up',
  ]);
});

it('counts the cards, and says which has no id', () => {
  const cards = Array.from({ length: 24 }, (_, i) => card(i === 6 ? '' : `i${i}`));
  document.body.innerHTML = list(cards);
  const { summary, findings } = audit(document, false);
  expect(summary).toBe('23 of 24 cards identified; card 7 of “home” has no id');
  expect(findings).toEqual([
    {
      rule: 'item-without-id',
      severity: 'error',
      message: 'card 7 of “home” has no id: nothing counts for it.',
      element: document.querySelectorAll('li')[6],
    },
  ]);
});

it.each([
  ['an id that is empty', list([card('a'), '<li data-penchant-item="">x</li>']), ['item-without-id x']],
  ['an id that is there twice', list([card('a'), card('b'), card('a')]), ['duplicate-id a']],
  ['one id in two lists', list([card('a')]) + list([card('a')], 'more'), []],
  ['an item in an item', list([`<li data-penchant-item="a"><p data-penchant-item="b">b</p></li>`]), ['nested-item b']],
  ['a list without a name', list([card('a')], ''), ['list-without-name a']],
  ['a list without items', list([]), ['empty-list ol']],
  [
    'two pages',
    '<p data-penchant-item="a">a</p><p data-penchant-item="b">b</p>',
    ['several-page-items a', 'several-page-items b'],
  ],
  ['a missing position', list([card('a', 'data-penchant-position="1"'), card('b')]), ['position b']],
  ['half a position', list([card('a', 'data-penchant-position="1.5"')]), ['position a']],
  [
    'a position that is taken',
    list([card('a', 'data-penchant-position="2"'), card('b', 'data-penchant-position="2"')]),
    ['position b'],
  ],
  ['a long id', list([card('x'.repeat(129))]), [`id-too-long ${'x'.repeat(129)}`]],
  ['a person', list([card('jo@daily.example')]), ['personal-id jo@daily.example']],
  [
    'a button for nothing',
    `${list([card('a')])}<button data-penchant-hide="b">hide</button>`,
    ['feedback-on-nothing hide'],
  ],
  [
    'features with commas',
    list([card('a', 'data-penchant-features="topic:sport,team:ajax"')]),
    ['malformed-features a'],
  ],
  [
    'too many features',
    list([card('a', `data-penchant-features="${Array.from({ length: 65 }, (_, i) => `t${i}`).join(' ')}"`)]),
    ['malformed-features a'],
  ],
])('%s', (_, html, findings) => expect(found(html)).toEqual(findings));

it('says of structured data what was listed and not found, and what is no JSON', () => {
  const listed = { '@type': 'ItemList', itemListElement: [{ url: '/a' }, { url: '/gone' }, { name: 'No address' }] };
  document.head.innerHTML = `<script type="application/ld+json">${JSON.stringify(listed)}</script><script type="application/ld+json">{,}</script>`;
  document.body.innerHTML =
    '<ol data-penchant-source="json-ld" data-penchant-list="list"><li data-penchant-source="json-ld" data-penchant-item="/a"><a href="/a">a</a></li></ol>';
  const { summary, items, findings } = audit(document, false);
  expect(summary).toBe('1 of 3 cards identified; 2 listed but not found');
  expect(items).toMatchObject([{ id: '/a', source: 'json-ld', list: 'list' }]);
  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'listed-not-found: Entry 2 of a list in json-ld is linked nowhere: “/gone”.',
    'listed-not-found: Entry 3 of a list in json-ld has neither url nor sku.',
    'broken-json-ld: This is no JSON, or too long to be read.',
  ]);
});

it('looks into open shadow roots', () => {
  document.body.innerHTML = '<x-list></x-list>';
  document.querySelector('x-list')!.attachShadow({ mode: 'open' }).innerHTML = list([card('a'), card('')]);
  expect(audit(document, false).summary).toBe('1 of 2 cards identified; card 2 of “home” has no id');
});

it('does not miss the id of what is excluded, or of what was rated', () => {
  const rate = '<button data-penchant-rate="a:4">good</button>';
  expect(found(list([card('a'), card('', 'data-penchant-exclude')]) + rate)).toEqual([]);
});

it('says so where there is nothing', () => {
  expect(audit(document, false).summary).toMatch(/^nothing identified/);
});

it('says on the console what it found, in one group, with the elements', () => {
  const said: unknown[][] = [];
  for (const method of ['group', 'error', 'warn', 'groupEnd'] as const)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void said.push([method, ...words]));
  document.body.innerHTML = list([card('a'), card('a')]) + list([], 'empty');
  audit(document, true);
  expect(said).toEqual([
    ['group', '[penchant] 2 of 2 cards identified'],
    ['error', expect.stringMatching(/^duplicate-id: /), document.querySelectorAll('li')[1]],
    ['warn', expect.stringMatching(/^empty-list: /), document.querySelectorAll('ol')[1]],
    ['groupEnd'],
  ]);
  vi.restoreAllMocks();
});
