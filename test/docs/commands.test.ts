import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contents } from '../../docs/contents.mjs';
import { blocksIn, PAGES, placeOf, ROOT } from './blocks.js';
import { commandsIn, isOthers, type Command } from './commands.js';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
}
const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(`${ROOT}${folder}/package.json`, 'utf8')) as Manifest;
const members = ['packages', 'examples']
  .flatMap((folder) => readdirSync(`${ROOT}${folder}`).map((name) => `${folder}/${name}`))
  .filter((folder) => existsSync(`${ROOT}${folder}/package.json`))
  .map(manifestIn);
const scriptsOf = (name?: string): readonly string[] =>
  Object.keys((name ? members.find((member) => member.name === name) : manifestIn('.'))?.scripts ?? {});

const helps = new Map<string, string>();
/** What a program of ours says of a command of it. */
function helpOf(program: string, words: Command): string {
  const asked = [`${ROOT}packages/${program}/bin/penchant-${program}.js`, ...words, '--help'];
  const key = asked.join(' ');
  const help = helps.get(key) ?? execFileSync(process.execPath, asked, { encoding: 'utf8' });
  helps.set(key, help);
  return help;
}

/** What is wrong with a command, if anything. */
function wrongWith([program = '', ...words]: Command): string | undefined {
  const ours = /^penchant-(collector|lab) |^node packages\/(collector|lab)\/(?:bin|dist)\//.exec(
    `${program} ${words[0] ?? ''}`,
  );
  if (ours) return wrongFlags(ours[1] ?? ours[2] ?? '', program === 'node' ? words.slice(1) : words);
  switch (program) {
    case 'npx':
      return words[1] === 'pnpm@10' ? wrongWith(['pnpm', ...words.slice(2)]) : undefined;
    case 'pnpm': {
      const [first = '', name, script = ''] = words;
      const isThere = first === '--filter' ? scriptsOf(name).includes(script) : scriptsOf().includes(first);
      return isThere ? undefined : `there is no script ${words.join(' ')}`;
    }
    case 'npm': {
      const unknown = words
        .filter((word) => word.startsWith('@penchant/'))
        .filter((word) => !members.some((member) => member.name === word && !member.private));
      return unknown.length > 0 ? `there is no package ${unknown.join(', ')}` : undefined;
    }
    case 'node':
    case 'cd':
      return existsSync(`${ROOT}${words[0]}`) ? undefined : `there is no ${words[0]}`;
    default:
      return isOthers(program) ? undefined : `what is ${program}?`;
  }
}

function wrongFlags(program: string, words: Command): string | undefined {
  const first = words.findIndex((word) => word.startsWith('-'));
  const help = helpOf(
    program,
    (first < 0 ? words : words.slice(0, first)).filter((word) => word !== '>'),
  );
  const flags = words.filter((word) => word.startsWith('--')).map((word) => word.replace(/=.*/, ''));
  const unknown = flags.filter((flag) => !help.includes(`${flag} `) && !help.includes(`${flag}\n`));
  return unknown.length > 0 ? `penchant-${program} knows no ${unknown.join(', ')}` : undefined;
}

it.each(
  blocksIn('sh', 'console').flatMap((block) =>
    commandsIn(block.code, block.language === 'console').map(
      (command) => [placeOf(block), command.join(' '), command] as const,
    ),
  ),
)('%s: %s can be run', (_place, _line, command) => {
  expect(wrongWith(command)).toBeUndefined();
});

it.each([
  ['the numbers in docs/scoring.md are those that the core gives', 'docs/scoring.mjs'],
  ['llms.txt lists what the documentation is', 'docs/llms.mjs'],
])('%s', (_, script) => {
  const { status, stderr } = spawnSync(process.execPath, [`${ROOT}${script}`], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it('the index lists every page of the documentation', () => {
  const listed = contents().flatMap(({ pages }) => pages.map(({ path }) => path));
  const written = PAGES.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
  expect(written.filter((page) => !listed.includes(page))).toEqual([]);
  expect(listed.filter((page) => !existsSync(`${ROOT}${page}`))).toEqual([]);
});

it('the settings in docs/operations.md are those that the collector says', () => {
  const page = readFileSync(`${ROOT}docs/operations.md`, 'utf8');
  expect(page).toContain(helpOf('collector', []).trim());
});
