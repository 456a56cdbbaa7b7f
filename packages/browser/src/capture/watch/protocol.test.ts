import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vimeo } from './vimeo.js';
import { youtube } from './youtube.js';

const said = (fields: object | undefined): object =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined));

describe('what a player of YouTube says', () => {
  const read = (message: unknown): object => said(youtube.read(JSON.stringify(message)));

  it('is how it stands when it is first asked', () => {
    const info = {
      playerState: 5, currentTime: 0, duration: 212.3, playbackRate: 1, muted: false, volume: 60,
      videoData: { video_id: 'abc', author: 'A', title: 'T', isLive: false },
    }; // prettier-ignore
    expect(read({ event: 'initialDelivery', info, id: 'penchant', channel: 'widget' })).toEqual({
      playing: false, stalled: false, positionS: 0, durationS: 212.3, rate: 1, muted: false, video: 'abc',
    }); // prettier-ignore
  });

  it.each([
    [{ currentTime: 3.2, videoLoadedFraction: 0.1 }, { positionS: 3.2 }],
    [{ playerState: 1 }, { playing: true, stalled: false }],
    [{ playerState: 3 }, { playing: true, stalled: true }],
    [{ playerState: 0 }, { playing: false, stalled: false }],
    [{ playerState: -1 }, { playing: false, stalled: false }],
    [{ playbackRate: 2 }, { rate: 2 }],
    [{ muted: true, volume: 100 }, { muted: true }],
    [{ muted: false, volume: 0 }, { muted: true }],
    [{ muted: false, volume: 1 }, { muted: false }],
    [{ duration: 0 }, {}],
    [{ duration: 5_000, videoData: { isLive: true } }, { durationS: Infinity }],
    [{ currentTime: '3', playerState: '1', videoData: 'x' }, {}],
    [null, {}],
  ])('is, of %j, %j', (info, expected) => {
    expect(read({ event: 'infoDelivery', info })).toEqual(expected);
  });

  it('is a failure when it says so, and nothing when others speak', () => {
    expect(read({ event: 'onError', info: 150 })).toEqual({ failed: true });
    for (const message of [{}, { method: 'ping' }, 7, null, 'x', []]) expect(youtube.read(message)).toBeUndefined();
    expect(youtube.read('{')).toBeUndefined();
  });

  it.each([
    ['https://www.youtube.com/embed/abc?enablejsapi=1', '{"event":"listening","id":"penchant","channel":"widget"}'],
    ['https://www.youtube.com/embed/abc', undefined], // it would not answer
    ['https://www.youtube.com/embed/abc?enablejsapi=1&widgetid=2', undefined], // the page's own API asks
  ])('is asked for at %s with %s', (address, greeting) => {
    expect(youtube.greeting(new URL(address))).toBe(greeting);
  });
});

describe('what a player of Vimeo says', () => {
  const read = (message: unknown): object => said(vimeo.read(message));

  it.each([
    [
      { event: 'timeupdate', data: { seconds: 1.5, percent: 0.1, duration: 15 } },
      { positionS: 1.5, durationS: 15 },
    ],
    [
      { event: 'play', data: { seconds: 0, duration: 15 } },
      { playing: true, stalled: false, positionS: 0, durationS: 15 },
    ],
    [
      { event: 'pause', data: { seconds: 2, duration: 15 } },
      { playing: false, positionS: 2, durationS: 15 },
    ],
    [{ event: 'ended' }, { playing: false }],
    [{ event: 'bufferstart' }, { stalled: true }],
    [{ event: 'playbackratechange', data: { playbackRate: 1.5 } }, { rate: 1.5 }],
    [{ event: 'volumechange', data: { volume: 0 } }, { muted: true }],
    [{ event: 'volumechange', data: { volume: 0.5, muted: true } }, { muted: true }],
    [{ event: 'volumechange', data: { volume: 0.5 } }, { muted: false }],
    [{ event: 'loaded', data: { id: 76979871 } }, { video: '76979871' }],
    [{ event: 'enterpictureinpicture' }, { pictureInPicture: true }],
    [{ event: 'error', data: { name: 'Error', message: 'It broke.' } }, { failed: true }],
    [{ event: 'error', data: { name: 'TypeError', message: 'No.', method: 'setVolume' } }, {}],
    [
      { event: 'timeupdate', data: { seconds: 90, duration: 0 } },
      { positionS: 90, durationS: Infinity },
    ],
    [{ method: 'getPaused', value: false }, { playing: true }],
    [{ method: 'getVideoId', value: 76979871 }, { video: '76979871' }],
    [{ method: 'ping' }, {}],
    [{ event: '__proto__' }, {}],
    [{ event: 'toString' }, {}],
  ])('is, of %j, %j, as text and as an object', (message, expected) => {
    expect(read(message)).toEqual(expected);
    expect(read(JSON.stringify(message))).toEqual(expected);
  });
});

describe.each([
  ['YouTube', youtube],
  ['Vimeo', vimeo],
])('whatever is posted, as if from %s', (_, protocol) => {
  it('is read without throwing, and its fields are of their types', () => {
    const info = fc.oneof(fc.anything(), fc.record({ playerState: fc.anything(), currentTime: fc.anything(), duration: fc.anything(), videoData: fc.anything(), muted: fc.anything(), seconds: fc.anything(), id: fc.anything() })); // prettier-ignore
    const event = fc.oneof(fc.constantFrom('infoDelivery', 'timeupdate', 'loaded', 'error', 'volumechange'), fc.anything()); // prettier-ignore
    const method = fc.oneof(fc.constantFrom('getPaused', 'getVolume', 'getVideoId', undefined), fc.anything());
    const message = fc.oneof(fc.anything(), fc.json(), fc.string(), fc.record({ event, info, data: info, method, value: fc.anything() })); // prettier-ignore
    const types: Record<string, string> = { playing: 'boolean', stalled: 'boolean', failed: 'boolean', muted: 'boolean', pictureInPicture: 'boolean', positionS: 'number', durationS: 'number', rate: 'number', video: 'string' }; // prettier-ignore
    fc.assert(
      fc.property(message, (posted) => {
        for (const [field, value] of Object.entries(said(protocol.read(posted)))) expect(typeof value).toBe(types[field]); // prettier-ignore
      }),
      { numRuns: 2_000 },
    );
  });
});

it('never makes text of what has none', () => {
  const nameless = { toString: [] };
  for (const message of [
    { event: nameless, method: 'getPaused', value: true },
    { event: 'loaded', data: { id: nameless } },
    { method: 'getVideoId', value: nameless },
  ])
    expect(() => vimeo.read(message)).not.toThrow();
});
