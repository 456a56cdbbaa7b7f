// @ts-check
import { onPath, thisMachine } from './machine.js';
import { NAMES, PLACES, miniBrowsers, playwrightChromiums } from './places.js';

/** @import { Machine } from './machine.js' */

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/**
 * The programs each engine needs; an engine that is not here was not found.
 * @typedef {object} Engines
 * @property {string} [chromium]
 * @property {string} [firefox]
 * @property {{ driver: string, browser: string, display: string }} [webkit]
 */

/** @type {readonly Engine[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** How to get each engine, in the words a person needs. */
export const REMEDY = {
  chromium: 'install Chromium or Chrome, or set PENCHANT_CHROMIUM to its program',
  firefox: 'install Firefox, or set PENCHANT_FIREFOX to its program',
  webkit: 'install WebKitGTK with its driver, and Xvfb (Debian: webkit2gtk-driver xvfb)',
};

/**
 * The engines this machine has. Looks only: nothing is installed here.
 * @param {Machine} [machine]
 * @returns {Engines}
 */
export function findEngines(machine = thisMachine) {
  const chromium =
    named(machine, 'PENCHANT_CHROMIUM') ??
    [...onPath(machine, NAMES.chromium), ...PLACES.chromium(machine), ...playwrightChromiums(machine)].find(
      machine.starts,
    );
  const firefox =
    named(machine, 'PENCHANT_FIREFOX') ??
    [...onPath(machine, NAMES.firefox), ...PLACES.firefox(machine)].find(machine.starts);
  const webkit = findWebKit(machine);
  return { ...(chromium && { chromium }), ...(firefox && { firefox }), ...(webkit && { webkit }) };
}

/** @param {Machine} machine */
function findWebKit(machine) {
  const [driver] = onPath(machine, NAMES.webkitDriver);
  const [display] = onPath(machine, NAMES.display);
  const browser = miniBrowsers(machine).find(machine.isProgram);
  return driver && display && browser ? { driver, browser, display } : undefined;
}

/**
 * A program a person named. Naming one that is not there is a mistake to be told about, not to be worked around.
 * @param {Machine} machine
 * @param {'PENCHANT_CHROMIUM' | 'PENCHANT_FIREFOX'} variable
 */
function named(machine, variable) {
  const path = machine.env[variable];
  if (path && !machine.starts(path))
    throw new Error(`${variable} is ${path}, but no program starts there: correct it or unset it.`);
  return path || undefined;
}
