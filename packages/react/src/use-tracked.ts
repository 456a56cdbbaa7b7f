import { mark, marksOf, type Item, type Marks, type Place } from '@penchant/browser';
import { useMemo, type RefCallback } from 'react';

/** A ref for the element that shows an item: what happens to it counts for the item. Renders nothing, and nothing anew. */
export function useTracked(item: Item | string, place: Place = {}): RefCallback<Element> {
  const said = JSON.stringify(marksOf(item, place));
  return useMemo(() => {
    const marks = JSON.parse(said) as Marks;
    let marked: Element | null = null;
    return (element) => {
      if (marked) mark(marked, {}, marks);
      if (element) mark(element, marks);
      marked = element;
    };
  }, [said]);
}
