import { readImports, type Import } from './imports.js';

/** A file of the project, by its path from the project's root, with `/` on every system. */
export interface HouseFile {
  readonly path: string;
  readonly source: string;
  readonly imports: readonly Import[];
}

/** A package or an example: its folder and what its package.json says. */
export interface Member {
  readonly folder: string;
  readonly name: string;
  /** `.`, `./schema`, …: what others may import. */
  readonly exports: readonly string[];
  /** What it needs to run, and what it needs to be built and tested. */
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** What the rules look at. A rule is a pure function from a house to the sentences that say what is wrong with it. */
export interface House {
  readonly files: readonly HouseFile[];
  readonly members: readonly Member[];
  /** What the whole project needs to be built and tested. */
  readonly devDependencies: readonly string[];
}

export type Rule = (house: House) => string[];

interface Manifest {
  readonly name?: string;
  readonly exports?: string | Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Builds a house from its files: code, and the package.json of each member and of the project. */
export function build(sources: Readonly<Record<string, string>>): House {
  const entries = Object.entries(sources);
  const project = JSON.parse(sources['package.json'] ?? '{}') as Manifest;
  const members = entries
    .filter(([path]) => /^(packages|examples)\/[^/]+\/package\.json$/.test(path))
    .map(([path, source]): Member => {
      const manifest = JSON.parse(source) as Manifest;
      return {
        folder: path.slice(0, -'/package.json'.length),
        name: manifest.name ?? '',
        exports: typeof manifest.exports === 'string' ? ['.'] : Object.keys(manifest.exports ?? {}),
        dependencies: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
        devDependencies: Object.keys(manifest.devDependencies ?? {}),
      };
    });
  const files = entries
    .filter(([path]) => isCode(path))
    .map(([path, source]): HouseFile => ({ path, source, imports: readImports(path, source) }));
  return { files, members, devDependencies: Object.keys(project.devDependencies ?? {}) };
}

export const isCode = (path: string) => /\.(ts|tsx|js|mjs)$/.test(path);

/** Tests, specs and the contracts they share: they may use what the product may not. */
export const isTest = (path: string) => /\.test\.tsx?$|\/contract\.ts$|^packages\/[^/]+\/specs\/|^test\//.test(path);

/** The member a file belongs to. */
export const memberOf = (house: House, path: string) =>
  house.members.find(({ folder }) => path.startsWith(`${folder}/`));

/** `rxjs/ajax` → `rxjs`, `@penchant/core/schema` → `@penchant/core`. */
export const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

export const isRelative = (specifier: string) => specifier.startsWith('.');
export const isNode = (specifier: string) => specifier.startsWith('node:');
