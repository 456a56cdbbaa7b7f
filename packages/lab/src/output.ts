/** Where a command writes. */
export interface Output {
  readonly say: (line: string) => void;
  /** Told of progress, where somebody watches: how much of it is done, of how much, if that is known, and what it is. */
  readonly onProgress?: (done: number, of: number | undefined, what: string) => void;
}
