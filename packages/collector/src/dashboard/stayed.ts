import { timeFrom } from '@penchant/core/estimate';

/** The first bin of dwells on a page in which somebody stayed: they read, and did not only look. */
export const STAYED_BIN = 10;

/** The time with which that bin begins. */
export const STAYED_MS = timeFrom(STAYED_BIN);
