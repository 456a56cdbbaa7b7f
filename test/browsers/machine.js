// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * What finding a browser needs to know of a computer. Tests hand in an imaginary one.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home
 * @property {(path: string) => boolean} isProgram
 * @property {(path: string) => boolean} starts  Is a program, and one that can run here.
 * @property {(folder: string) => string[]} list  Names in a folder; none when it cannot be read.
 */

/** @type {Machine} */
export const thisMachine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  starts(path) {
    if (!thisMachine.isProgram(path)) return false;
    // On Linux a browser may lack its libraries, or be a note that says to install a snap. Elsewhere `--version` opens a window.
    return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 10_000 }).status === 0;
  },
  list(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
};

/**
 * The programs of these names that PATH knows.
 * @param {Machine} machine
 * @param {readonly string[]} names
 */
export function onPath(machine, names) {
  const folders = (machine.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const suffix = machine.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
    .filter((path) => machine.isProgram(path));
}
