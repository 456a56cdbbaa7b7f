import type { Permission } from './consent.js';

/** What one platform says: yes, no, or nothing yet. */
interface Said {
  readonly store?: boolean;
  readonly send?: boolean;
}
type Platform = (page: ConsentPage, told: (said: Said) => void) => () => void;

interface TcData {
  readonly eventStatus?: string;
  readonly gdprApplies?: boolean;
  readonly listenerId?: number;
  readonly purpose?: { readonly consents?: Readonly<Record<number, boolean>> };
}
interface GppEvent {
  readonly eventName?: string;
  readonly data?: unknown;
  readonly listenerId?: number;
  readonly pingData?: {
    readonly signalStatus?: string;
    readonly parsedSections?: Readonly<Record<string, unknown>>;
  };
}
/** Of a window, what consent platforms put there. */
export interface ConsentPage extends EventTarget {
  readonly __tcfapi?: (
    command: string,
    version: number,
    told: (data: TcData, ok: boolean) => void,
    what?: number,
  ) => void;
  readonly __gpp?: (command: string, told: (event: GppEvent, ok: boolean) => void, what?: number) => void;
  readonly dataLayer?: readonly unknown[];
}

/** IAB TCF v2.2: purpose 1 (store on a device) gates storage, purpose 8 (measure content) what is sent. */
const tcf: Platform = (page, told) => {
  let listener: number | undefined;
  page.__tcfapi?.('addEventListener', 2, ({ eventStatus, gdprApplies, listenerId, purpose }, ok) => {
    listener = listenerId;
    if (!ok) return;
    if (gdprApplies === false) return told({ store: true, send: true });
    if (eventStatus !== 'tcloaded' && eventStatus !== 'useractioncomplete') return told({});
    const store = purpose?.consents?.[1] === true;
    told({ store, send: store && purpose?.consents?.[8] === true });
  });
  return () => page.__tcfapi?.('removeEventListener', 2, () => {}, listener);
};

/** IAB GPP: where it is ready, an opt-out of sale, sharing or targeting keeps everything on the device. */
const gpp: Platform = (page, told) => {
  let listener: number | undefined;
  page.__gpp?.('addEventListener', ({ pingData, listenerId }) => {
    listener = listenerId;
    if (pingData?.signalStatus !== 'ready') return;
    const answers = Object.values(pingData.parsedSections ?? {}).flat();
    const isOptedOut = answers.some((section) => {
      const { SaleOptOut, SharingOptOut, TargetedAdvertisingOptOut, Gpc } = Object(section) as Record<string, unknown>;
      return SaleOptOut === 1 || SharingOptOut === 1 || TargetedAdvertisingOptOut === 1 || Gpc === true;
    });
    told({ store: true, send: !isOptedOut });
  });
  return () => page.__gpp?.('removeEventListener', () => {}, listener);
};

/** Google consent mode: `personalization_storage` gates the profile, `analytics_storage` what is sent. A change needs a click, so it is read anew after each. */
const consentMode: Platform = (page, told) => {
  const read = (): void => {
    const state: Record<string, unknown> = {};
    for (const entry of page.dataLayer ?? []) {
      const [command, , choices] = Array.from(Object(entry) as ArrayLike<unknown>);
      if (command === 'consent') Object.assign(state, choices);
    }
    const { personalization_storage: profile, analytics_storage: counts } = state;
    const store = profile !== 'denied'; // what a page does not mention is granted, as for Google's own tags
    told({ store, send: store && counts !== 'denied' });
  };
  read();
  const later = (): void => void setTimeout(read);
  page.addEventListener('click', later, true);
  return () => page.removeEventListener('click', later, true);
};

const PLATFORMS: readonly (readonly [name: keyof ConsentPage, platform: Platform])[] = [
  ['__tcfapi', tcf],
  ['__gpp', gpp],
  ['dataLayer', consentMode],
];

/**
 * Tells what the consent platforms of a page permit together, as it changes: what one of them denies is denied. Nothing is
 * told until each has said whether signals may be stored. Returns what ends it.
 */
export function platformConsent(
  page: ConsentPage,
  globalPrivacyControl: boolean,
  told: (permission: Permission) => void,
): () => void {
  const present = PLATFORMS.filter(([name]) => name in page);
  const said = new Map<string, Said>();
  let ended = false;
  const hear = (name: string, what: Said): void => {
    said.set(name, what);
    const all = present.map(([each]) => said.get(each));
    if (ended || all.some((one) => one?.store === undefined)) return;
    const store = all.every((one) => one?.store);
    told({ store, send: store && !globalPrivacyControl && all.every((one) => one?.send) });
  };
  const leave = present.map(([name, platform]) => platform(page, (what) => hear(name, what)));
  return () => {
    ended = true;
    for (const each of leave) each();
  };
}
