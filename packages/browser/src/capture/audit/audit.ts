import { ITEM, itemOf, LIST, listName, listOf } from '../../markup.js';
import { OWN_MARKUP, planOf, type Source } from '../structured/structured.js';
import { everywhere } from './everywhere.js';
import { warning, type Finding } from './finding.js';
import { auditFeedback, auditItem } from './items.js';
import { auditList } from './lists.js';

/** An item that was found. */
export interface Identified {
  readonly id: string;
  /** Who says so: the page's `data-penchant-…` mark-up, or one of its descriptions of itself. */
  readonly source: 'mark-up' | Source;
  /** Missing where the item is in no list: it is the page itself. */
  readonly list?: string | undefined;
  readonly element: Element;
}

/** What was identified on a page, what was not, and why. */
export interface Audit {
  readonly summary: string;
  readonly items: readonly Identified[];
  readonly findings: readonly Finding[];
}

/** Most cards without an id that the summary names. */
const NAMED = 3;

/** Looks at the page as it is now, and changes nothing. With `isSaid` it says on the console, too, what it found. */
export function audit(root: ParentNode, isSaid: boolean): Audit {
  const named = everywhere(root, ITEM)
    .map(listOf)
    .filter((list) => typeof list === 'string');
  const lists = [...everywhere(root, LIST), ...new Set(named)].map((list) => auditList(list, root));
  const items = everywhere(root, ITEM)
    .filter((element) => itemOf(element).id)
    .map(identified);
  const alone = items.filter(({ list }) => list === undefined);
  const { missing, broken } =
    everywhere(root, OWN_MARKUP).length > 0 ? { missing: [], broken: [] } : planOf(root, document);
  const findings = [
    ...lists.flatMap((list) => list.findings),
    ...items.flatMap(({ element }) => auditItem(element)),
    ...(alone.length > 1 ? alone : []).map(({ id, element }) =>
      warning('several-page-items', `“${id}” is one of ${alone.length} items in no list: which is the page?`, element),
    ),
    ...auditFeedback(root),
    ...missing.map(({ source, entry, id }) =>
      warning(
        'listed-not-found',
        `Entry ${entry} of a list in ${source} ${id === undefined ? 'has neither url nor sku' : `is linked nowhere: “${id}”`}.`,
      ),
    ),
    ...broken.map((script) => warning('broken-json-ld', 'This is no JSON, or too long to be read.', script)),
  ];

  const cards = lists.flatMap((list) => list.cards);
  const lost = cards.filter(({ card }) => !itemOf(card).id);
  const total = cards.length + missing.length;
  const summary = [
    total + alone.length > 0
      ? `${cards.length - lost.length} of ${total} cards identified`
      : 'nothing identified: the page has no data-penchant-item, and describes nothing in JSON-LD, microdata or Open Graph',
    ...lost.slice(0, NAMED).map(({ at }) => `${at} has no id`),
    ...(lost.length > NAMED ? [`${lost.length - NAMED} more have none`] : []),
    ...(missing.length > 0 ? [`${missing.length} listed but not found`] : []),
    ...(alone.length === 1 ? alone.map(({ id }) => `the page is “${id}”`) : []),
  ].join('; ');
  const report = { summary, items, findings };
  if (isSaid) say(report);
  return report;
}

function identified(element: Element): Identified {
  const list = listOf(element);
  return {
    id: itemOf(element).id,
    source: (element.getAttribute('data-penchant-source') as Source | null) ?? 'mark-up',
    list: list ? listName(list) : undefined,
    element,
  };
}

/** One group: the summary, and in it each finding with its element, which the console can show on the page. */
function say({ summary, findings }: Audit): void {
  console.group(`[penchant] ${summary}`);
  for (const { severity, rule, message, element = '' } of findings)
    console[severity === 'error' ? 'error' : 'warn'](`${rule}: ${message}`, element);
  console.groupEnd();
}
