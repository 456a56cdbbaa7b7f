import { marksOf, type Item, type Place } from '@penchant/browser';
import { Children, cloneElement, type HTMLAttributes, type ReactElement } from 'react';

export interface TrackedProps extends Place, HTMLAttributes<HTMLDivElement> {
  readonly item: Item | string;
  /** Marks the only child, which must give what it gets on to its element, instead of a `<div>` around the children. */
  readonly asChild?: boolean;
}

/** Shows an item: what happens to it counts for the item, from the moment that a server's HTML is there. */
export function Tracked({ item, list, position, asChild, children, ...rest }: TrackedProps): ReactElement {
  const props = { ...rest, ...marksOf(item, { list, position }) };
  return asChild ? cloneElement(Children.only(children) as ReactElement, props) : <div {...props}>{children}</div>;
}
