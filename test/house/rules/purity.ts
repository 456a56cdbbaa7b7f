import { parseSync, Visitor, type Node } from 'oxc-parser';
import { isTest, type HouseFile, type Rule } from '../house.js';

/** Everything through which time, chance or the outside could enter. Core is given them as arguments. */
const IMPURE: ReadonlySet<string> = new Set(
  `Date Temporal performance crypto Math setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame
  requestIdleCallback fetch process globalThis`.split(/\s+/), // of Math, only `random` counts
);

/** Core reads no clock, takes no chance and touches nothing outside: the same input gives the same output. */
export const purity: Rule = ({ files }) =>
  files
    .filter(({ path }) => path.startsWith('packages/core/src/') && !isTest(path))
    .flatMap((file) => impurities(file).map((name) => `${file.path} uses ${name}: take what it gives as an argument`));

function impurities({ path, source }: HouseFile): string[] {
  const own = new Set<string>(); // a name the file declares is not the global of that name
  const harmless = new Set<unknown>();
  const found = new Set<string>();
  const declare = (pattern: Node | null | undefined) => namesIn(pattern).forEach((name) => own.add(name));
  const label = ({ key, computed }: { key: unknown; computed: boolean }) => void (computed || harmless.add(key));
  new Visitor({
    VariableDeclarator: ({ id }) => declare(id),
    FunctionDeclaration: ({ id, params }) => [id, ...params].forEach(declare),
    FunctionExpression: ({ params }) => params.forEach(declare),
    ArrowFunctionExpression: ({ params }) => params.forEach(declare),
    ImportSpecifier: ({ local }) => declare(local),
    MemberExpression({ object, property, computed }) {
      if (!computed) harmless.add(property);
      if (!computed && property.name !== 'random' && object.type === 'Identifier' && object.name === 'Math')
        harmless.add(object);
    },
    Property: ({ key, computed, shorthand }) => shorthand || label({ key, computed }),
    MethodDefinition: label,
    PropertyDefinition: label,
    TSPropertySignature: label,
    TSMethodSignature: label,
    TSTypeReference: ({ typeName }) => void harmless.add(typeName),
    Identifier(node) {
      if (IMPURE.has(node.name) && !harmless.has(node)) found.add(node.name);
    },
  }).visit(parseSync(path, source).program);
  return [...found].filter((name) => !own.has(name)).map((name) => (name === 'Math' ? 'Math.random' : name));
}

/** The names a parameter or a declaration brings in. */
function namesIn(pattern: Node | null | undefined): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'Property' ? property.value : property),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn);
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
