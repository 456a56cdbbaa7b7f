import { describe, expect, it, vi } from 'vitest';
import { hasConsentPlatform, type Permission } from './consent.js';
import { platformConsent, type ConsentPage } from './platforms.js';

function hear(platforms: Partial<ConsentPage>, gpc = false) {
  const page: ConsentPage = Object.assign(new EventTarget(), platforms);
  const told: Permission[] = [];
  const stop = platformConsent(page, gpc, (permission) => told.push(permission));
  return { page, told, stop };
}

describe('TCF', () => {
  type Told = Parameters<NonNullable<ConsentPage['__tcfapi']>>[2];
  function tcf() {
    const calls: string[] = [];
    let told: Told = () => {};
    const api: NonNullable<ConsentPage['__tcfapi']> = (command, _version, callback, what) => {
      calls.push(`${command} ${what ?? ''}`.trim());
      if (command === 'addEventListener') told = callback;
    };
    return { api, calls, say: (data: Parameters<Told>[0]) => told({ listenerId: 7, ...data }, true) };
  }

  it('waits for the visitor, then stores by purpose 1 and sends by purpose 8', () => {
    const { api, say } = tcf();
    const { told } = hear({ __tcfapi: api });
    say({ eventStatus: 'cmpuishown', gdprApplies: true });
    expect(told).toEqual([]);
    say({ eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: { 1: true } } });
    say({ eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: { 1: true, 8: true } } });
    say({ eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: { 8: true } } });
    expect(told).toEqual([
      { store: true, send: false },
      { store: true, send: true },
      { store: false, send: false },
    ]);
  });

  it('permits all where the GDPR does not apply, but for Global Privacy Control', () => {
    const { api, say } = tcf();
    const { told, stop } = hear({ __tcfapi: api }, true);
    say({ gdprApplies: false });
    expect(told).toEqual([{ store: true, send: false }]);
    stop();
  });

  it('leaves nothing behind when it stops', () => {
    const { api, calls, say } = tcf();
    const { stop } = hear({ __tcfapi: api });
    say({ eventStatus: 'cmpuishown' });
    stop();
    expect(calls).toEqual(['addEventListener', 'removeEventListener 7']);
  });
});

describe('GPP', () => {
  it('sends nothing once sale, sharing or targeting was opted out of, or GPC is in it', () => {
    for (const [section, send] of [
      [{ SaleOptOut: 2 }, true],
      [{ SaleOptOut: 1 }, false],
      [{ SharingOptOut: 1 }, false],
      [{ TargetedAdvertisingOptOut: 1 }, false],
      [{ Gpc: true }, false],
    ] as const) {
      let say: (event: object, ok: boolean) => void = () => {};
      const { told, stop } = hear({
        __gpp: (command, callback) => void (command === 'addEventListener' && (say = callback)),
      });
      say({ eventName: 'signalStatus', pingData: { signalStatus: 'not ready' } }, true);
      expect(told).toEqual([]);
      say(
        { eventName: 'signalStatus', pingData: { signalStatus: 'ready', parsedSections: { usnat: [section] } } },
        true,
      );
      expect(told).toEqual([{ store: true, send }]);
      stop();
    }
  });
});

describe('consent mode', () => {
  // `arguments` objects are what gtag pushes
  const gtag = (...entry: unknown[]): unknown => Object.assign({ length: entry.length }, entry);

  it('gates the profile by personalization_storage and counts by analytics_storage, and hears of a change after a click', async () => {
    const dataLayer: unknown[] = [
      gtag('js'),
      gtag('consent', 'default', { personalization_storage: 'denied', analytics_storage: 'denied' }),
    ];
    const { page, told, stop } = hear({ dataLayer });
    dataLayer.push(gtag('consent', 'update', { personalization_storage: 'granted' }));
    page.dispatchEvent(new Event('click'));
    await vi.waitFor(() => expect(told).toHaveLength(2));
    dataLayer.push(gtag('consent', 'update', { analytics_storage: 'granted' }));
    page.dispatchEvent(new Event('click'));
    await vi.waitFor(() => expect(told).toHaveLength(3));
    expect(told).toEqual([
      { store: false, send: false },
      { store: true, send: false },
      { store: true, send: true },
    ]);
    dataLayer.push(gtag('consent', 'update', { analytics_storage: 'denied' }));
    page.dispatchEvent(new Event('click'));
    stop(); // what was about to be read is not told any more
    page.dispatchEvent(new Event('click'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toHaveLength(3);
  });
});

it('denies what any of several platforms denies, once all have spoken', () => {
  const dataLayer = [['consent', 'default', { personalization_storage: 'granted', analytics_storage: 'granted' }]];
  let say: (data: object, ok: boolean) => void = () => {};
  const { told } = hear({ dataLayer, __tcfapi: (_command, _version, callback) => void (say = callback) });
  expect(told).toEqual([]);
  say({ eventStatus: 'tcloaded', purpose: { consents: { 1: true } } }, true);
  expect(told).toEqual([{ store: true, send: false }]);
});

it('knows a platform when it sees one', () => {
  expect(hasConsentPlatform({})).toBe(false);
  expect(hasConsentPlatform({ dataLayer: [['js', 1]] })).toBe(false);
  expect(hasConsentPlatform({ dataLayer: [['consent', 'default', {}]] })).toBe(true);
  expect(hasConsentPlatform({ __tcfapi: () => {} })).toBe(true);
  expect(hasConsentPlatform({ __gpp: () => {} })).toBe(true);
});
