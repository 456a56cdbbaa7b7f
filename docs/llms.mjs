// @ts-check
// Makes llms.txt, the table of contents for language models (https://llmstxt.org), of the index of the documentation.
// `node docs/llms.mjs` fails if it is not as it would be written; with `--write` it writes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { contents } from './contents.mjs';

const place = new URL('../llms.txt', import.meta.url);
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const about = (readme.split('\n\n')[1] ?? '').replaceAll('\n', ' ');
const sections = contents().map(({ title, pages }) =>
  [`## ${title}`, '', ...pages.map((page) => `- [${page.title}](${page.path}): ${page.about}`)].join('\n'),
);
const fresh = `${['# Penchant', `> ${about}`, ...sections].join('\n\n')}\n`;

if (process.argv.includes('--write')) writeFileSync(place, fresh);
else if (!existsSync(place) || readFileSync(place, 'utf8') !== fresh) {
  process.stderr.write('llms.txt is not what the documentation is now: run node docs/llms.mjs --write\n');
  process.exitCode = 1;
}
