import { playsOf, type Follower, type Guard, type Surroundings } from './follow.js';
import type { PlayerState } from './play.js';

/** Whatever may change how a media element stands (https://html.spec.whatwg.org/multipage/media.html#mediaevents). */
const CHANGES = 'loadedmetadata durationchange play playing pause waiting stalled seeking seeked timeupdate ratechange volumechange ended error enterpictureinpicture leavepictureinpicture'; // prettier-ignore

/** Follows a `<video>` or `<audio>`, which may be playing already. */
export function followElement(media: HTMLMediaElement, around: Surroundings, guard: Guard): Follower {
  const plays = playsOf(media, () => ('videoWidth' in media && media.videoWidth ? 'video' : 'audio'), around);
  const listening = new AbortController();
  const hear = (types: string, listener: (event: Event) => void): void => {
    // Captured: the errors of a <source> do not bubble.
    const how = { capture: true, passive: true, signal: listening.signal };
    for (const type of types.split(' ')) media.addEventListener(type, guard(listener), how);
  };
  let positionS = media.currentTime;
  let failed = media.error !== null;
  let asked: ReturnType<typeof setTimeout> | undefined;

  const stateAt = (at: number): PlayerState => {
    const { paused, ended, seeking, readyState, playbackRate, muted, volume, duration } = media;
    const isDue = !paused && !ended;
    const scope = media.getRootNode();
    return {
      positionS: at,
      durationS: duration,
      rate: playbackRate,
      playing: isDue && readyState > HTMLMediaElement.HAVE_NOTHING,
      stalled: isDue && !seeking && readyState < HTMLMediaElement.HAVE_FUTURE_DATA,
      muted: muted || volume === 0,
      pictureInPicture: 'pictureInPictureElement' in scope && scope.pictureInPictureElement === media,
      failed: isDue && failed,
    };
  };
  const tick = (isNews: boolean): void => plays.tick(stateAt((positionS = media.currentTime)), isNews);

  /** A player whose sources failed before it was followed says so by its state alone; one that only chooses among them has chosen by the next task. */
  const askForSource = (): void => {
    clearTimeout(asked);
    if (media.networkState !== HTMLMediaElement.NETWORK_NO_SOURCE) return;
    asked = setTimeout(
      guard(() => {
        if (media.networkState !== HTMLMediaElement.NETWORK_NO_SOURCE) return;
        failed = true;
        tick(true);
      }),
    );
  };

  hear(CHANGES, ({ type }) => {
    failed ||= type === 'error';
    if (type === 'play') askForSource();
    // A seek has moved the position already: where it was before is what was played. A loop is no seek.
    if (type === 'seeking' && !(media.loop && media.currentTime < positionS)) plays.tick(stateAt(positionS), false);
    tick(type !== 'timeupdate');
  });
  hear('emptied', () => {
    plays.next();
    failed = false;
    positionS = 0;
  });
  askForSource();
  tick(true);
  return {
    look: () => tick(true),
    leave() {
      tick(true);
      plays.leave();
    },
    end() {
      clearTimeout(asked);
      listening.abort();
    },
  };
}
