export { hashToken } from './admin-token.js';
export type { Problem } from './problem.js';
export { createCollector, type Collector, type CollectorOptions } from './server.js';
export { clickhouseStore, type ClickHouseOptions } from './store/clickhouse.js';
export { Memory, memoryStore } from './store/memory.js';
export { openStore } from './store/open.js';
export { postgresStore, type PostgresOptions } from './store/postgres.js';
export { sqliteStore, type SqliteOptions } from './store/sqlite.js';
export { StoreBusy, SumOverflow, type Added, type EpochCount, type EpochRange, type Store } from './store/store.js';
