export { checkOpenBandit, type Checked, type CheckOptions } from './replay/check.js';
export { compare, type Compared, type Comparison } from './replay/compare.js';
export { deliver, type Delivered, type DeliverOptions } from './replay/deliver.js';
export { LOG_NAMES, type LogName } from './replay/log-file.js';
export { replayOpenBandit, type Replayed, type ReplayOptions } from './replay/replay.js';
export { tally, type Cell } from './replay/tally.js';
