// Lays penchant.js and its parts beside the page. Any server of files can have the folder.
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const penchant = dirname(fileURLToPath(import.meta.resolve('@penchant/browser/penchant.js')));

for (const part of ['penchant.js', 'parts'])
  await cp(join(penchant, part), join(here('dist'), part), {
    recursive: true,
    filter: (path) => /(parts|\.js)$/.test(path),
  });
await cp(here('index.html'), join(here('dist'), 'index.html'));
await cp(fileURLToPath(import.meta.resolve('@penchant/elements/tokens.css')), join(here('dist'), 'tokens.css'));
