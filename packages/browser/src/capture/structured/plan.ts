import { MAX_FEATURES, MAX_ID_CHARS } from '@penchant/core';
import { cardsAmong } from './cards.js';
import { slug } from './feature.js';
import { idsOn, urlOf } from './item-id.js';
import { JSON_LD, jsonLd } from './json-ld.js';
import { microdata } from './microdata.js';
import { openGraph } from './open-graph.js';
import { describe, type Described, type Description } from './schema-org.js';

export type Source = 'json-ld' | 'microdata' | 'open-graph';

/** What an element is to say of itself, by the name of the attribute after `data-penchant-`. */
export interface Attributes {
  source: Source;
  list?: string;
  item?: string;
  features?: string;
  creator?: string;
}

/** What is listed, but found nowhere on the page. Without an id, nothing says which item it is. */
export interface Missing {
  readonly source: Source;
  /** From 1, among the entries of its list. */
  readonly entry: number;
  readonly id: string | undefined;
}

/** What a page's structured data makes of its elements. */
export interface Plan {
  readonly elements: ReadonlyMap<Element, Attributes>;
  readonly missing: readonly Missing[];
  /** Scripts whose JSON-LD is no JSON. */
  readonly broken: readonly Element[];
}

/** Reads a page's JSON-LD, microdata and Open Graph, and finds the elements that they speak of. Changes nothing. */
export function planOf(root: ParentNode, page: Document): Plan {
  const base = page.baseURI;
  const address = (css: string, attribute: string): URL | undefined =>
    urlOf(page.querySelector(css)?.getAttribute(attribute), base);
  const canonical = address('link[rel="canonical"]', 'href') ?? address('meta[property="og:url"]', 'content');
  const idOf = idsOn(base, [location.host, canonical?.host ?? '']);
  const pageId = idOf(canonical?.href ?? location.href) ?? '';

  const scripts = [...page.querySelectorAll(JSON_LD)].map((script) => ({ script, said: jsonLd(script) }));
  const things = scripts.map(({ said }) => said);
  const descriptions: readonly (readonly [Source, Description])[] = [
    ['json-ld', describe(things, idOf, pageId)],
    ['microdata', describe(microdata(root), idOf, pageId)],
    ['open-graph', describe(openGraph(page), idOf, pageId)],
  ];

  const known = new Map<string, Described[]>();
  const unplaced = new Set<string>();
  for (const [, { lists }] of descriptions)
    for (const each of lists.flatMap(({ entries }) => entries)) {
      if (!each) continue;
      known.set(each.id, [...(known.get(each.id) ?? []), each]);
      if (!each.element) unplaced.add(each.id);
    }
  const cardsOf = cardsAmong(root, unplaced, idOf);
  const elements = new Map<Element, Attributes>();
  const containers = new Set<Element>();
  const names = new Set<string>();
  const missing: Missing[] = [];
  const saidBy = new Map<string, Source>();

  for (const [source, { lists }] of descriptions)
    for (const { name, element: container, entries } of lists) {
      const cards = cardsOf(entries.flatMap((each) => each?.id ?? []));
      const placed: Element[] = [];
      entries.forEach((each, i) => {
        if (each && (saidBy.get(each.id) ?? source) !== source) return; // the same list in other words
        const element = each && (each.element ?? cards.get(each.id));
        if (!element) return void missing.push({ source, entry: i + 1, id: each?.id });
        if (elements.has(element)) return;
        elements.set(element, attributes(source, known.get(each.id) ?? []));
        saidBy.set(each.id, source);
        placed.push(element);
      });
      const around = placed.length > 0 ? (container ?? commonAncestor(placed)) : undefined;
      if (!around || containers.has(around)) continue;
      containers.add(around);
      const wanted = slug(name || around.id || 'list').slice(0, MAX_ID_CHARS - 4);
      let unique = wanted;
      for (let n = 2; names.has(unique); n++) unique = `${wanted}-${n}`;
      names.add(unique);
      elements.set(around, { source, ...elements.get(around), list: unique });
    }

  const own = descriptions.flatMap(([source, { page: described }]) => (described ? { source, described } : []));
  const [first] = own;
  let element = own.find(({ described }) => described.element)?.described.element ?? mainElement(root);
  // The page is in none of its lists.
  for (const container of containers) if (element && container.contains(element)) element = container;
  if (first && element && !elements.get(element)?.item)
    elements.set(element, {
      ...elements.get(element),
      ...attributes(
        first.source,
        own.map(({ described }) => described),
      ),
    });
  return { elements, missing, broken: scripts.flatMap(({ script, said }) => (said === undefined ? script : [])) };
}

/** What the sources say of one item, together. */
const attributes = (source: Source, said: readonly Described[]): Attributes => ({
  source,
  item: said[0]?.id ?? '',
  features: [...new Set(said.flatMap(({ features }) => features))].slice(0, MAX_FEATURES).join(' '),
  creator: said.find(({ creator }) => creator)?.creator ?? '',
});

/** The element that shows what the page itself is. */
const mainElement = (root: ParentNode): Element | null =>
  root.querySelector('h1')?.closest('article,main,[role="main"]') ?? root.querySelector('main,[role="main"],body');

function commonAncestor(elements: readonly Element[]): Element | undefined {
  let around = elements[0]?.parentElement;
  while (around && !elements.every((element) => around?.contains(element))) around = around.parentElement;
  return around ?? undefined;
}
