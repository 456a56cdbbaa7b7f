import { svg, type SVGTemplateResult } from 'lit';
import type { OpinionKind } from './opinions.js';

/** Each on a square of 24. */
export const ICONS: Readonly<Record<OpinionKind, SVGTemplateResult>> = {
  like: svg`<path d="M7 10v10H3.500V10zM7 10l4-7c1.600 0 2.700 1.200 2.500 2.800L13 9h5.700c1.300 0 2.300 1.200 2 2.500l-1.500 6.700c-.2 1-1.100 1.800-2.200 1.800H7" />`,
  dislike: svg`<path d="M7 14V4H3.500v10zM7 14l4 7c1.600 0 2.700-1.200 2.500-2.800L13 15h5.700c1.300 0 2.300-1.200 2-2.500l-1.500-6.700C19 4.800 18.100 4 17 4H7" />`,
  hide: svg`<path d="M4 4l16 16M10 5.300A9 9 0 0 1 21.500 12a14 14 0 0 1-2.300 3.400M6.300 6.800A13 13 0 0 0 2.500 12 10 10 0 0 0 16.600 17.600M9.900 9.900a3 3 0 0 0 4.200 4.200" />`,
};
