import type { Item, Observation } from '@penchant/core';

/** One place of a list: what stood there, and whether it was opened. */
export interface Place {
  readonly item: Item;
  readonly position: number;
  clicked: boolean;
}

/** A list as it was shown once. */
export interface Showing {
  readonly list: string;
  /** How many of the visit's signals came before it: all that could be known when it was ordered. */
  readonly before: number;
  /** What was seen of it, from the top. */
  readonly places: readonly Place[];
}

/**
 * The lists that were shown in one visit. An impression of an item or at a position that was there before is of a list that was shown again.
 * What was opened without its place being known is left out.
 */
export function showingsOf(visit: readonly Observation[]): Showing[] {
  const showings: (Showing & { readonly places: Place[] })[] = [];
  const latest = new Map<string, Place[]>();
  visit.forEach(({ signal, item }, before) => {
    if (signal.kind === 'impression') {
      const { list, position } = signal;
      let places = latest.get(list);
      if (!places || places.some((place) => place.position === position || place.item.id === item.id)) {
        latest.set(list, (places = []));
        showings.push({ list, before, places });
      }
      places.push({ item, position, clicked: false });
    } else if (signal.kind === 'click') {
      const { list = '', position } = signal;
      const clicked = latest.get(list)?.find((place) => place.item.id === item.id && place.position === position);
      if (clicked) clicked.clicked = true;
    }
  });
  for (const { places } of showings) places.sort((a, b) => a.position - b.position);
  return showings;
}
