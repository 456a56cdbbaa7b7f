// @ts-check
import { spawnSync } from 'node:child_process';
import { onPath, thisMachine } from './machine.js';
import { findEngines } from './find.js';

/** Long enough for a slow line to bring Chromium's 180 MB, short enough to notice that it never will. */
const LIMIT_MS = 300_000;

/** The ways to get Chromium, the least intrusive first. Each may fail quietly: the next one is tried. */
const WAYS = [
  {
    name: 'Playwright’s Chromium',
    possible: () => true,
    commands: [['npx', '-y', 'playwright@latest', 'install', 'chromium']],
  },
  {
    name: 'Debian’s chromium',
    possible: () => process.getuid?.() === 0 && onPath(thisMachine, ['apt-get']).length > 0,
    commands: [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-qq', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    ],
  },
];

/** Installs a Chromium and returns its program, or undefined when every way failed. */
export function installChromium() {
  for (const way of WAYS.filter(({ possible }) => possible())) {
    console.log(`Chromium is not installed: getting ${way.name} …`);
    if (!way.commands.every(run)) continue;
    const { chromium } = findEngines();
    if (chromium) return chromium;
  }
  return undefined;
}

/** @param {string[]} command */
function run([program = '', ...args]) {
  const { status } = spawnSync(program, args, {
    stdio: 'ignore',
    timeout: LIMIT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32', // npx is a .cmd there, which only a shell starts
  });
  return status === 0;
}
