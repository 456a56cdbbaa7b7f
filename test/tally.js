// @ts-check
/** @import { Reporter, TestModule, TestRunEndReason } from 'vitest/node' */
/** @import { SerializedError } from 'vitest' */

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Counts a run and sends the tally to the process that started it. What went wrong outside a test counts as a failure:
 * a file that cannot be imported, a hook, an error nobody caught.
 * @implements {Reporter}
 */
export default class TallyReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly SerializedError[]} unhandled
   * @param {TestRunEndReason} reason
   */
  onTestRunEnd(modules, unhandled, reason) {
    const tally = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) tally.failed += 1;
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) tally.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'pending')
          tally.failed += 1; // it never came to an end
        else tally[state] += 1;
      }
    }
    if (reason !== 'passed' && tally.failed === 0) tally.failed = 1;
    process.send?.(tally);
  }
}
