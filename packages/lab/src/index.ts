export type { Interval } from './bootstrap.js';
export { readRecording, type Recorded } from './replay/recording.js';
export { replay, type Measured, type Replayed, type ReplayOptions } from './replay/replay.js';
export { checkOpenBandit, type Checked, type CheckOptions } from './replay/open-bandit/check.js';
export { compare, type Compared, type Comparison } from './replay/open-bandit/compare.js';
export { deliver, type Delivered, type DeliverOptions } from './replay/open-bandit/deliver.js';
export { LOG_NAMES, type LogName } from './replay/open-bandit/log-file.js';
export { replayOpenBandit, type ReplayedLogs, type ReplayLogsOptions } from './replay/open-bandit/replay.js';
export { tally, type Cell } from './replay/open-bandit/tally.js';
