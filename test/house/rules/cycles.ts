import { isRelative, type House, type Rule } from '../house.js';
import { resolveRelative } from '../imports.js';

/** No file imports itself by way of others. Types do not count: they are gone before anything runs. */
export const cycles: Rule = (house) => {
  const graph = valueImports(house);
  const done = new Set<string>();
  const problems: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) problems.push(`a circle of imports: ${[...trail.slice(start), path].join(' → ')}`);
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return problems;
};

function valueImports({ files }: House): Map<string, string[]> {
  const paths = new Set(files.map(({ path }) => path));
  return new Map(
    files.map(({ path, imports }) => [
      path,
      imports
        .filter(({ from, typeOnly }) => isRelative(from) && !typeOnly)
        .map(({ from }) => resolveRelative(path, from, (file) => paths.has(file))),
    ]),
  );
}
