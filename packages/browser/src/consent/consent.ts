import type { Consent } from '../options.js';

/** What may be done at present. */
export interface Permission {
  /** Signals may be kept on the device. */
  readonly store: boolean;
  /** Counts may be sent. */
  readonly send: boolean;
}

/**
 * What the page's setting permits; `undefined` while nobody has said: then signals wait in memory alone.
 * `globalPrivacyControl` is what the browser says for its visitor (https://w3c.github.io/gpc/): it keeps everything on
 * the device. `hasPlatform`: a consent platform is on the page, and `auto` waits for what it says.
 */
export function permit(consent: Consent, globalPrivacyControl: boolean, hasPlatform = false): Permission | undefined {
  if (consent === 'required' || (consent === 'auto' && hasPlatform)) return undefined;
  return {
    store: consent !== 'denied',
    send: consent === 'granted' || (consent === 'auto' && !globalPrivacyControl),
  };
}

/** Whether a consent platform is on the page: IAB TCF or GPP, or Google's consent mode. */
export const hasConsentPlatform = (page: object): boolean =>
  '__tcfapi' in page ||
  '__gpp' in page ||
  ('dataLayer' in page && Array.from(Object(page.dataLayer) as ArrayLike<unknown>).some(isConsentCommand));

const isConsentCommand = (entry: unknown): boolean => (Object(entry) as ArrayLike<unknown>)[0] === 'consent';
