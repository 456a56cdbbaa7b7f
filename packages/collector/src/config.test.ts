import { afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from './config.js';

afterEach(() => void vi.unstubAllEnvs());
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
