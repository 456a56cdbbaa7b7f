import { isNode, isRelative, isTest, memberOf, packageOf, type House, type HouseFile, type Rule } from '../house.js';
import type { Import } from '../imports.js';

/** What a package may import: the table in ARCHITECTURE.md. */
interface Door {
  /** Modules by name, a subpath being a module of its own; or whatever package.json declares. */
  readonly may: readonly string[] | 'declared';
  /** Modules that only one folder may import. */
  readonly mayIn?: Readonly<Record<string, readonly string[]>>;
  /** Modules of which only types may be imported: they cost no bytes and no work. */
  readonly mayType?: readonly string[];
  /** Packages it must not know of, even if declared. */
  readonly never?: readonly string[];
  readonly node: boolean;
}

export const DOORS: Readonly<Record<string, Door>> = {
  'packages/core': { may: [], mayIn: { 'packages/core/src/schema/': ['typebox'] }, node: false },
  'packages/browser': {
    may: ['@penchant/core', 'rxjs', 'idb', 'web-vitals'],
    mayType: ['@penchant/core/schema'],
    node: false,
  },
  'packages/collector': { may: 'declared', never: ['@penchant/browser', '@penchant/lab'], node: true },
  'packages/react': { may: ['@penchant/browser', 'react'], node: false },
  'packages/vue': { may: ['@penchant/browser', 'vue'], node: false },
  'packages/elements': {
    may: ['lit', 'lit/directives/live.js', 'lit/directives/repeat.js'],
    mayType: ['@penchant/browser'],
    node: false,
  },
  'packages/lab': { may: 'declared', never: ['@penchant/browser', '@penchant/collector'], node: true },
};

/** Every package imports only what its door lets in. Tests may import more. */
export const doors: Rule = (house) =>
  house.files
    .filter(({ path }) => path.includes('/src/') && path.startsWith('packages/') && !isTest(path))
    .flatMap((file) =>
      file.imports
        .filter(({ from }) => !isRelative(from))
        .filter((imported) => !letsIn(house, file, imported))
        .map(({ from, typeOnly }) => `${file.path} may not import ${typeOnly ? 'types of ' : ''}${from}`),
    );

function letsIn(house: House, { path }: HouseFile, { from, typeOnly }: Import): boolean {
  const member = memberOf(house, path);
  const door = DOORS[member?.folder ?? ''];
  if (!member || !door) return false; // a new package has no door until the table gives it one
  if (isNode(from)) return door.node;
  if (door.never?.includes(packageOf(from))) return false;
  const inFolder = Object.entries(door.mayIn ?? {}).some(
    ([folder, modules]) => path.startsWith(folder) && modules.includes(packageOf(from)),
  );
  if (inFolder || (typeOnly && door.mayType?.includes(from))) return true;
  return door.may === 'declared' ? member.dependencies.includes(packageOf(from)) : door.may.includes(from);
}
