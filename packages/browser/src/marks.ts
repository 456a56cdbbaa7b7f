import type { Item } from '@penchant/core';

/** Where an item is shown. Without `list`, in the list that its element stands in. */
export interface Place {
  /** The name of the list, where no `data-penchant-list` is around the item. */
  readonly list?: string | undefined;
  /** From 1, where only a part of the list is on the page; else it is counted. */
  readonly position?: number | undefined;
}

/** `data-penchant-…` attributes, by name. */
export type Marks = Readonly<Record<string, string>>;

/**
 * The mark-up that says which item an element is, and where. Tags are written out; of weighted features, vectors and
 * tags with spaces the tracker knows from its `features` option, or from the items that it ranked.
 */
export function marksOf(item: Item | string, { list, position }: Place = {}): Marks {
  const { id, features, creator } = typeof item === 'string' ? { id: item } : item;
  const tags: readonly unknown[] = Array.isArray(features) ? features : [];
  const isSaid = (!features || tags === features) && tags.every((tag) => typeof tag === 'string' && /^\S+$/.test(tag));
  return {
    'data-penchant-item': id,
    ...(isSaid && tags.length > 0 && { 'data-penchant-features': tags.join(' ') }),
    ...(isSaid && creator && { 'data-penchant-creator': creator }),
    ...(list && { 'data-penchant-in': list }),
    ...(position !== undefined && { 'data-penchant-position': String(position) }),
  };
}

/** Marks an element, and takes away the marks before that no longer hold. What stays the same is not touched. */
export function mark(element: Element, marks: Marks, before: Marks = {}): void {
  for (const name of Object.keys(before)) if (!(name in marks)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(marks))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
