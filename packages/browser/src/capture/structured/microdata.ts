import { ELEMENT, type Thing } from './schema-org.js';

const MAX_DEPTH = 8;

/** Attributes that hold an element's value; without one its text does (https://html.spec.whatwg.org/multipage/microdata.html#values). */
const VALUES = ['content', 'href', 'value', 'datetime'];

/** The things that a page's microdata tells of, in the shape of JSON-LD. References (`itemref`) are not followed. */
export const microdata = (root: ParentNode): Thing[] =>
  [...root.querySelectorAll('[itemtype]:not([itemprop])')].map((scope) => thingOf(scope, 0));

function thingOf(scope: Element, depth: number): Thing {
  const said = new Map<string, unknown[]>([
    ['@type', words(scope, 'itemtype')],
    ['@id', words(scope, 'itemid')],
  ]);
  for (const element of depth < MAX_DEPTH ? scope.querySelectorAll('[itemprop]') : []) {
    if (element.parentElement?.closest('[itemscope]') !== scope) continue; // of a thing inside
    const value = element.hasAttribute('itemscope')
      ? thingOf(element, depth + 1)
      : (VALUES.map((name) => element.getAttribute(name)).find((held) => held !== null) ?? element.textContent);
    for (const name of words(element, 'itemprop')) said.set(name, [...(said.get(name) ?? []), value]);
  }
  return { ...Object.fromEntries(said), [ELEMENT]: scope };
}

const words = (element: Element, attribute: string): string[] =>
  element.getAttribute(attribute)?.split(/\s+/).filter(Boolean) ?? [];
