import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from './config.js';

afterEach(() => void vi.unstubAllEnvs());
const folder = mkdtempSync(join(tmpdir(), 'penchant-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'penchant.json');
const SITE = ['--site', 'daily', '--origin', 'https://daily.example'];

describe('readConfig', () => {
  it('needs no more than a site', () => {
    expect(readConfig(SITE)).toEqual({
      store: 'sqlite:penchant.db',
      port: 8787,
      host: '127.0.0.1',
      sites: { daily: ['https://daily.example'] },
      publishSeconds: 60,
      publishMib: 1_024,
      minContributions: 20,
      openEpochs: false,
      limitPerAddress: 3_000,
      limitPerSite: 0,
      proxies: 0,
      log: 'warn',
    });
  });

  it('gives each origin to the site before it', () => {
    const flags = '--site a --origin https://a.example --origin http://localhost:3000 --site b --origin *';
    expect(readConfig(flags.split(' ')).sites).toEqual({ a: ['https://a.example', 'http://localhost:3000'], b: ['*'] });
  });

  it('takes everything as flags', () => {
    const flags =
      '--store memory: --port 0 --host 0.0.0.0 --admin-token 0123456789abcdef --publish-seconds 1 --min-contributions 3 --script a.js --log silent --open-epochs';
    expect(readConfig([...SITE, ...flags.split(' ')])).toMatchObject({
      store: 'memory:',
      port: 0,
      host: '0.0.0.0',
      adminToken: '0123456789abcdef',
      publishSeconds: 1,
      minContributions: 3,
      openEpochs: true,
      script: 'a.js',
      log: 'silent',
    });
  });

  it('takes everything as variables, and flags before them', () => {
    vi.stubEnv('PENCHANT_SITES', ' a=https://a.example,https://m.a.example\n b=https://b.example ');
    vi.stubEnv('PENCHANT_PORT', '9000');
    vi.stubEnv('PENCHANT_OPEN_EPOCHS', '1');
    vi.stubEnv('PENCHANT_ADMIN_TOKEN', '0123456789abcdef');
    const sites = { a: ['https://a.example', 'https://m.a.example'], b: ['https://b.example'] };
    expect(readConfig([])).toMatchObject({ sites, port: 9000, openEpochs: true, adminToken: '0123456789abcdef' });
    vi.stubEnv('PENCHANT_OPEN_EPOCHS', 'no');
    expect(readConfig([...SITE, '--port', '1'])).toMatchObject({
      sites: { daily: ['https://daily.example'] },
      port: 1,
      openEpochs: false,
    });
  });

  it.each([
    ['', 'add --site daily --origin https://daily.example'],
    ['--site daily', 'add --origin https://daily.example after it'],
    ['--origin https://a.example', 'must come after the --site'],
    ['--site a --origin https://a.example/', 'Write https://a.example.'],
    ['--site a --origin a.example', 'like https://daily.example'],
    ['--site a/b', 'letters, digits'],
    ['--site a --site a', 'named once'],
    ['--site __proto__', 'named once'],
    ['--port 70000', 'whole number from 0 to 65535'],
    ['--port 0x10000', 'whole number from 0 to 65535'],
    ['--min-contributions 0', 'whole number from 1'],
    ['--open-epochs maybe', 'yes or no'],
    ['--site a --origin * --retain-weeks 52', '--archive go together'],
    ['--log loud', 'Allowed choices are silent, error, warn, info'],
    ['--colour red', "unknown option '--colour'"],
  ])('refuses %s in one line that says how to mend it', (flags, message) => {
    expect(() => readConfig(flags.split(' ').filter(Boolean))).toThrow(message);
    try {
      readConfig(flags.split(' ').filter(Boolean));
    } catch (error) {
      expect(String(error)).not.toContain('\n');
    }
  });

  it('does not repeat a token that is too short', () => {
    expect(() => readConfig([...SITE, '--admin-token', 'hunter2'])).toThrow(/^(?!.*hunter2).*too short/);
  });
});

describe('the configuration file', () => {
  const readWith = (settings: unknown, ...flags: string[]) => {
    writeFileSync(file, typeof settings === 'string' ? settings : JSON.stringify(settings));
    return readConfig(['--config', file, ...flags]);
  };
  const sites = { a: ['https://a.example', 'https://m.a.example'], b: ['https://b.example'] };

  it('holds every setting', () => {
    const settings = {
      store: 'memory:',
      port: 0,
      host: '0.0.0.0',
      adminToken: '0123456789abcdef',
      publishSeconds: 1,
      publishMib: 16,
      minContributions: 3,
      openEpochs: true,
      script: 'a.js',
      limitPerAddress: 1,
      limitPerSite: 2,
      proxies: 1,
      retainWeeks: 52,
      archive: 'old',
      log: 'silent',
    };
    expect(readWith({ sites, ...settings })).toEqual({ sites, ...settings });
  });

  it('is named by a variable too, and comes after variables and flags', () => {
    vi.stubEnv('PENCHANT_CONFIG', file);
    vi.stubEnv('PENCHANT_PORT', '9000');
    writeFileSync(file, JSON.stringify({ sites, port: 1, host: 'file', proxies: 2 }));
    expect(readConfig(['--host', 'flag'])).toMatchObject({ sites, port: 9000, host: 'flag', proxies: 2 });
    vi.stubEnv('PENCHANT_SITES', 'c=https://c.example');
    expect(readConfig([]).sites).toEqual({ c: ['https://c.example'] });
    expect(readConfig(SITE).sites).toEqual({ daily: ['https://daily.example'] });
  });

  it.each([
    ['{"port":', 'is no JSON object'],
    ['[]', 'is no JSON object'],
    [{ colour: 'red' }, '"colour": there is no such setting'],
    [{ toString: 'red' }, '"toString": there is no such setting'],
    ['{"__proto__":{"port":1}}', '"__proto__": it must be'],
    ['{"sites":{"__proto__":["https://a.example"]}}', 'site "__proto__": A site is named once'],
    [{ config: 'another.json' }, '"config": there is no such setting'],
    [{ version: '1' }, '"version": there is no such setting'],
    [{ port: 70_000 }, '"port": It must be a whole number from 0 to 65535.'],
    [{ port: [1] }, '"port": it must be a text, a number, true or false.'],
    [{ log: 'loud' }, '"log": Allowed choices are silent, error, warn, info.'],
    [{ openEpochs: 'maybe' }, '"openEpochs": It must be yes or no.'],
    [{ sites: ['daily'] }, '"sites": write { "daily": ["https://daily.example"] }.'],
    [{ sites: { a: 'https://a.example' } }, '"sites": write { "daily": ["https://daily.example"] }.'],
    [{ sites: { a: ['https://a.example/'] } }, 'site "a": Write https://a.example.'],
    [{ sites: { a: [] } }, 'add --origin https://daily.example after it'],
    [{}, 'there is no site to collect for'],
  ])('refuses %j in one line that says how to mend it', (settings, message) => {
    expect(() => readWith(settings)).toThrow(message);
    expect(() => readWith(settings)).not.toThrow('\n');
  });

  it('is missed when it is not there', () => {
    expect(() => readConfig(['--config', join(folder, 'none.json')])).toThrow('none.json cannot be read: make it');
  });

  it.each(['{"adminToken":"hunter2-and-more",}', { adminToken: ['hunter2'] }, { adminToken: 'hunter2', sites }])(
    'has secrets that are not repeated: %j',
    (settings) => {
      expect(() => readWith(settings)).toThrow(/^(?!.*hunter2)/);
    },
  );
});
