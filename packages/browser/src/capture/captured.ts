import type { Item } from '@penchant/core';
import type { SignalInput } from '../options.js';

/** A signal from the page, with the item's mark-up where it was at hand; or that the last thing said of an item is to be taken back. */
export type Captured = { readonly signal: SignalInput; readonly item?: Item } | { readonly undo: string };
