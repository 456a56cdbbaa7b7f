import { isRelative, memberOf, packageOf, type Member, type Rule } from '../house.js';
import { resolveRelative } from '../imports.js';

/** No file reaches into another package: not past its `exports`, and not by a relative path. Tests neither. */
export const deepImports: Rule = (house) => {
  const paths = new Set(house.files.map(({ path }) => path));
  return house.files.flatMap(({ path, imports }) => {
    const home = memberOf(house, path);
    return imports
      .filter(({ from }) => {
        if (!isRelative(from)) {
          const member = house.members.find(({ name }) => name === packageOf(from));
          return member !== undefined && !opens(member, `.${from.slice(member.name.length)}`);
        }
        const target = resolveRelative(path, from, (candidate) => paths.has(candidate));
        return memberOf(house, target) !== home;
      })
      .map(({ from }) => `${path} reaches past the door of another package: ${from}`);
  });
};

/** Whether a package lets this subpath be imported. One without `exports` has only its front door. */
function opens({ exports }: Member, subpath: string): boolean {
  return exports.length > 0 ? exports.includes(subpath) : subpath === '.';
}
