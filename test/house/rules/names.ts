import type { Rule } from '../house.js';

/** Names that say where a thing was put, not what it is. */
const EMPTY = /^(utils?|utilities|helpers?|common|managers?|libs?|misc|stuff)$/i;

/** No file or folder has an empty name, alone (`utils.ts`) or as a part (`tab-manager.ts`). */
export const names: Rule = ({ files }) =>
  files
    .filter(({ path }) => path.split(/[/.-]/).some((word) => EMPTY.test(word)))
    .map(({ path }) => `${path} has a name that says nothing about its purpose`);
