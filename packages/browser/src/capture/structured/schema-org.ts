import { MAX_ID_CHARS } from '@penchant/core';
import { slug, tagsOf } from './feature.js';
import type { IdOf } from './item-id.js';

/** A thing of schema.org, as JSON-LD or microdata tells it. Untrusted: anything may be anything. */
export type Thing = Readonly<Record<string, unknown>> & { readonly [ELEMENT]?: Element };

/** Where a thing is on the page; JSON cannot say that. */
export const ELEMENT: unique symbol = Symbol('element');

/** An item that a page describes. */
export interface Described {
  readonly id: string;
  readonly features: readonly string[];
  readonly creator?: string | undefined;
  readonly element?: Element | undefined;
}

/** Items that a page lists. An entry that has no id is `undefined`. */
export interface Listing {
  readonly name?: string | undefined;
  readonly element?: Element | undefined;
  readonly entries: readonly (Described | undefined)[];
}

export interface Description {
  /** What the page itself is. */
  readonly page?: Described | undefined;
  readonly lists: readonly Listing[];
}

/** Most things of a page that are looked at, most entries of a list, and most of a text. */
const MAX_THINGS = 10_000;
const MAX_ENTRIES = 1_000;
const MAX_TEXT_CHARS = 2_000;

const ITEM =
  /(Article|Posting|Product|ProductGroup|Recipe|VideoObject|AudioObject|Movie|Episode|Book|Course|Event|Game|Recording)$/;

/** Where the things that a page is about are found. */
const TOP = ['@graph', 'mainEntity', 'blogPost'];

/** Which tags the properties give (https://schema.org/Article, Product, Recipe, CreativeWork). */
const TAGS = {
  about: 'topic',
  keywords: 'keyword',
  articleSection: 'section',
  brand: 'brand',
  category: 'category',
  recipeCategory: 'category',
  recipeCuisine: 'cuisine',
  genre: 'genre',
} as const;

/** Tells what a page is and what it lists. `pageId` is the id of its own address. Never throws, whatever it is given. */
export function describe(documents: readonly unknown[], idOf: IdOf, pageId: string): Description {
  const byId = new Map<unknown, Thing>();
  const tops: Thing[] = [];
  const lists: Thing[] = [];
  const queue: (readonly [value: unknown, isTop: boolean])[] = [[documents, true]];
  // A queue and not recursion: nesting may be deep.
  for (const [value, isTop] of queue) {
    if (queue.length > MAX_THINGS) break;
    const isOne = isThing(value);
    if (isOne) {
      const types = typesOf(value);
      if (value['@id'] && types.length > 0) byId.set(value['@id'], value);
      if (value['itemListElement'] && !types.includes('BreadcrumbList')) lists.push(value);
      else if (isTop && types.some((type) => ITEM.test(type))) tops.push(value);
    }
    for (const [name, each] of Object.entries(value ?? {}))
      if (typeof each === 'object') queue.push([each, isTop && (!isOne || TOP.includes(name))]);
  }

  /** The first of several, and in full where it is a reference. */
  const one = (value: unknown): unknown => {
    const [first] = many(value);
    return isThing(first) ? (byId.get(first['@id']) ?? first) : first;
  };
  const text = (value: unknown, steps = 3): string => {
    const said = one(value);
    if (isThing(said))
      return steps > 0 ? text(said['name'] ?? said['@value'] ?? said['value'] ?? said['@id'], steps - 1) : '';
    return typeof said === 'string' || typeof said === 'number' ? `${said}`.slice(0, MAX_TEXT_CHARS) : '';
  };
  const address = (thing: Thing): string | undefined =>
    [thing['url'], thing['mainEntityOfPage'], thing['@id']]
      .map((value) => many(value)[0])
      .map((value) => idOf(isThing(value) ? value['@id'] : value))
      .find(Boolean);
  const item = (thing: Thing, id: string, element = thing[ELEMENT]): Described => ({
    id,
    features: Object.entries(TAGS).flatMap(([name, kind]) =>
      many(thing[name]).flatMap((value) => tagsOf(kind, text(value))),
    ),
    creator: slug(text(thing['author'] ?? thing['creator'] ?? thing['byArtist'])).slice(0, MAX_ID_CHARS),
    element,
  });
  const entry = (value: unknown): Described | undefined => {
    const step: Thing = isThing(value) ? value : { url: value };
    const inner = one(step['item'] ?? step);
    const thing: Thing = isThing(inner) ? inner : { url: inner };
    const element = step[ELEMENT] ?? thing[ELEMENT];
    const id =
      address(thing) ??
      address(step) ??
      soleLink(element, idOf) ??
      text(thing['sku'] ?? thing['productID'] ?? thing['identifier']);
    return id && id !== pageId && id.length <= MAX_ID_CHARS ? item(thing, id, element) : undefined;
  };
  const entriesOf = (value: unknown): Listing['entries'] => many(value).slice(0, MAX_ENTRIES).map(entry);

  // One thing without an address, and no list: that is what the page is.
  const isAlone = tops.length === 1 && lists.length === 0;
  const own = tops.find((thing) => (address(thing) ?? (isAlone ? pageId : undefined)) === pageId);
  return {
    page: own && item(own, pageId),
    lists: [
      ...lists.map((list) => ({
        name: text(list['@id']).split('#')[1],
        element: list[ELEMENT],
        entries: entriesOf(list['itemListElement']),
      })),
      { entries: entriesOf(tops.filter((thing) => thing !== own)) },
    ],
  };
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value ?? []].flat());

/** `Article` for `Article`, `schema:Article` and `https://schema.org/Article`. */
const typesOf = (thing: Thing): string[] =>
  many(thing['@type']).flatMap((type) => (typeof type === 'string' ? type.slice(-64).replace(/^.*[/#:]/, '') : []));

/** Where the links inside an element lead, if that is one place. */
function soleLink(element: Element | undefined, idOf: IdOf): string | undefined {
  const links = element?.querySelectorAll('a[href]') ?? [];
  const ids = new Set([...links].map((link) => idOf(link.getAttribute('href'))));
  return ids.size === 1 ? [...ids][0] : undefined;
}
