import type { Player } from './player.js';

/** What a play comes to. A live stream has no length, so no shares of it. */
export interface Watched {
  /** Share of the content that was played, each part once, 0 to 1. A play from end to end reaches 1 if it has a tick at both. */
  readonly coverage?: number;
  /** Content played again, as a share of its length, from 0. */
  readonly replay?: number;
  /** Where it stands, as a share of its length, 0 to 1. */
  readonly dropOff?: number;
  /** Wall-clock time attended. */
  readonly attendedMs: number;
  /** Content played, as often as it was played. */
  readonly contentMs: number;
  /** It stopped at the start because it failed or waits for data: that is not taste. */
  readonly technical: boolean;
  /** Share of the attended time that was without sound, 0 to 1. */
  readonly muted: number;
}

/** Content after which a stop is the visitor's own, if only by patience. */
const START_MS = 5_000;

export function watched(player: Player): Watched {
  const { coverage, replayedMs, attendedMs, mutedMs, durationMs, positionMs, last } = player;
  const contentMs = coverage.coveredMs + replayedMs;
  const halted = Boolean(last?.stalled || last?.failed) && positionMs !== durationMs; // at its end nothing was missed
  const told = {
    attendedMs,
    contentMs,
    technical: halted && contentMs < START_MS,
    muted: attendedMs > 0 ? mutedMs / attendedMs : 0,
  };
  if (durationMs === undefined) return told;
  return {
    coverage: Math.min(1, coverage.coveredMs / durationMs), // more, if the length was told too large at first
    replay: replayedMs / durationMs,
    dropOff: Math.min(1, positionMs / durationMs),
    ...told,
  };
}
