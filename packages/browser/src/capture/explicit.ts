import { filter, map, type Observable } from 'rxjs';
import { closestOn } from '../markup.js';
import type { Captured } from './captured.js';

const KINDS = ['like', 'dislike', 'hide', 'save', 'share', 'cart', 'rate', 'purchase', 'return', 'undo'] as const;

/** The feedback buttons: `data-penchant-like="a42"`, `data-penchant-rate="a42:4"` and so on. */
export const CONTROL: string = KINDS.map((kind) => `[data-penchant-${kind}]`).join();

/** What visitors say with the feedback buttons. */
export const reactions = (clicks: Observable<Event>): Observable<Captured> =>
  clicks.pipe(
    map((event): Captured | undefined => {
      const control = closestOn(event.composedPath(), CONTROL);
      const kind = KINDS.find((candidate) => control?.hasAttribute(`data-penchant-${candidate}`));
      if (!kind) return undefined;
      const item = control?.getAttribute(`data-penchant-${kind}`) ?? '';
      if (kind === 'undo') return { undo: item };
      if (kind !== 'rate') return { signal: { kind, item } };
      const [, id = item, stars] = /^(.*):([\d.]+)$/.exec(item) ?? [];
      return { signal: { kind, item: id, stars: Number(stars) } };
    }),
    filter((reaction) => reaction !== undefined),
  );
