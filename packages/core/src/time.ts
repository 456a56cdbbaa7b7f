export const DAY_MS = 86_400_000;

/** The finest time that ever leaves a device: a week since 1970-01-01, as a whole number. */
export const EPOCH_MS: number = 7 * DAY_MS;

export const epochOf = (atMs: number): number => Math.floor(atMs / EPOCH_MS);
