import { playsOf, type Follower, type Guard, type Surroundings } from './follow.js';
import type { PlayerState } from './play.js';
import type { Protocol, Said } from './protocol.js';

/** A player is greeted until it answers: its page has loaded before it listens. */
const GREET_EVERY_MS = 500;
const MAX_GREETINGS = 20;

const UNKNOWN: PlayerState = { positionS: NaN, durationS: NaN, rate: 1, playing: false, muted: false };

/** Follows the player in a frame, if it speaks one of the protocols; the frame may come to show another later. */
export function followFrame(
  frame: HTMLIFrameElement,
  protocols: readonly Protocol[],
  around: Surroundings,
  guard: Guard,
): Follower {
  const plays = playsOf(frame, () => 'video', around);
  const listening = new AbortController();
  let known: PlayerState = UNKNOWN;
  let video: string | undefined;
  let hasAnswered = false;
  let greetings = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const protocolOf = (origin: string): Protocol | undefined =>
    protocols.find(({ origins }) => origins.includes(origin));
  const say = (message: string, origin: string): void => frame.contentWindow?.postMessage(message, origin);
  const greet = guard(() => {
    const address = addressOf(frame);
    const greeting = address && protocolOf(address.origin)?.greeting(address);
    if (!address || !greeting || hasAnswered || greetings++ >= MAX_GREETINGS) return clearInterval(timer);
    // Until the player's page is there, the frame shows an empty one of our own, and a message could not arrive.
    if (!frame.contentDocument) say(greeting, address.origin);
  });
  const begin = (): void => {
    plays.next();
    [known, video, hasAnswered, greetings] = [UNKNOWN, undefined, false, 0];
    clearInterval(timer);
    timer = setInterval(greet, GREET_EVERY_MS);
    greet();
  };
  /** How it stands; before its length is known it does not play. */
  const state = (): PlayerState => ({ ...known, playing: known.playing && !Number.isNaN(known.durationS) });

  const take = ({ video: now, ...said }: Said): void => {
    if (now !== undefined && video !== undefined && now !== video) {
      plays.next();
      known = { ...UNKNOWN, rate: known.rate, muted: known.muted };
    }
    video = now ?? video;
    const before = state();
    known = { ...known, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
    const after = state();
    const isNews = CHANGES.some((field) => after[field] !== before[field]);
    plays.tick(after, isNews);
  };
  const hear = guard(({ source, origin, data }: MessageEvent): void => {
    if (source === null || source !== frame.contentWindow) return;
    const protocol = protocolOf(origin);
    const said = protocol?.read(data);
    if (!protocol || !said) return;
    const address = addressOf(frame);
    if (!hasAnswered && address && protocol.greeting(address) !== undefined)
      protocol.requests.forEach((request) => say(request, origin));
    hasAnswered = true;
    take(said);
  });

  window.addEventListener('message', hear, { signal: listening.signal });
  frame.addEventListener('load', guard(begin), { signal: listening.signal });
  begin();
  return {
    look: () => plays.tick(state(), true),
    leave: () => plays.leave(),
    end() {
      listening.abort();
      clearInterval(timer);
    },
  };
}

/** What is news; the rest is the passing of time. */
const CHANGES = ['playing', 'stalled', 'failed', 'pictureInPicture'] as const;

function addressOf(frame: HTMLIFrameElement): URL | undefined {
  try {
    return new URL(frame.src);
  } catch {
    return undefined; // none yet
  }
}
