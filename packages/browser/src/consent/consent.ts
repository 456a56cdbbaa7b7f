import type { Consent } from '../options.js';

/** What may be done at present. */
export interface Permission {
  /** Signals may be kept on the device. */
  readonly store: boolean;
  /** Counts may be sent. */
  readonly send: boolean;
}

/** `globalPrivacyControl` is what the browser says for its visitor (https://w3c.github.io/gpc/): it keeps everything on the device. */
export const permit = (consent: Consent, globalPrivacyControl: boolean): Permission => ({
  store: consent !== 'denied',
  send: consent === 'granted' || (consent === 'auto' && !globalPrivacyControl),
});
