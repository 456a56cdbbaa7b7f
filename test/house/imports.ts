import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** One import of another module, in whatever form: a statement, a re-export, `import()`, `import.meta.resolve`. */
export interface Import {
  readonly from: string;
  /** Erased when the file becomes JavaScript. */
  readonly typeOnly: boolean;
}

/** Every import of a file, as its syntax says and not as a pattern guesses. */
export function readImports(path: string, source: string): Import[] {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  const found: Import[] = [];
  const see = (from: unknown, typeOnly: boolean) => {
    if (typeof from === 'string') found.push({ from, typeOnly });
  };
  new Visitor({
    ImportDeclaration: ({ source: from, importKind }) => see(from.value, importKind === 'type'),
    ExportNamedDeclaration: ({ source: from, exportKind }) => see(from?.value, exportKind === 'type'),
    ExportAllDeclaration: ({ source: from, exportKind }) => see(from.value, exportKind === 'type'),
    TSImportType: ({ source: from }) => see(from.value, true),
    ImportExpression: ({ source: from }) => see(from.type === 'Literal' && from.value, false),
    CallExpression({ callee, arguments: [first] }) {
      const resolves =
        callee.type === 'MemberExpression' && 'name' in callee.property && callee.property.name === 'resolve';
      const object = resolves && callee.object;
      const ofModules =
        object && (object.type === 'MetaProperty' || (object.type === 'Identifier' && object.name === 'require'));
      if (ofModules && first?.type === 'Literal') see(first.value, false);
    },
  }).visit(program);
  return found;
}

/** The file a relative import means, from the paths that exist: `./score.js` is written in `score.ts`. */
export function resolveRelative(from: string, specifier: string, exists: (path: string) => boolean): string {
  const path = posix.join(posix.dirname(from), specifier);
  const stem = path.replace(/\.js$/, '');
  return [`${stem}.ts`, `${stem}.tsx`, path, `${path}/index.ts`].find(exists) ?? path;
}
