import { mulberry32 } from './chance.js';

/** The same items in an order that only the seed decides: Fisher and Yates, over mulberry32. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const chance = mulberry32(seed);
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
