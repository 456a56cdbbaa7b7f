import { filter, fromEvent, map, type Observable } from 'rxjs';
import { closestOnPath } from '../markup.js';

const KINDS = ['like', 'dislike', 'hide', 'save', 'share', 'cart'] as const;

/** The feedback buttons: `data-penchant-like="a42"` and so on. */
export const CONTROL: string = KINDS.map((kind) => `[data-penchant-${kind}]`).join();

export interface Reaction {
  readonly kind: (typeof KINDS)[number];
  readonly item: string;
}

/** What visitors say with the feedback buttons. */
export const reactions = (root: Node): Observable<Reaction> =>
  fromEvent(root, 'click', { capture: true, passive: true }).pipe(
    map((event) => {
      const control = closestOnPath(event, CONTROL);
      const kind = KINDS.find((candidate) => control?.hasAttribute(`data-penchant-${candidate}`));
      return kind && { kind, item: control?.getAttribute(`data-penchant-${kind}`) ?? '' };
    }),
    filter((reaction) => reaction !== undefined),
  );
