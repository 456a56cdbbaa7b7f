import type { IdOf } from './item-id.js';

/** Elements that by their meaning are one of several. */
const CARD = 'li,article,[role="listitem"],[role="article"]';

/** Most links of a page that are looked at. */
const MAX_LINKS = 5_000;

/** The part of the page that one listed link has for itself. */
interface Card {
  /** The largest element that leads nowhere else that is listed. */
  readonly whole: Element;
  element: Element;
}

/** Tells which card of the page stands for each of a list's ids. */
export type CardsOf = (ids: readonly string[]) => ReadonlyMap<string, Element>;

/**
 * Finds the cards of everything that a page lists. A card is the nearest list item or article around a link that holds
 * no link to anything else that is listed; without one, the largest element of which that is true, so that the cards of
 * a list are brothers and sisters. Of several cards for one id, the one beside most others of its list is meant: the
 * one in the menu or the footer is not.
 */
export function cardsAmong(root: ParentNode, listed: ReadonlySet<string>, idOf: IdOf): CardsOf {
  const links: (readonly [link: Element, id: string])[] = [];
  const held = new Map<Element, Set<string>>();
  for (const link of [...root.querySelectorAll('a[href]')].slice(0, MAX_LINKS)) {
    const id = idOf(link.getAttribute('href'));
    if (id === undefined || !listed.has(id)) continue;
    links.push([link, id]);
    for (let up: Element | null = link; up; up = up.parentElement) held.set(up, (held.get(up) ?? new Set()).add(id));
  }
  const cards = new Map<string, Card[]>();
  for (const [link, id] of links) {
    const known = cards.get(id) ?? [];
    cards.set(id, known);
    let whole = link;
    let element: Element | undefined;
    for (let up: Element | null = link; up && held.get(up)?.size === 1; up = up.parentElement) {
      whole = up;
      if (up.matches(CARD)) element ??= up;
    }
    if (listed.size === 1) element ??= whole = link; // nothing to tell a card from the page by
    element ??= whole;
    const same = known.find((card) => card.whole === whole);
    if (!same) known.push({ whole, element });
    else if (!same.element.contains(element)) same.element = element.contains(same.element) ? element : whole;
  }
  return (ids) => {
    const beside = new Map<Element | null, number>();
    const of = (id: string): Card[] => cards.get(id) ?? [];
    for (const id of ids)
      for (const parent of new Set(of(id).map(({ whole }) => whole.parentElement)))
        beside.set(parent, (beside.get(parent) ?? 0) + 1);
    const company = ({ whole }: Card): number => beside.get(whole.parentElement) ?? 0;
    return new Map(
      ids.flatMap((id) => {
        const [best] = [...of(id)].sort((a, b) => company(b) - company(a));
        return best ? [[id, best.element] as const] : [];
      }),
    );
  };
}
