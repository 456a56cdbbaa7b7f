import { describe, expect, it } from 'vitest';
import { advance, startPlayer, type Media, type PlayerTick } from './player.js';
import { watched, type Watched } from './watched.js';

const tick: PlayerTick = { atMs: 0, positionS: 0, rate: 1, playing: true, visible: true, muted: false };
const minute: Media = { kind: 'video', durationS: 60 };

/** Plays for some seconds from a position, and stops in the way told. */
function stopped(media: Media, fromS: number, forS: number, end: Partial<PlayerTick> = {}): Watched {
  const player = startPlayer(media);
  advance(player, { ...tick, positionS: fromS });
  advance(player, { ...tick, positionS: fromS + forS, atMs: forS * 1_000, ...end });
  return watched(player);
}

describe('watched', () => {
  it('tells what a play comes to', () => {
    const player = startPlayer(minute);
    for (const [atMs, positionS] of [
      [0, 0],
      [30_000, 30],
      [30_100, 15],
      [45_100, 30],
      [51_100, 36],
    ] as const)
      // prettier-ignore
      advance(player, { ...tick, atMs, positionS });
    expect(watched(player)).toEqual({
      coverage: 0.6,
      replay: 0.25,
      dropOff: 0.6,
      attendedMs: 51_000,
      contentMs: 51_000,
      technical: false,
      muted: 0,
    });
  });

  it('is nothing before the first tick', () => {
    const nothing = { coverage: 0, replay: 0, dropOff: 0, attendedMs: 0, contentMs: 0, technical: false, muted: 0 };
    expect(watched(startPlayer(minute))).toEqual(nothing);
  });

  it('has no shares of a live stream', () => {
    expect(stopped({ kind: 'video' }, 1e9, 20)).toEqual({
      attendedMs: 20_000,
      contentMs: 20_000,
      technical: false,
      muted: 0,
    });
  });

  it('drops off where it stands, not where most was seen', () => {
    expect(stopped(minute, 57, 3)).toMatchObject({ coverage: 0.05, dropOff: 1 });
  });

  it.each([
    ['stalled', { stalled: true }],
    ['failed', { failed: true }],
    ['failed without a position', { failed: true, positionS: NaN }],
  ])('calls a stop at the start technical when the player %s', (_, end) => {
    expect(stopped(minute, 20, 4, end).technical).toBe(true);
  });

  it.each([
    ['the player was well', minute, 4, {}],
    ['it had played for five seconds', minute, 5, { failed: true }],
    ['it had come to its end', { ...minute, durationS: 4 }, 4, { stalled: true }],
  ])('does not call a stop technical when %s', (_, media, forS, end) => {
    expect(stopped(media, 0, forS, end).technical).toBe(false);
  });

  it('forgets a stall that ended', () => {
    const player = startPlayer(minute);
    advance(player, { ...tick, stalled: true });
    advance(player, { ...tick, atMs: 2_000 });
    expect(watched(player).technical).toBe(false);
  });
});
