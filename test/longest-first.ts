import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest of their project, though they are small: begun last, they would keep all others waiting. */
const LONG = ['journeys/faults', 'journeys/interference', 'journeys/random', 'engines/clickhouse'];

/** Vitest begins with the largest files, where it does not know yet how long each takes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((name) => moduleId.includes(name));
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}
