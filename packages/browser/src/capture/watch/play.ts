import {
  advance,
  resize,
  startPlayer,
  watched,
  type Item,
  type Media,
  type PlayerTick,
  type Watch,
} from '@penchant/core';

/** How a player stands, whoever plays it. */
export interface PlayerState extends Omit<PlayerTick, 'atMs' | 'visible'> {
  /** Length in seconds; `NaN` or `Infinity`, it is a live stream. */
  readonly durationS: number;
}

/** A play as it goes on, and the item that is played. */
export interface Told {
  readonly signal: Watch;
  readonly item: Item;
}

/** One play of one media. */
export interface Play {
  /** How it stands from now on. `isNews`: something other than time has changed, so it is told at once. */
  tick(state: PlayerState, visible: boolean, isNews: boolean): void;
  /** Tells what was not told yet: the page or the media is left. */
  leave(): void;
}

/** Told again so soon: with players that say where they are four times a second, a killed browser loses no more than a second. */
const TELL_EVERY_MS = 750;

export function startPlay(kind: Media['kind'], item: Item, tell: (told: Told) => void): Play {
  const player = startPlayer({ kind });
  const opened = Date.now();
  let durationS = NaN;
  let toldMs = 0;
  let toldTechnical = false;
  let toldAt = -Infinity;

  const say = (isLeft: boolean): void => {
    const { coverage, replay, dropOff, attendedMs, technical, muted } = watched(player);
    const isNew = attendedMs > toldMs || technical !== toldTechnical;
    // What nobody attended to is told only of a player that failed, or that was left while it stalled.
    if (!isNew || (attendedMs === 0 && !(technical && (isLeft || player.last?.failed)))) return;
    [toldMs, toldTechnical, toldAt] = [attendedMs, technical, performance.now()];
    const { durationMs } = player;
    const shares = durationMs !== undefined && { coverage, replay, dropOff, durationMs };
    const signal: Watch = { kind: 'watch', item: item.id, at: Date.now(), opened, attendedMs, muted, ...shares };
    tell({ signal: technical ? { ...signal, technical } : signal, item });
  };
  return {
    tick(state, visible, isNews) {
      if (!Object.is(state.durationS, durationS)) resize(player, (durationS = state.durationS));
      const atMs = performance.now();
      advance(player, { ...state, atMs, visible });
      if (isNews || atMs - toldAt >= TELL_EVERY_MS) say(false);
    },
    leave: () => say(true),
  };
}
