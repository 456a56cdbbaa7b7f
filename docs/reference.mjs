// @ts-check
import { ApiDocumentedItem, ApiItemKind, ApiPackage } from '@microsoft/api-extractor-model';

/** @import { ApiDeclaredItem, ApiItem } from '@microsoft/api-extractor-model' */

/** What a page is divided into, in this order. */
const KINDS = [
  { title: 'Functions', kinds: [ApiItemKind.Function] },
  { title: 'Values', kinds: [ApiItemKind.Variable] },
  { title: 'Classes', kinds: [ApiItemKind.Class] },
  { title: 'Types', kinds: [ApiItemKind.Interface, ApiItemKind.TypeAlias] },
];
const WITH_MEMBERS = [ApiItemKind.Interface, ApiItemKind.Class];

/**
 * The reference of one door of a package, as a page: every export with its docstring and what it looks like.
 * @param {string} name as it is imported
 * @param {string} model the file of API Extractor's model
 */
export function referenceOf(name, model) {
  const exported = ApiPackage.loadFromJsonFile(model).entryPoints.flatMap(({ members }) => members);
  const sections = KINDS.flatMap(({ title, kinds }) => {
    const items = exported.filter((item) => kinds.includes(item.kind) && isExported(item));
    return items.length > 0 ? [`## ${title}`, ...items.map(section)] : [];
  });
  return [`# ${name}`, 'Made of the docstrings by `pnpm api`.', ...sections].join('\n\n');
}

/** @param {ApiItem} item */
const isExported = (item) => !('isExported' in item) || item.isExported === true;

/** @param {ApiItem} item */
const section = (item) =>
  [`### ${item.displayName}`, prose(comment(item)), '```ts', declaration(item), '```'].join('\n');

/** @param {ApiItem} item */
function declaration(item) {
  const head = excerpt(item);
  if (!WITH_MEMBERS.includes(item.kind)) return head;
  const members = item.members.map((member) => `${comment(member)}${excerpt(member)}`.replaceAll(/^/gm, '  '));
  return `${head} {\n${members.join('\n')}\n}`;
}

/** @param {ApiItem} item */
const excerpt = (item) => /** @type {ApiDeclaredItem} */ (item).excerpt.text.replace(/^export (declare )?/, '').trim();

/**
 * An item's docstring, as it was written; empty where it has none.
 * @param {ApiItem} item
 */
function comment(item) {
  const written = item instanceof ApiDocumentedItem ? item.tsdocComment?.emitAsTsdoc() : undefined;
  return written ? `${written.trim().replace(/^\/\*\*\n \* (.*)\n \*\/$/, '/** $1 */')}\n` : '';
}

/**
 * A docstring as text.
 * @param {string} written
 */
const prose = (written) =>
  written
    .replaceAll(/^\/\*\*|\*\/$/gm, '')
    .replaceAll(/^ *\* ?/gm, '')
    .replaceAll(/^@throws /gm, 'Throws: ')
    .replaceAll(/^@[a-z]+ .*$/gm, '')
    .trim()
    .replace(/^(?=.)|(?<=.)$/gs, '\n');
