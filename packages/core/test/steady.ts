import fc from 'fast-check';

// A mutant must meet the same examples in every run, and the first that kills it is enough.
fc.configureGlobal({ seed: 42, numRuns: 50, endOnFailure: true });
