// Puts the podcast together in dist: its page, penchant.js beside it, a recording and a cover for every episode.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cover } from './cover.js';
import { recording } from './sound.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const penchant = dirname(fileURLToPath(import.meta.resolve('@penchant/browser/penchant.js')));
const out = here('dist');

await rm(out, { recursive: true, force: true });
await mkdir(join(out, 'episodes'), { recursive: true });
await cp(here('site'), out, { recursive: true });
await cp(fileURLToPath(import.meta.resolve('@penchant/elements/tokens.css')), join(out, 'tokens.css'));
for (const part of ['penchant.js', 'parts'])
  await cp(join(penchant, part), join(out, part), { recursive: true, filter: (path) => /(parts|\.js)$/.test(path) });

const page = await readFile(here('site/index.html'), 'utf8');
const episodes = [...page.matchAll(/data-penchant-item="([\w-]+)"\s+data-penchant-features="topic:(\w+)/g)];
for (const [nth, [, id, topic]] of episodes.entries()) {
  await writeFile(join(out, 'episodes', `${id}.wav`), recording(topic, 12 + (nth % 3) * 2, nth));
  await writeFile(join(out, 'episodes', `${id}.svg`), cover(topic, nth));
}
console.log(`Small Hours: ${episodes.length} episodes, in ${out}`);
