import { isRelative, isTest, type Rule } from '../house.js';
import { resolveRelative } from '../imports.js';

const SOURCE = 'packages/browser/src/';

/** Rooms that are a port: others may take the types of its file, `journal/journal.ts`, so that any implementation fits. */
export const PORTS: readonly string[] = ['journal'];

/** The one file that knows every room. */
const JOINER = `${SOURCE}tracker.ts`;

/** What the script tag loads when it is needed, and the one file that loads it. */
const PARTS = { room: 'parts', from: `${SOURCE}main.ts` };

/** The hallway: what every room may import. */
export const SHARED: readonly string[] = [
  'page.ts',
  'options.ts',
  'markup.ts',
  'in-view.ts',
  'device.ts',
  'last-words.ts',
  'scoring.ts',
  'explained.ts',
];

/** Rooms import no other room, and nobody but the joiner imports a room. Tests may put rooms together. */
export const rooms: Rule = (house) => {
  const paths = new Set(house.files.map(({ path }) => path));
  return house.files
    .filter(({ path }) => path.startsWith(SOURCE) && path !== JOINER && !isTest(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => isRelative(from))
        .map(({ from, typeOnly }) => ({ to: resolveRelative(path, from, (file) => paths.has(file)), typeOnly }))
        .filter(({ to, typeOnly }) => !allowed(path, to, typeOnly))
        .map(({ to }) => `${path} may not import ${to}: only tracker.ts joins rooms`),
    );
};

function allowed(path: string, to: string, typeOnly: boolean): boolean {
  const home = roomOf(path);
  const room = roomOf(to);
  if (room === home || (room === PARTS.room && path === PARTS.from)) return true;
  if (room === undefined) return SHARED.includes(to.slice(SOURCE.length)); // from a room to the hallway
  if (home === undefined) return typeOnly; // the package's doors re-export types
  return typeOnly && PORTS.includes(room) && to === `${SOURCE}${room}/${room}.ts`;
}

/** Every folder of the browser package is a room. */
function roomOf(path: string): string | undefined {
  const [room, ...rest] = path.slice(SOURCE.length).split('/');
  return rest.length > 0 ? room : undefined;
}
