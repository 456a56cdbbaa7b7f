import { business } from './business.js';
import { climate } from './climate.js';
import { LIGHTS, ROOMS } from './colour.js';
import { cycling } from './cycling.js';
import { film } from './film.js';
import { food } from './food.js';
import { football } from './football.js';
import { seeded } from './random.js';
import { science } from './science.js';
import { sheet } from './sheet.js';
import { travel } from './travel.js';

export const SCENES = { ...cycling, ...climate, ...science, ...food, ...football, ...film, ...business, ...travel };

/** Draws `'climb dawn'` (a scene, then its light or room, then any words to be painted in it); `seed` varies everything else. */
export function picture(/** @type {string} */ description, /** @type {string} */ seed) {
  const [scene, tone, ...words] = description.split(' ');
  const colours = LIGHTS[tone] ?? ROOMS[tone];
  if (!SCENES[scene] || !colours)
    throw new Error(`No picture "${description}": write "<scene> <light or room>", for example "climb dawn".`);
  const s = sheet();
  SCENES[scene](s, seeded(seed), colours, words.join(' '));
  return s.toString();
}
