import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PIECES } from './coverage.js';
import { advance, resize, startPlayer, type Media, type Player, type PlayerTick } from './player.js';
import { watched } from './watched.js';

const HOUR_MS = 3_600_000;
const tick: PlayerTick = { atMs: 0, positionS: 0, rate: 1, playing: true, visible: true, muted: false };
type Moment = Partial<PlayerTick> & Pick<PlayerTick, 'atMs' | 'positionS'>;

const follow = (player: Player, ...moments: readonly Moment[]): void =>
  moments.forEach((moment) => advance(player, { ...tick, ...moment }));

function played(media: Media, ...moments: readonly Moment[]): Player {
  const player = startPlayer(media);
  follow(player, ...moments);
  return player;
}

/** A tick each second while it plays on from one position to another. */
function steady(fromS: number, toS: number, at: Partial<PlayerTick> = {}, stepS = 1): Moment[] {
  const { rate = 1, atMs = 0 } = at;
  return Array.from({ length: Math.ceil((toS - fromS) / stepS) + 1 }, (_, i) => {
    const positionS = Math.min(toS, fromS + i * stepS);
    return { ...at, positionS, atMs: atMs + ((positionS - fromS) * 1_000) / rate };
  });
}

const minute: Media = { kind: 'video', durationS: 60 };
const live: Media = { kind: 'video', durationS: Infinity };

describe('a play from end to end', () => {
  it.each([0.25, 0.5, 1, 2, 4])('covers all of it at rate %d, and takes its time', (rate) => {
    const player = played(minute, ...steady(0, 60, { rate }));
    expect(player.coverage.edges).toEqual([0, 60_000]);
    expect(player).toMatchObject({ replayedMs: 0, attendedMs: 60_000 / rate, mutedMs: 0 });
    expect(watched(player)).toMatchObject({ coverage: 1, contentMs: 60_000 });
  });

  it('reaches 1 although the length is no whole number of ms', () => {
    const durationS = 60.000_416;
    const player = played({ ...minute, durationS }, ...steady(0, durationS, {}, 0.2503));
    expect(watched(player)).toMatchObject({ coverage: 1, dropOff: 1, replay: 0 });
  });

  it('misses no more than what came after the last tick', () => {
    const player = played(minute, ...steady(0, 59.75));
    expect(watched(player).coverage).toBe(59.75 / 60);
  });

  it.each([0, 0.1, 5, 16, -1, NaN, Infinity])('counts nothing at rate %d, which nobody follows', (rate) => {
    const player = played(minute, { atMs: 0, positionS: 0, rate }, { atMs: 1_000, positionS: 1 });
    expect(player).toMatchObject({ attendedMs: 0, coverage: { coveredMs: 0 } });
  });

  it('changes rate on the way', () => {
    const player = played(minute, ...steady(0, 20), ...steady(20, 60, { atMs: 20_000, rate: 2 }));
    expect(player).toMatchObject({ attendedMs: 40_000, coverage: { coveredMs: 60_000 } });
  });

  it('says how much of it was muted', () => {
    const player = played(minute, ...steady(0, 10, { muted: true }), ...steady(10, 30, { atMs: 10_000 }));
    expect(player).toMatchObject({ attendedMs: 30_000, mutedMs: 10_000 });
  });

  it('does not count while it is paused', () => {
    const player = played(
      minute,
      ...steady(0, 10),
      { atMs: 10_000, positionS: 10, playing: false },
      { atMs: 11_000, positionS: 11, playing: false },
      ...steady(20, 30, { atMs: 60_000 }),
    );
    expect(player.coverage.edges).toEqual([0, 10_000, 20_000, 30_000]);
    expect(player.attendedMs).toBe(20_000);
  });

  it('keeps what it was told, though the caller writes the next tick over the last', () => {
    const player = startPlayer(minute);
    const reused = { ...tick };
    for (let second = 0; second <= 10; second++) {
      advance(player, Object.assign(reused, { atMs: second * 1_000, positionS: second }));
    }
    expect(player.coverage.coveredMs).toBe(10_000);
  });
});

describe('a seek', () => {
  it('covers nothing that it leaps over (Snowplow counts those seconds as watched)', () => {
    const player = played(
      minute,
      ...steady(0, 10),
      { atMs: 10_300, positionS: 50 },
      ...steady(50, 60, { atMs: 10_300 }),
    );
    expect(player.coverage.edges).toEqual([0, 10_000, 50_000, 60_000]);
    expect(player.attendedMs).toBe(20_000);
  });

  it('is known by a leap of five seconds, even in the background', () => {
    const podcast: Media = { kind: 'audio', durationS: 3_600 };
    const hidden = { visible: false };
    const player = played(podcast, { ...hidden, atMs: 0, positionS: 0 }, { ...hidden, atMs: 60_000, positionS: 65 });
    expect(player.coverage.coveredMs).toBe(0);
  });

  it('covers again, when it goes back', () => {
    const player = played(minute, ...steady(0, 20), ...steady(5, 15, { atMs: 20_100 }));
    expect(player.coverage.edges).toEqual([0, 20_000]);
    expect(player).toMatchObject({ replayedMs: 10_000, attendedMs: 30_000 });
  });

  it('covers nothing by scrubbing, however small its steps', () => {
    const film: Media = { kind: 'video', durationS: 7_200 };
    const scrub = Array.from({ length: 500 }, (_, i) => ({ atMs: i * 16, positionS: i * 0.2 })); // 100 s in 8
    const player = played(film, ...scrub);
    expect(watched(player).contentMs).toBeLessThan(8_000 * 1.02 + 500);
    expect(player.attendedMs).toBeLessThanOrEqual(8_000);
  });

  it('covers nothing by scrubbing backwards', () => {
    const scrub = Array.from({ length: 50 }, (_, i) => ({ atMs: i * 16, positionS: 50 - i * 0.2 }));
    expect(played(minute, ...scrub).coverage.coveredMs).toBe(0);
  });
});

describe('a loop', () => {
  it('covers the tail and the head', () => {
    const player = played(minute, { atMs: 0, positionS: 59 }, { atMs: 2_000, positionS: 1 });
    expect(player.coverage.edges).toEqual([0, 1_000, 59_000, 60_000]);
    expect(player.attendedMs).toBe(2_000);
  });

  it('replays from the second time around', () => {
    const clip: Media = { kind: 'video', durationS: 6.1 };
    const player = startPlayer(clip);
    for (let ms = 0; ms <= 24_400; ms += 250) follow(player, { atMs: ms, positionS: (ms / 1_000) % 6.1 });
    expect(player.coverage.edges).toEqual([0, 6_100]);
    expect(player).toMatchObject({ replayedMs: 24_250 - 6_100, attendedMs: 24_250 });
  });

  it('goes on with a tick a minute in the background', () => {
    const player = startPlayer({ kind: 'audio', durationS: 210 });
    for (let i = 0; i <= 7; i++) follow(player, { atMs: i * 60_000, positionS: (i * 60) % 210, visible: false });
    expect(player).toMatchObject({ coverage: { edges: [0, 210_000] }, replayedMs: 210_000 });
  });

  it.each([
    ['was sent back to the start early', 30, 1_000, 0.5],
    ['slept at the end and was sent back', 59, 8 * HOUR_MS, 1],
    ['was sent back a little', 40, 1_000, 39],
  ])('is not seen where it %s', (_, fromS, passedMs, toS) => {
    const player = played(minute, { atMs: 0, positionS: fromS }, { atMs: passedMs, positionS: toS });
    expect(player.coverage.coveredMs).toBe(0);
  });
});

describe('time that passes without play', () => {
  it('counts only what advanced when it stalls', () => {
    const player = played(
      minute,
      ...steady(0, 5),
      { atMs: 6_000, positionS: 5.25, stalled: true },
      { atMs: 16_000, positionS: 5.25, stalled: true },
      ...steady(5.25, 10.25, { atMs: 17_000 }),
    );
    expect(player).toMatchObject({ coverage: { edges: [0, 10_250] }, attendedMs: 10_250, playingMs: 22_000 });
  });

  it('is nothing when the machine slept for eight hours', () => {
    const player = played(minute, ...steady(0, 10), ...steady(10, 20, { atMs: 8 * HOUR_MS }));
    expect(player).toMatchObject({ coverage: { coveredMs: 20_000 }, attendedMs: 20_000, replayedMs: 0 });
  });

  it('is play when the content went as far, with a tick a minute', () => {
    const podcast: Media = { kind: 'audio', durationS: 3_600 };
    const player = played(podcast, ...steady(0, 3_600, { visible: false, rate: 1.5 }, 90));
    expect(player).toMatchObject({ coverage: { edges: [0, 3_600_000] }, attendedMs: 2_400_000 });
  });

  it('loses nothing when the sound card is a little faster than the clock', () => {
    const podcast: Media = { kind: 'audio', durationS: 3_600 };
    const player = startPlayer(podcast);
    for (let i = 0; i <= 50; i++) follow(player, { atMs: i * 60_000, positionS: i * 60.6, visible: false });
    expect(player).toMatchObject({ coverage: { coveredMs: 50 * 60_600 }, attendedMs: 50 * 60_000 });
  });

  it('is ignored when the clock runs backwards or stands still, and play goes on from there', () => {
    const player = played(
      minute,
      { atMs: 90_000, positionS: 0 },
      { atMs: 1_000, positionS: 1 },
      { atMs: 1_000, positionS: 2 },
      ...steady(2, 12, { atMs: 1_000 }),
    );
    expect(player).toMatchObject({ coverage: { edges: [2_000, 12_000] }, attendedMs: 10_000 });
  });

  it('loses nothing when positions come late, a quarter second old', () => {
    const player = startPlayer(minute);
    for (let i = 0; i <= 400; i++) follow(player, { atMs: i * 150, positionS: Math.floor((i * 150) / 250) / 4 });
    expect(player).toMatchObject({ coverage: { edges: [0, 60_000] }, attendedMs: 60_000 });
  });
});

describe('a hidden tab', () => {
  const hidden = { visible: false, positionS: 0, atMs: 0 };
  const then = { atMs: 10_000, positionS: 10 };

  it('is not watched when it is a video', () => {
    const player = played(minute, hidden, then, { atMs: 15_000, positionS: 15 });
    expect(player).toMatchObject({ coverage: { edges: [10_000, 15_000] }, attendedMs: 5_000, positionMs: 15_000 });
  });

  it('is heard when it is audio', () => {
    const player = played({ kind: 'audio', durationS: 60 }, hidden, then);
    expect(player).toMatchObject({ coverage: { edges: [0, 10_000] }, attendedMs: 10_000 });
  });

  it('is watched when its picture floats on top', () => {
    const player = played(minute, { ...hidden, pictureInPicture: true }, then);
    expect(player).toMatchObject({ coverage: { edges: [0, 10_000] }, attendedMs: 10_000 });
  });
});

describe('a live stream', () => {
  it.each([undefined, NaN, Infinity, 0, -1, 1e300])('is what has a length of %s', (durationS) => {
    const player = startPlayer(durationS === undefined ? { kind: 'video' } : { kind: 'video', durationS });
    expect(player.durationMs).toBeUndefined();
  });

  it('counts content and time at positions as large as the date', () => {
    const player = played(live, ...steady(1_790_000_000.123, 1_790_000_010.123), { atMs: 11_000, positionS: 5 });
    expect(player).toMatchObject({ coverage: { coveredMs: 10_000 }, attendedMs: 10_000, replayedMs: 0 });
  });

  it('stays small in a tab that is open for a day', () => {
    const player = startPlayer(live);
    for (let s = 0; s <= 86_400; s++) follow(player, { atMs: s * 1_000, positionS: 1.79e9 + s });
    expect(player.coverage.edges).toHaveLength(2);
    expect(player).toMatchObject({ coverage: { coveredMs: 24 * HOUR_MS }, attendedMs: 24 * HOUR_MS });
  });

  it('stays small in a tab where somebody seeks all day', () => {
    const player = startPlayer(live);
    const sizes: number[] = [];
    for (let s = 0; s <= 86_400; s++) {
      follow(player, { atMs: s * 1_000, positionS: 1.79e9 + s + 30 * Math.floor(s / 5) });
      if (s % 10_000 === 0) sizes.push(player.coverage.edges.length);
    }
    expect(sizes.slice(1)).toEqual(sizes.slice(1).map(() => 2 * MAX_PIECES));
    expect(player.attendedMs).toBe(player.coverage.coveredMs);
    expect(JSON.stringify(player).length).toBeLessThan(20_000);
  });
});

describe('a length that is told again', () => {
  it('keeps what was played', () => {
    const player = played(live, ...steady(0, 10));
    expect(watched(player).coverage).toBeUndefined();
    resize(player, 20);
    follow(player, ...steady(10, 15, { atMs: 10_000 }));
    expect(watched(player)).toMatchObject({ coverage: 0.75, dropOff: 0.75, attendedMs: 15_000 });
  });

  it('has no share above 1 when it was too large at first', () => {
    const player = played(minute, ...steady(0, 40));
    resize(player, 30);
    expect(watched(player)).toMatchObject({ coverage: 1, dropOff: 1 });
  });

  it.each([undefined, NaN, Infinity, 0])('is none any more at %s', (durationS) => {
    const player = played(minute, ...steady(0, 40));
    resize(player, durationS);
    expect(player.durationMs).toBeUndefined();
  });
});

describe('laws of playing', () => {
  const any = fc.oneof(fc.double(), fc.integer({ min: -10, max: 100_000 }), fc.constantFrom(NaN, Infinity, -1, 1e300));
  const anyTick = fc.record(
    {
      atMs: any,
      positionS: any,
      rate: fc.oneof(any, fc.constantFrom(0.25, 1, 2)),
      playing: fc.boolean(),
      visible: fc.boolean(),
      muted: fc.boolean(),
      pictureInPicture: fc.boolean(),
      stalled: fc.boolean(),
      failed: fc.boolean(),
    },
    { requiredKeys: ['atMs', 'positionS', 'rate', 'playing', 'visible', 'muted'] },
  );
  const anyMedia = fc.record({ kind: fc.constantFrom('video' as const, 'audio' as const), durationS: any });

  it('takes any ticks without throwing, NaN, negative sums or growth', () => {
    fc.assert(
      fc.property(anyMedia, fc.array(anyTick, { maxLength: 100 }), (media, ticks) => {
        const player = played(media, ...ticks);
        const sums = [player.attendedMs, player.mutedMs, player.playingMs, player.replayedMs, player.slackMs];
        for (const sum of sums) expect(sum >= 0 && sum < Infinity).toBe(true);
        expect(player.mutedMs).toBeLessThanOrEqual(player.attendedMs);
        expect(player.attendedMs).toBeLessThanOrEqual(player.playingMs);
        expect(player.coverage.edges.length).toBeLessThanOrEqual(2 * MAX_PIECES);
        const { coverage = 0, replay = 0, dropOff = 0 } = watched(player);
        expect(coverage >= 0 && coverage <= 1 && replay >= 0 && dropOff >= 0 && dropOff <= 1).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  /** What a visitor does: plays for a while at some rate, or seeks. */
  const deed = fc.record({ forMs: fc.integer({ min: 1, max: 5_000 }), rate: fc.constantFrom(0.5, 1, 1.25, 2, 4) });
  const deeds = fc.array(fc.oneof(deed, fc.record({ toS: fc.integer({ min: 0, max: 60 }) })), { maxLength: 40 });

  it('adds up: content is what was new and what was replayed, as a set of milliseconds has it', () => {
    fc.assert(
      fc.property(deeds, (visit) => {
        const player = startPlayer({ kind: 'video', durationS: 1_000 });
        const seen = new Set<number>();
        let [atMs, ms, contentMs, rateBefore] = [0, 0, 0, 1];
        for (const did of visit) {
          follow(player, { atMs, positionS: ms / 1_000, rate: rateBefore, playing: false });
          if ('toS' in did) ms = did.toS * 1_000;
          else {
            follow(player, { atMs, positionS: ms / 1_000, rate: did.rate });
            const step = Math.round(did.forMs * did.rate);
            for (let i = ms; i < ms + step; i++) seen.add(i);
            [atMs, ms, contentMs, rateBefore] = [atMs + did.forMs, ms + step, contentMs + step, did.rate];
          }
          follow(player, { atMs, positionS: ms / 1_000, playing: false });
        }
        expect(watched(player).contentMs).toBe(contentMs);
        expect(player.coverage.coveredMs).toBe(seen.size);
        expect(player.replayedMs).toBe(contentMs - seen.size);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same, to 1 ms a tick, however finely a play is ticked', () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });
    const rates = fc.double({ min: 0.25, max: 4, noNaN: true });
    fc.assert(
      fc.property(cuts, rates, fc.double({ min: 1, max: 600, noNaN: true }), (shares, rate, lengthS) => {
        const at = (share: number): Moment => ({
          rate,
          atMs: share * lengthS * 1_000,
          positionS: share * lengthS * rate,
        });
        const media: Media = { kind: 'video', durationS: 3_600 };
        const whole = played(media, at(0), at(1));
        const fine = played(media, at(0), ...shares.sort((a, b) => a - b).map(at), at(1));
        const ticks = shares.length + 1; // each rounds its own ms
        expect(Math.abs(fine.coverage.coveredMs - whole.coverage.coveredMs)).toBeLessThanOrEqual(ticks);
        expect(Math.abs(fine.attendedMs - whole.attendedMs)).toBeLessThanOrEqual(ticks + 1 / rate);
        expect(fine.replayedMs).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never counts more content than the clock explains', () => {
    const hop = fc.record({
      afterMs: fc.integer({ min: 1, max: 2_000 }),
      stepMs: fc.integer({ min: -3_000, max: 3_000 }),
    });
    fc.assert(
      fc.property(fc.array(hop, { maxLength: 200 }), fc.constantFrom(0.25, 1, 2), (hops, rate) => {
        const player = startPlayer(minute);
        let [atMs, ms] = [0, 30_000];
        for (const { afterMs, stepMs } of hops) {
          follow(player, { atMs, positionS: ms / 1_000, rate });
          [atMs, ms] = [atMs + afterMs, Math.min(60_000, Math.max(0, ms + stepMs))];
        }
        expect(watched(player).contentMs).toBeLessThanOrEqual(1.02 * rate * atMs + 500);
        expect(player.attendedMs).toBeLessThanOrEqual(atMs);
      }),
      { numRuns: 1_000 },
    );
  });
});
