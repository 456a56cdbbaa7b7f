import { beforeAll, describe, expect, it } from 'vitest';
import { testCollector } from '../testing.js';
import { PAGE_PATHS, pageFiles } from './page-files.js';

const collector = testCollector();
const get = (url: string, headers: Readonly<Record<string, string>> = {}) => collector.inject({ url, headers });

beforeAll(() => {
  if (pageFiles().size < PAGE_PATHS.length) throw new Error('`pnpm build` comes before these tests.');
});

describe('the dashboard’s page', () => {
  it.each(PAGE_PATHS)('may do nothing but ask its own origin: %s', async (path) => {
    const { statusCode, headers } = await get(path);
    expect(statusCode).toBe(200);
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('is one document with no script or style in its lines', async () => {
    const { headers, payload } = await get('/');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(payload).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
    const named = [...payload.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => `/${url}`);
    expect(named.sort()).toEqual(PAGE_PATHS.filter((path) => path !== '/').sort());
  });

  it.each(PAGE_PATHS)('is sent small, and once: %s', async (path) => {
    const whole = await get(path);
    const small = await get(path, { 'accept-encoding': 'br' });
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.rawPayload.length).toBeLessThan(whole.rawPayload.length);
    const again = await get(path, { 'accept-encoding': 'br', 'if-none-match': String(small.headers['etag']) });
    expect([again.statusCode, again.payload]).toEqual([304, '']);
    expect(again.headers).toHaveProperty('content-security-policy');
  });

  it('weighs at most 20 kB in all, compressed', () => {
    const sizes = [...pageFiles().values()].map(({ encoded }) => encoded.forms.br.bytes.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
  });

  it('speaks the visual language of everything else', async () => {
    const { body } = await get('/dashboard/dashboard.css');
    expect(body).toMatch(/--liked: ?light-dark\(#0b6f63/);
    expect(body).not.toContain('@import');
  });
});
