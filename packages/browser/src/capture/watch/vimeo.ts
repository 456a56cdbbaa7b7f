import { asFlag, asNumber, asText, fieldsOf, type Protocol, type Said } from './protocol.js';

/** What an event alone says. */
const MEANS: Readonly<Record<string, Said>> = {
  play: { playing: true, stalled: false },
  pause: { playing: false },
  ended: { playing: false },
  bufferstart: { stalled: true },
  bufferend: { stalled: false },
  enterpictureinpicture: { pictureInPicture: true },
  leavepictureinpicture: { pictureInPicture: false },
};
const EVENTS = [...Object.keys(MEANS), 'timeupdate', 'seeked', 'playbackratechange', 'volumechange', 'loaded', 'error'];
const ASKED = ['getVideoId', 'getPaused', 'getPlaybackRate', 'getVolume'];

const say = (method: string, value?: string): string => JSON.stringify({ method, value });

const isSilent = (volume: unknown, muted?: unknown): boolean | undefined =>
  asNumber(volume) === undefined ? asFlag(muted) : volume === 0 || muted === true;

function read(message: unknown): Said | undefined {
  const { event, method, data, value } = fieldsOf(message);
  if (typeof event !== 'string' && typeof method !== 'string') return undefined;
  const { seconds, duration, playbackRate, volume, muted, id, method: failed } = fieldsOf(data);
  switch (event ?? method) {
    case 'getVideoId':
      return { video: asText(value) };
    case 'getPaused':
      return { playing: asFlag(value) === undefined ? undefined : !value };
    case 'getPlaybackRate':
      return { rate: asNumber(value) };
    case 'getVolume':
      return { muted: isSilent(value) };
    case 'error':
      return { failed: failed === undefined || undefined }; // else a method that somebody called has failed
    default:
      return {
        ...(typeof event === 'string' && Object.hasOwn(MEANS, event) && MEANS[event]),
        positionS: asNumber(seconds),
        durationS: asNumber(duration) === 0 ? Infinity : asNumber(duration), // live events have none
        rate: asNumber(playbackRate),
        muted: isSilent(volume, muted),
        video: event === 'loaded' ? asText(id) : undefined,
      };
  }
}

/** Vimeo's embedded player (https://developer.vimeo.com/player/sdk/reference, as https://github.com/vimeo/player.js speaks with it). */
export const vimeo: Protocol = {
  origins: ['https://player.vimeo.com'],
  greeting: () => say('ping'),
  requests: [...EVENTS.map((event) => say('addEventListener', event)), ...ASKED.map((method) => say(method))],
  read,
};
