// Makes the clips: Chromium draws them on a canvas and encodes them. Kept in .data until what they show changes.
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { CLIPS } from '../src/clips.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );

async function chromiumOnPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of NAMES) if (await exists(join(folder, name))) return join(folder, name);
  return undefined;
}

/**
 * Writes `<id>.webm` and `<id>.webp` of every clip into `out`, unless they are there.
 * @param {{ out?: string, chromium?: string }} [options] `chromium` is the program; without one, the first on the path.
 * @returns {Promise<number>} how many were made; −1 where there is no Chromium.
 */
export async function makeClips({ out = here('../.data/clips'), chromium } = {}) {
  const program = chromium ?? process.env.PENCHANT_CHROMIUM ?? (await chromiumOnPath());
  const bundle = await build({
    absWorkingDir: here('.'),
    entryPoints: [here('studio.js')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'studio',
  });
  const code = bundle.outputFiles[0].text;
  const version = createHash('sha256').update(code).update(JSON.stringify(CLIPS)).digest('hex');
  const stamp = join(out, 'version.txt');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === version) return 0;
  if (!program) return -1;

  await mkdir(out, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: program,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(new URL('blank.html', import.meta.url).href); // a secure place: only there are encoders
    await page.evaluate(`${code}; globalThis.studio = studio`);
    for (const { id, ...scene } of CLIPS) {
      const { clip, poster } = await page.evaluate((what) => globalThis.studio.film(what), scene);
      await writeFile(join(out, `${id}.webm`), Buffer.from(clip, 'base64'));
      await writeFile(join(out, `${id}.webp`), Buffer.from(poster, 'base64'));
    }
  } finally {
    await browser.close();
  }
  await writeFile(stamp, version);
  return CLIPS.length;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const made = await makeClips();
  if (made > 0) console.log(`Slow Channel: ${made} clips made`);
  if (made < 0)
    console.warn(
      'Slow Channel has no clips: install Chromium, or set PENCHANT_CHROMIUM to its program, and build again.',
    );
}
