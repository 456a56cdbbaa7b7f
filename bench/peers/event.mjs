/** What an event calls itself, so that it can be found in whatever a tracker makes of it. */
export const nameOf = (index) => `idx_${index}_`;

/** The indexes of the events that a text names, one for each time. */
export const indexesIn = (text) => [...text.matchAll(/idx_(\d+)_/g)].map(([, index]) => Number(index));
