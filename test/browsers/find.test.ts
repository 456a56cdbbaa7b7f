import { describe, expect, it } from 'vitest';
import { findEngines } from './find.js';
import type { Machine } from './machine.js';

describe('finding browsers', () => {
  it('takes what a person named before what is installed', () => {
    const machine = imagine({ programs: ['/opt/mine', '/usr/bin/chromium'], env: { PENCHANT_CHROMIUM: '/opt/mine' } });
    expect(findEngines(machine).chromium).toBe('/opt/mine');
  });

  it('says so when what a person named is not there', () => {
    const machine = imagine({ programs: ['/usr/bin/firefox'], env: { PENCHANT_FIREFOX: '/opt/typo' } });
    expect(() => findEngines(machine)).toThrow('PENCHANT_FIREFOX is /opt/typo, but no program starts there');
  });

  it('takes what is installed before what Playwright downloaded', () => {
    const cached = '/home/me/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome';
    const installed = ['/usr/bin/chromium', '/usr/bin/firefox-esr'];
    expect(findEngines(imagine({ programs: [cached, ...installed] }))).toEqual({
      chromium: '/usr/bin/chromium',
      firefox: '/usr/bin/firefox-esr',
    });
    expect(findEngines(imagine({ programs: [cached] })).chromium).toBe(cached);
  });

  it('takes the newest of Playwright’s downloads', () => {
    const [old, recent] = [900, 1200].map((n) => `/home/me/Library/Caches/ms-playwright/chromium-${n}/chrome-mac`);
    const app = 'Chromium.app/Contents/MacOS/Chromium';
    const machine = imagine({ platform: 'darwin', programs: [`${old}/${app}`, `${recent}/${app}`] });
    expect(findEngines(machine).chromium).toBe(`${recent}/${app}`);
  });

  it('passes over a program that does not start', () => {
    const machine = imagine({
      programs: ['/usr/bin/chromium', '/opt/google/chrome/chrome'],
      broken: ['/usr/bin/chromium'],
    });
    expect(findEngines(machine).chromium).toBe('/opt/google/chrome/chrome');
  });

  it.each([
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['linux', '/usr/bin/google-chrome'],
  ] as const)('knows where %s keeps Chrome', (platform, chrome) => {
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    expect(findEngines(imagine({ platform, env, programs: [chrome] })).chromium).toBe(chrome);
  });

  it('takes WebKitGTK only with its driver and a screen', () => {
    const driver = '/usr/bin/WebKitWebDriver';
    const display = '/usr/bin/Xvfb';
    const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
    expect(findEngines(imagine({ programs: [driver, display, browser] })).webkit).toEqual({ driver, browser, display });
    expect(findEngines(imagine({ programs: [driver, browser] })).webkit).toBeUndefined();
  });
});

interface Imagined {
  readonly platform?: NodeJS.Platform;
  readonly env?: Readonly<Record<string, string>>;
  readonly programs: readonly string[];
  /** Programs that are there, and do not start. */
  readonly broken?: readonly string[];
}

/** A computer with nothing on it but these programs. */
function imagine({ platform = 'linux', env = {}, programs, broken = [] }: Imagined): Machine {
  return {
    platform,
    env: { PATH: '/usr/bin', ...env },
    home: '/home/me',
    isProgram: (path) => programs.includes(path),
    starts: (path) => programs.includes(path) && !broken.includes(path),
    list(folder) {
      const inside = programs.filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))];
    },
  };
}
