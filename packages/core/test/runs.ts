/** Laws are tried this often: `PENCHANT_RUNS=10000 pnpm unit` for a thorough run. */
export const RUNS = { numRuns: Number(process.env['PENCHANT_RUNS']) || 300 };
