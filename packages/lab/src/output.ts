import type { DeliverOptions } from './replay/deliver.js';

/** Where a command writes. */
export interface Output {
  readonly say: (line: string) => void;
  /** Told of progress, where somebody watches. */
  readonly onAnswer?: DeliverOptions['onAnswer'];
}
