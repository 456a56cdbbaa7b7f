import { builtinModules } from 'node:module';
import { isNode, isRelative, isTest, memberOf, packageOf, type House, type Member, type Rule } from '../house.js';

/** Every module a package imports is in its package.json; what only its tests and its build import may be the project's. */
export const declared: Rule = (house) =>
  house.files.flatMap(({ path, imports }) => {
    const member = memberOf(house, path);
    if (!member) return [];
    const known = knownTo(house, member, path);
    return imports
      .filter(({ from }) => !isRelative(from) && !isNode(from))
      .map(({ from }) => packageOf(from))
      .filter((name) => name !== member.name && !known.includes(name))
      .map((name) =>
        builtinModules.includes(name)
          ? `${path} imports ${name}: write node:${name}`
          : `${path} imports ${name}, which ${member.folder}/package.json does not declare`,
      );
  });

function knownTo(house: House, { folder, dependencies, devDependencies }: Member, path: string): readonly string[] {
  const own = [...dependencies, ...devDependencies];
  if (folder.startsWith('examples/')) return own; // an example is copied out of the project, and must still work
  const runs = path.startsWith(`${folder}/src/`) && !isTest(path);
  return runs ? dependencies : [...own, ...house.devDependencies];
}

/** Every dependency in a package.json is imported by something. */
export const used: Rule = (house) =>
  house.members.flatMap((member) =>
    member.dependencies
      .filter((name) => !mentions(house, member.folder, name))
      .map((name) => `${member.folder}/package.json declares ${name}, which nothing there imports`),
  );

function mentions({ files }: House, folder: string, name: string): boolean {
  return files.some(
    ({ path, imports }) =>
      path.startsWith(`${folder}/`) && !isTest(path) && imports.some(({ from }) => packageOf(from) === name),
  );
}
