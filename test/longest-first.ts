import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, first the longest: begun last, they would keep all others waiting. */
const LONG = [
  'journeys/journey',
  'journeys/faults',
  'journeys/capture',
  'engines/clickhouse',
  'journeys/interference',
  'journeys/elements',
  'journeys/random',
].map((name) => `${name}.test.ts`);

/** Vitest begins with the largest files, where it does not know yet how long each takes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isNamed = (name: string) => (file: TestSpecification) => file.moduleId.endsWith(name);
    const long = LONG.flatMap((name) => sorted.filter(isNamed(name)));
    return [...long, ...sorted.filter((file) => !long.includes(file))];
  }
}
