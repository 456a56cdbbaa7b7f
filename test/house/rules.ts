import type { Rule } from './house.js';
import { cycles } from './rules/cycles.js';
import { declared, used } from './rules/declared.js';
import { deepImports } from './rules/deep-imports.js';
import { doors } from './rules/doors.js';
import { names } from './rules/names.js';
import { purity } from './rules/purity.js';
import { rooms } from './rules/rooms.js';

/** Every rule of the house, by the sentence it holds true. */
export const RULES: Readonly<Record<string, Rule>> = {
  'a package imports only what its door lets in': doors,
  'nobody reaches past the door of another package': deepImports,
  'in the browser package, only tracker.ts joins the rooms': rooms,
  'imports run in no circle': cycles,
  'names say what a thing is for': names,
  'every import is declared': declared,
  'every dependency is used': used,
  'core reads no clock and takes no chance': purity,
};
