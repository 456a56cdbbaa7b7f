import { BufferTarget, CanvasSource, Output, WebMOutputFormat } from 'mediabunny';
import { draw, HEIGHT, WIDTH } from './scenes.js';

const FRAMES_PER_SECOND = 12;
const BITS_PER_SECOND = 160_000;
const SCALE = 0.75; // of what is drawn: a third of the work, and of the bytes

/** Runs in Chromium: a clip as WebM, and its poster as WebP, both as base64. */
export async function film({ seconds, ...scene }) {
  const canvas = new OffscreenCanvas(WIDTH * SCALE, HEIGHT * SCALE);
  const context = canvas.getContext('2d', { willReadFrequently: true }); // every frame goes to the encoder
  context.scale(SCALE, SCALE);
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new CanvasSource(canvas, { codec: 'vp8', bitrate: BITS_PER_SECOND, keyFrameInterval: 4 });
  output.addVideoTrack(source, { frameRate: FRAMES_PER_SECOND });
  await output.start();
  for (let frame = 0; frame < seconds * FRAMES_PER_SECOND; frame++) {
    draw(context, scene, frame / FRAMES_PER_SECOND);
    await source.add(frame / FRAMES_PER_SECOND, 1 / FRAMES_PER_SECOND);
  }
  await output.finalize();
  draw(context, scene, seconds / 3);
  const poster = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  return { clip: base64(output.target.buffer), poster: base64(await poster.arrayBuffer()) };
}

function base64(buffer) {
  let text = '';
  for (const byte of new Uint8Array(buffer)) text += String.fromCodePoint(byte);
  return btoa(text);
}
