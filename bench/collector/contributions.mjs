const WEEK_MS = 7 * 86_400_000;
const EPOCH = Math.floor(Date.now() / WEEK_MS) - 1;
const CELLS = Number(process.env.PENCHANT_BENCH_CELLS ?? 20);
const ORDERS = Number(process.env.PENCHANT_BENCH_ORDERS ?? 20);

/**
 * The `id`th contribution: the first twenty places of a list, as one visit saw them. The page shows one of a few orders of
 * its 1,000 items, as pages do that change during a week.
 */
export const contribution = (id) => ({
  version: 1,
  id: id.toString(16).padStart(32, '0'),
  site: 'daily',
  epoch: EPOCH,
  family: 'list',
  list: 'home',
  cells: Array.from({ length: CELLS }, (_, i) => ({
    item: `item ${((id % ORDERS) * 37 + i * 7) % 1_000}`,
    position: i + 1,
    bucket: 0,
    impressions: 1,
    clicks: (id + i) % 9 === 0 ? 1 : 0,
  })),
});
