import { fromEvent, Observable, merge, type TeardownLogic } from 'rxjs';
import type { Permission } from './consent.js';

/** What one platform says: yes, no, or nothing yet. */
interface Said {
  readonly store?: boolean;
  readonly send?: boolean;
}
type Platform = (page: ConsentPage, told: (said: Said) => void) => TeardownLogic;

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
  const later = fromEvent(page, 'click', { capture: true }).subscribe(() => setTimeout(read));
  return () => later.unsubscribe();
};

const PLATFORMS: readonly (readonly [name: keyof ConsentPage, platform: Platform])[] = [
  ['__tcfapi', tcf],
  ['__gpp', gpp],
  ['dataLayer', consentMode],
];

/**
 * What the consent platforms of a page permit together, as it changes: what one of them denies is denied. Nothing is
 * told until each has said whether signals may be stored.
 */
export function platformConsent(page: ConsentPage, globalPrivacyControl: boolean): Observable<Permission> {
  const present = PLATFORMS.filter(([name]) => name in page);
  const said = new Map<string, Said>();
  const heard = present.map(
    ([name, platform]) =>
      new Observable<string>((out) =>
        platform(page, (what) => {
          said.set(name, what);
          out.next(name);
        }),
      ),
  );
  return new Observable((out) =>
    merge(...heard).subscribe(() => {
      const all = present.map(([name]) => said.get(name));
      if (all.some((one) => one?.store === undefined)) return;
      const store = all.every((one) => one?.store);
      out.next({ store, send: store && !globalPrivacyControl && all.every((one) => one?.send) });
    }),
  );
}
