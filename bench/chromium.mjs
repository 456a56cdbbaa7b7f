import puppeteer from 'puppeteer-core';
import { findEngines, REMEDY } from '../test/browsers/find.js';

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium's sandbox refuses to run as root
];

/** Starts the Chromium of this machine, without what it does by itself. It lives through `Ctrl+C`: what is under way is finished first. */
export function launchChromium(options = {}) {
  const { chromium } = findEngines();
  if (!chromium) throw new Error(`[penchant] The table is of Chromium: ${REMEDY.chromium}.`);
  return puppeteer.launch({ executablePath: chromium, args: QUIET, handleSIGINT: false, ...options });
}
