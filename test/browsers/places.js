// @ts-check
import { join } from 'node:path';

/** @import { Machine } from './machine.js' */

/** Program names a PATH may know, the most expected first. */
export const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
  webkitDriver: ['WebKitWebDriver'],
  display: ['Xvfb'],
};

/** Where installers put browsers that PATH does not know. */
export const PLACES = {
  /** @param {Machine} machine */
  chromium: (machine) =>
    machine.platform === 'darwin'
      ? applications(machine, [
          'Chromium.app/Contents/MacOS/Chromium',
          'Google Chrome.app/Contents/MacOS/Google Chrome',
          'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        ])
      : machine.platform === 'win32'
        ? programFiles(machine, [
            'Google\\Chrome\\Application\\chrome.exe',
            'Chromium\\Application\\chrome.exe',
            'Microsoft\\Edge\\Application\\msedge.exe',
          ])
        : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'],
  /** @param {Machine} machine */
  firefox: (machine) =>
    machine.platform === 'darwin'
      ? applications(machine, ['Firefox.app/Contents/MacOS/firefox'])
      : machine.platform === 'win32'
        ? programFiles(machine, ['Mozilla Firefox\\firefox.exe'])
        : ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/opt/firefox/firefox'],
};

/**
 * Chromium as `playwright install` leaves it, the newest first.
 * @param {Machine} machine
 */
export function playwrightChromiums(machine) {
  const { env, home, platform } = machine;
  const cache =
    platform === 'darwin'
      ? join(home, 'Library/Caches')
      : platform === 'win32'
        ? (env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'))
        : (env['XDG_CACHE_HOME'] ?? join(home, '.cache'));
  const downloads = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(cache, 'ms-playwright');
  return machine
    .list(downloads)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((revision) => machine.list(join(downloads, revision)).map((build) => join(downloads, revision, build)))
    .flatMap((build) => [
      join(build, 'chrome'),
      join(build, 'chrome.exe'),
      join(build, 'Chromium.app/Contents/MacOS/Chromium'),
      join(build, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
    ]);
}

/**
 * The small WebKitGTK browser, which distributions keep out of PATH.
 * @param {Machine} machine
 */
export function miniBrowsers(machine) {
  const folders = ['/usr/lib', ...machine.list('/usr/lib').map((name) => `/usr/lib/${name}`), '/usr/libexec'];
  return folders.flatMap((folder) =>
    machine
      .list(folder)
      .filter((name) => /^webkit2?gtk-\d/.test(name))
      .map((name) => `${folder}/${name}/MiniBrowser`),
  );
}

/**
 * @param {Machine} machine
 * @param {readonly string[]} apps
 */
function applications({ home }, apps) {
  return apps.flatMap((app) => [`/Applications/${app}`, `${home}/Applications/${app}`]);
}

/**
 * @param {Machine} machine
 * @param {readonly string[]} programs
 */
function programFiles({ env }, programs) {
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  return programs.flatMap((program) => roots.flatMap((root) => (root ? [`${root}\\${program}`] : [])));
}
