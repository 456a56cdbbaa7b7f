import { EXCLUDED, ITEM, itemOf, itemsIn, listName, saidPosition, type List } from '../../markup.js';
import { everywhere } from './everywhere.js';
import { error, warning, type Finding } from './finding.js';

const POSITIONED = '[data-penchant-position],[data-position]';

/** What one list holds, and what is wrong with it. */
export interface ListAudit {
  /** Its items, and what looks like one, in page order, each with where it is in words. */
  readonly cards: readonly { readonly card: Element; readonly at: string }[];
  readonly findings: readonly Finding[];
}

export function auditList(list: List, root: ParentNode): ListAudit {
  const name = listName(list);
  const [around, where] = typeof list === 'string' ? [root] : [list, list];
  const items = itemsIn(list, everywhere(around, ITEM));
  const lost = [...new Set(items.map(({ parentNode }) => parentNode))].flatMap(lookalikes);
  const all = new Set([...items, ...lost]);
  const cards = everywhere(around, '*')
    .filter((element) => all.has(element))
    .map((card, i) => ({ card, at: `card ${i + 1} of “${name}”` }));
  const findings: Finding[] = [];
  if (!name) findings.push(error('list-without-name', 'A list has no name: nothing in it counts.', where));
  if (items.length === 0) findings.push(warning('empty-list', `The list “${name}” has no items.`, where));

  const seen = new Map<string, string>();
  const isPositioned = items.some((item) => item.matches(POSITIONED));
  for (const { card, at } of cards) {
    const { id } = itemOf(card);
    const position = saidPosition(card);
    if (!id) {
      findings.push(error('item-without-id', `${at} has no id: nothing counts for it.`, card));
      continue;
    }
    const same = seen.get(`item ${id}`);
    if (same) findings.push(error('duplicate-id', `${at} has the id of ${same}, “${id}”: they count as one.`, card));
    const other = seen.get(`position ${position}`);
    if (isPositioned && (other || !position))
      findings.push(
        error(
          'position',
          `${at} ${other ? `has the position of ${other}` : 'says no whole position from 1, others do'}.`,
          card,
        ),
      );
    seen.set(`item ${id}`, same ?? at).set(`position ${position}`, other ?? at);
  }
  return { cards, findings };
}

/** Children of an element that are no items, but look like those that are: their tag, their classes, a link. */
function lookalikes(parent: Node | null): Element[] {
  const children = [...(parent?.childNodes ?? [])].filter((child) => child instanceof Element);
  const items = children.filter((child) => child.matches(ITEM));
  const traits = items
    .slice(0, 1)
    .flatMap(({ localName, classList }) => [
      localName,
      ...[...classList].map((name) => `.${CSS.escape(name)}`),
      ':has(a[href])',
    ])
    .filter((trait) => items.every((item) => item.matches(trait)));
  return children.filter(
    (child) =>
      traits.length > 0 &&
      !child.matches(`${ITEM},:has(${ITEM}),${EXCLUDED}`) &&
      traits.every((trait) => child.matches(trait)),
  );
}
