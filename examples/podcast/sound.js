const RATE = 11_025; // samples a second: enough for what is heard here, and small

/** The same noise for the same n, from −1 to 1. */
const noise = (n) => (Math.imul(n ^ (n >>> 13), 0x5bd1e995) >>> 9) / 2 ** 22 - 1;
const tone = (hertz, t) => Math.sin(2 * Math.PI * hertz * t);
/** From 1, falling by half every `half` seconds. */
const fading = (t, half) => 2 ** (-t / half);
const NOTES = [220, 262, 330, 392, 440, 523];

/** What an episode sounds like `t` seconds in, −1 to 1; `seed` tells those of one topic apart. */
const SOUNDS = {
  birds(t, seed) {
    const call = Math.floor(t * 2.5);
    const into = t - call / 2.5;
    const pitch = 1_700 + 900 * noise(call * 7 + seed) + 2_400 * into * noise(call + seed * 3);
    return noise(call + seed) > -0.3 && into < 0.2 ? 0.5 * tone(pitch, t) * Math.sin(into * 15.7) : 0;
  },
  rails(t, seed) {
    const beat = (t * (2.1 + seed / 10)) % 1;
    const clack = [0, 0.18].map((at) => (beat > at ? fading(beat - at, 0.025) : 0));
    return (0.6 * (clack[0] + clack[1]) * noise(Math.floor(t * RATE))) / 1.4 + 0.12 * tone(58 + seed, t);
  },
  piano(t, seed) {
    const beat = Math.floor(t * 1.6);
    const into = t - beat / 1.6;
    const hertz = NOTES[Math.abs(Math.floor(noise(beat * 3 + seed) * 100)) % NOTES.length];
    return 0.55 * fading(into, 0.18) * (tone(hertz, t) + 0.4 * tone(2 * hertz, t)) * Math.min(1, into * 90);
  },
};

/** A recording of so many seconds, as a WAV file: 8 bits, one channel. */
export function recording(topic, seconds, seed) {
  const samples = Math.round(seconds * RATE);
  const file = Buffer.alloc(44 + samples);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16); //     length of what follows, up to "data"
  file.writeUInt16LE(1, 20); //      plain samples
  file.writeUInt16LE(1, 22); //      one channel
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE, 28); //   bytes a second
  file.writeUInt16LE(1, 32); //      bytes a sample
  file.writeUInt16LE(8, 34); //      bits a sample
  file.write('data', 36);
  file.writeUInt32LE(samples, 40);
  for (let n = 0; n < samples; n++) {
    const edge = Math.min(1, n / RATE, (samples - n) / RATE); // a second to come in, a second to go
    file[44 + n] = 128 + Math.round(110 * edge * SOUNDS[topic](n / RATE, seed));
  }
  return file;
}
