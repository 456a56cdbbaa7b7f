/** Texts in an order that is the same everywhere. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Values that follow one another and are alike, a run at a time: of values in order, each run is a whole group. */
export function* runs<T extends object>(
  values: readonly T[],
  areAlike: (a: T, b: T) => boolean,
): Generator<readonly [T, ...T[]]> {
  let run: [T, ...T[]] | undefined;
  for (const value of values)
    if (run && areAlike(run[0], value)) run.push(value);
    else {
      if (run) yield run;
      run = [value];
    }
  if (run) yield run;
}
