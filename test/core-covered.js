// @ts-check

/** What vitest is asked for so that it tests core, and fails where too little of it was tested. */
export const CORE_COVERED = ['--project', 'core', '--coverage', '--coverage.include=packages/core/src/**/*.ts'];
