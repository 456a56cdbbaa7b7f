import { cover, emptyCoverage, type Coverage } from './coverage.js';

/** What is played. `durationS` is in seconds; left out, `NaN` or `Infinity`, it is a live stream. */
export interface Media {
  readonly kind: 'video' | 'audio';
  readonly durationS?: number;
}

/**
 * How a player stands at one moment. It holds until the next tick, so one is due at every change (play, pause, seek,
 * rate, visibility) and, between them, as often as the page may: each second, or each minute in the background.
 */
export interface PlayerTick {
  /** Of a clock that never runs backwards, in ms. */
  readonly atMs: number;
  /** The media's `currentTime`, in seconds. */
  readonly positionS: number;
  /** Content seconds per second. Below 0.25 or above 4 nobody follows it: nothing is counted. */
  readonly rate: number;
  readonly playing: boolean;
  readonly visible: boolean;
  readonly muted: boolean;
  readonly pictureInPicture?: boolean;
  /** It waits for data. */
  readonly stalled?: boolean;
  /** It gave up. */
  readonly failed?: boolean;
}

/** One play of one media, in whole ms, so that sums are exact. `advance` changes it in place; its size is bounded. */
export interface Player {
  readonly kind: Media['kind'];
  durationMs: number | undefined;
  readonly coverage: Coverage;
  /** Content that was played when it was covered already. */
  replayedMs: number;
  /** Wall-clock time that the content took which was played: at double rate, half of it. Never more than `playingMs`. */
  attendedMs: number;
  /** The part of `attendedMs` without sound: an autoplay preview, perhaps. */
  mutedMs: number;
  /** Wall-clock time in which the content should have advanced and somebody could follow it. */
  playingMs: number;
  /** How far the next step may exceed what the clock explains. */
  slackMs: number;
  /** Where it stands in the content. */
  positionMs: number;
  last: PlayerTick | undefined;
}

/** Rates that can be followed, and players offer: from 1/4 to 4. */
const FASTEST = 4;

/**
 * What content may be ahead of the clock: `currentTime` may be 250 ms old, by the HTML standard, at either end of a
 * step; the shortest seek button is 5 s. It is spent once and earned back only by content that lags, so the many small
 * seeks of a scrub never add up to a play: all content is at most time × rate × `DRIFT` + `SLACK_MS`.
 */
const SLACK_MS = 500;

/** How much faster than it says a player may run: the sound card keeps its own time, and rates are kept roughly. */
const DRIFT = 1.02;

export function startPlayer({ kind, durationS }: Media): Player {
  return {
    kind,
    durationMs: lengthOf(durationS),
    coverage: emptyCoverage(),
    replayedMs: 0,
    attendedMs: 0,
    mutedMs: 0,
    playingMs: 0,
    slackMs: SLACK_MS,
    positionMs: 0,
    last: undefined,
  };
}

/** Takes a better word on the length, in place: estimates are refined while a file loads, and a recording ends. What was played stays played. */
export function resize(player: Player, durationS?: number): void {
  player.durationMs = lengthOf(durationS);
}

/**
 * Folds one tick in. What is counted is what the media really advanced since the last one, if the clock explains it;
 * of a loop that is shorter than the time between two ticks, less.
 */
export function advance(player: Player, tick: PlayerTick): void {
  const { coverage, durationMs = Infinity, positionMs: from, last } = player;
  const to = Math.min(whole(tick.positionS * 1_000), durationMs);
  player.last = { ...tick, atMs: whole(tick.atMs) };
  if (to >= 0) player.positionMs = to;
  if (!last || !isFollowed(player.kind, last)) return;
  const passedMs = player.last.atMs - last.atMs;
  if (!(passedMs > 0)) return; // not a number, too
  const due = last.rate * passedMs;
  const lap = durationMs - from + to; // over the end and on from the start; without an end, farther than anything is due
  const looped = to < from && lap > due - SLACK_MS; // a shorter one is a seek
  const step = looped ? lap : to - from;
  const most = due * DRIFT + player.slackMs;
  const played = step > 0 && step <= most ? step : 0; // a longer one is a seek
  player.playingMs += passedMs;
  player.slackMs = Math.min(SLACK_MS, most - played);
  if (!played) return;
  const fresh = looped ? cover(coverage, from, durationMs) + cover(coverage, 0, to) : cover(coverage, from, to);
  const attended = Math.min(Math.round(played / last.rate), player.playingMs - player.attendedMs);
  player.replayedMs += played - fresh;
  player.attendedMs += attended;
  if (last.muted) player.mutedMs += attended;
}

/** Whether content that advances from here on is seen or heard. A hidden video is neither, unless it floats on top. */
function isFollowed(kind: Media['kind'], { playing, rate, visible, pictureInPicture }: PlayerTick): boolean {
  return playing && (visible || pictureInPicture || kind === 'audio') && rate >= 1 / FASTEST && rate <= FASTEST;
}

/** A length in ms, or `undefined` for a live stream. */
function lengthOf(durationS = NaN): number | undefined {
  const durationMs = whole(durationS * 1_000);
  return durationMs > 0 ? durationMs : undefined;
}

/** The nearest whole number, or `NaN` for what is no time: exact up to 285,000 years. */
function whole(ms: number): number {
  return ms >= 0 && ms <= 2 ** 53 - 1 ? Math.round(ms) : NaN;
}
