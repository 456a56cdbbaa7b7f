import { asFlag, asNumber, fieldsOf, type Protocol, type Said } from './protocol.js';

const PLAYING = 1;
const BUFFERING = 3;

const say = (message: object): string => JSON.stringify({ ...message, id: 'penchant', channel: 'widget' });

function read(message: unknown): Said | undefined {
  const { event, info } = fieldsOf(message);
  if (typeof event !== 'string') return undefined;
  if (event === 'onError') return { failed: true };
  const { playerState, currentTime, duration, playbackRate, muted, volume, videoData } = fieldsOf(info);
  const { video_id: video, isLive } = fieldsOf(videoData);
  const state = asNumber(playerState);
  return {
    playing: state === undefined ? state : state === PLAYING || state === BUFFERING,
    stalled: state === undefined ? state : state === BUFFERING,
    positionS: asNumber(currentTime),
    durationS: isLive === true ? Infinity : asNumber(duration) || undefined, // 0 until it is known
    rate: asNumber(playbackRate),
    muted: volume === 0 || asFlag(muted),
    video: typeof video === 'string' ? video : undefined,
  };
}

/**
 * YouTube's embedded player, where its address has `enablejsapi=1`
 * (https://developers.google.com/youtube/iframe_api_reference). It answers whoever greeted it last, so where the page's
 * own API does (`widgetid`), one only listens.
 */
export const youtube: Protocol = {
  origins: ['https://www.youtube.com', 'https://www.youtube-nocookie.com'],
  greeting: ({ searchParams }) =>
    searchParams.get('enablejsapi') === '1' && !searchParams.has('widgetid') ? say({ event: 'listening' }) : undefined,
  requests: [say({ event: 'command', func: 'addEventListener', args: ['onError'] })],
  read,
};
