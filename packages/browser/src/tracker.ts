import {
  DAY_MS,
  emptyModel,
  inContext,
  rank,
  refuse,
  viewOf,
  type Item,
  type Model,
  type Observation,
  type Plain,
  type Policy,
  type ProfileView,
  type Signal,
} from '@penchant/core';
import { defer, from, map, mergeMap, Subject, Subscription } from 'rxjs';
import type { Explain, Tracker } from './api.js';
import { arrange, RANKED } from './arrange/arrange.js';
import { BOUNCE_MS, type Opened } from './capture/bounce.js';
import { capture } from './capture/capture.js';
import type { Captured } from './capture/captured.js';
import type { Reject, Rejected } from './capture/reject.js';
import { vitals } from './capture/vitals.js';
import { hasConsentPlatform, permit, type Permission } from './consent/consent.js';
import { contributor } from './contribute/contributor.js';
import { foldFor } from './contribute/fold.js';
import { addressOf, bodyOf, send } from './contribute/send.js';
import { eraseJournal, indexedDbJournal } from './journal/indexeddb.js';
import type { Holdings, Journal } from './journal/journal.js';
import { memoryJournal } from './journal/memory.js';
import { actJoiner, clickBefore } from './learn/act.js';
import { learner } from './learn/learner.js';
import { itemOf, RANKED_LIST } from './markup.js';
import { cachedModel, freshModel, type ModelCache } from './model/model.js';
import type { Mode, SignalInput, TrackerOptions } from './options.js';
import { pageOf, parsed } from './page.js';
import { tabs } from './tabs.js';

/** Most items whose features are remembered from `rank` calls. */
const MAX_KNOWN_ITEMS = 5_000;

/** Most signals in the journal, and how old they may get. What they taught stays in the profile. */
const MAX_SIGNALS = 20_000;
const MAX_AGE_MS = 180 * DAY_MS;
/** How soon a journal that was taken away is opened again. */
const REOPEN_MS = 50;

/** Starts a tracker on this page. */
export function startTracker<Explained>(
  options: TrackerOptions,
  policy: Policy,
  explainScore: Explain<Explained>,
  onStop: () => void,
): Tracker<Explained> {
  const { site, collector, root = document, features, debug = false } = options;
  const warn = (...words: unknown[]): void => void (debug && console.warn('[penchant]', ...words));
  const mode: Mode = collector ? (options.mode ?? 'counts') : 'local';
  const name = `penchant ${site}`;

  const page = pageOf(window);
  const learning = learner(policy, () => ({ maxSignals: MAX_SIGNALS, oldestAt: Date.now() - MAX_AGE_MS }));
  const signals = new Subject<Signal>();
  const running = new Subscription();
  const buckets = new Map<string, ReadonlyMap<string, number>>();
  const known = new Map<string, Item>();
  const refused: Record<string, number> = {};
  const gpc = globalPrivacyControl();
  const hasPlatform = hasConsentPlatform(window);
  let allowed = permit(options.consent ?? 'auto', gpc, hasPlatform);
  let sending = new AbortController();
  let model: Model = emptyModel;
  let journal: Journal | undefined;
  let holdings: Holdings | undefined;
  let recorded = 0;
  let stopped = false;

  const joinAct = actJoiner(() => learning.observations);
  const rejected = new Subject<Rejected>();
  const reject: Reject = (kind, why) => {
    if (!debug && !rejected.observed) return;
    const [about, reason] = why();
    if (!about) return;
    warn('does not count:', kind, about.item, reason);
    rejected.next({ ...about, kind, reason });
  };

  const itemFor = (id: string): Item => features?.(id) ?? markedUp(root, id) ?? known.get(id) ?? { id };

  // Signals of one task are learnt and saved together, before the task is over: a navigation cannot lose them.
  let burst: Observation[] = [];
  const take = (captured: Captured): void => {
    if ('undo' in captured) return void self.undo(captured.undo);
    const now = Date.now();
    const { item } = captured;
    const signal = joinAct({ at: now, ...captured.signal });
    const wrong = allowed?.store === false ? { path: 'consent', reason: 'denied' } : refuse(signal, now);
    if (wrong) {
      const reason = `${wrong.path} ${wrong.reason}`;
      refused[reason] = (refused[reason] ?? 0) + 1;
      warn('refused:', reason, signal);
      reject(signal.kind, () => [signal, allowed?.store === false ? 'no consent' : reason]);
      return;
    }
    recorded++;
    const subject = signal.kind === 'impression' ? { id: signal.item } : (item ?? itemFor(signal.item));
    const told = inContext(signal, subject, learning.profile.value, model, policy);
    if (burst.push({ signal: told, item: subject }) === 1)
      queueMicrotask(() => {
        const taken = burst;
        burst = [];
        learning.learn(taken).then(() => others.tell('learnt'), lost);
      });
    signals.next(told);
  };
  const record = (signal: SignalInput): void => take({ signal });

  const says =
    (kind: Plain['kind'] | 'return') =>
    (item: string): void =>
      record({ kind, item });

  const ranked: Tracker<Explained>['rank'] = (items, { list, ...how } = {}) => {
    try {
      const placements = rank(items, learning.profile.value, model, policy, Date.now(), how);
      if (list !== undefined) buckets.set(list, new Map(placements.map(({ item, bucket }) => [item.id, bucket])));
      for (const item of items) if (known.size < MAX_KNOWN_ITEMS) known.set(item.id, item);
      return placements.map(({ item }) => item);
    } catch (error) {
      warn('not ranked:', error);
      return [...items];
    }
  };
  const arrangeAll = (): void =>
    root
      .querySelectorAll(RANKED_LIST)
      .forEach((list) => arrange(list, (items, listed) => ranked(items, { list: listed })));

  const fold = foldFor(site);
  const post = { url: addressOf(collector ?? ''), bodyOf };
  const contributing = contributor({
    name,
    page,
    fold,
    journal: () => journal,
    allowed: () => mode === 'counts' && allowed?.send === true && !stopped,
    send: (contribution) => send(post.url, contribution, sending.signal),
  });
  const cache: ModelCache = {
    kept: async () => journal?.kept('model'),
    keep: async (document) => journal?.keep('model', document),
  };

  /** The browser or another tab took the journal away: what comes now waits in memory for the next one. */
  const lost = (error?: unknown): void => {
    warn('storage was lost:', error);
    learning.detach();
    journal?.close();
    journal = undefined;
    setTimeout(reopen, REOPEN_MS); // a page that is left soon must not leave with what it holds
  };
  const reopen = (): void => void settle().catch(lost);
  const open = async (): Promise<void> => {
    try {
      journal = await indexedDbJournal(name, lost);
      await learning.load(journal);
    } catch (error) {
      warn('nothing is kept after this page:', error);
      journal = memoryJournal();
      await learning.load(journal);
    }
    model = await cachedModel(cache);
    if (mode === 'counts' && collector && allowed?.send)
      void freshModel(collector, site, cache).then((fresh) => (model = fresh ?? model));
  };
  let opening: Promise<void> | undefined;
  /** Opens the journal where that is permitted and not done yet. */
  const settle = async (): Promise<void> => {
    if (stopped || journal || !allowed?.store) return;
    opening ??= open().finally(() => (opening = undefined));
    await opening;
  };
  const arranged = async (): Promise<void> => {
    await parsed();
    if (!stopped) arrangeAll();
  };
  /** Stops what is being sent. */
  const halt = (): void => {
    sending.abort();
    sending = new AbortController();
  };
  /** Forgets what is in this page's memory, and stops what is being sent. */
  const wipe = (): void => {
    burst = [];
    halt();
    learning.reset();
  };
  const forget = async (): Promise<void> => {
    wipe();
    others.tell('forgotten');
    if (allowed?.store && journal) return journal.clear().catch((error: unknown) => warn('not deleted:', error));
    journal?.close();
    journal = undefined;
    return eraseJournal(name);
  };
  const decide = (next: Permission | undefined): void => {
    allowed = next;
    if (!next?.send) halt();
    if (next?.store) void settle().then(arranged, lost);
    else if (next) void forget();
  };
  const others = tabs(name, page, (what) => {
    if (what === 'forgotten') wipe();
    else if (!document.hidden) void learning.load().catch(lost);
  });

  const ready = allowed && !allowed.store ? forget() : settle();
  void ready.then(arranged).catch((error: unknown) => warn('did not start:', error));

  /** The click that led away from this page, where the visitor came back and it had to be loaded again. */
  const leftBy = (): Opened[] => {
    const [entry] = performance.getEntriesByType('navigation');
    if (!entry || !('type' in entry) || entry.type !== 'back_forward') return [];
    const now = Date.now();
    const isHere = ({ list = '' }: { readonly list?: string }): boolean =>
      root.querySelector(`[data-penchant-list="${CSS.escape(list)}"]`) !== null;
    const click = clickBefore(learning.observations, now, BOUNCE_MS, isHere);
    return click ? [{ item: click.item, at: click.at, leftMs: performance.now() - now + click.at }] : [];
  };
  const captured = capture({
    root,
    page,
    viewable: options.viewable ?? {},
    leftBy: from(ready).pipe(mergeMap(leftBy)),
    reject,
    bucketOf: (list, item) => buckets.get(list)?.get(item) ?? 0,
    onFailure: (kind, error) => warn(`capture of ${kind} stopped:`, error),
  });
  const flush = async (): Promise<void> => {
    try {
      await ready;
      await settle();
      await contributing.flush();
      holdings = await journal?.holdings();
    } catch (error) {
      warn('not sent:', error);
    }
  };
  running.add(captured.subscribe(take));
  running.add(contributing.due.subscribe(() => void flush()));
  running.add(
    page.shown.subscribe(
      () =>
        void settle()
          .then(() => learning.load())
          .catch(lost),
    ),
  );
  running.add(others.listening);
  running.add(
    page.restored.subscribe(
      () =>
        void settle()
          .then(() => learning.load())
          .then(arranged, arranged),
    ),
  );
  running.add(
    page.left.subscribe(() => root.querySelectorAll(RANKED_LIST).forEach((list) => list.removeAttribute(RANKED))),
  );

  if (hasPlatform && (options.consent ?? 'auto') === 'auto')
    running.add(
      defer(() => import('./consent/platforms.js'))
        .pipe(mergeMap(({ platformConsent }) => platformConsent(window, gpc)))
        .subscribe({ next: decide, error: (error: unknown) => warn('no answer from the consent platform:', error) }),
    );

  const view = (): ProfileView => viewOf(learning.profile.value, policy, Date.now());
  const self: Tracker<Explained> = {
    ready,
    rank: ranked,
    explain: (item) => {
      const whole = typeof item === 'string' ? itemFor(item) : item;
      return explainScore(whole, learning.observations, learning.profile.value, model, policy, Date.now());
    },
    record,
    like: says('like'),
    dislike: says('dislike'),
    hide: says('hide'),
    skip: says('skip'),
    save: says('save'),
    share: says('share'),
    cart: says('cart'),
    rate: (item, stars) => record({ kind: 'rate', item, stars }),
    purchase: (item, about) => record({ kind: 'purchase', item, ...about }),
    returned: says('return'),
    async undo(item) {
      const at = Date.now();
      const { lastSaid } = await import('./rights/rights.js');
      const of = lastSaid(learning.observations, item);
      if (of) record({ kind: 'undo', item, of, at });
    },
    profile: view,
    profile$: learning.profile.pipe(map(view)),
    signals$: signals.asObservable(),
    rejected$: rejected.asObservable(),
    vitals$: vitals(root),
    consent: (given) => decide(permit(given, gpc)),
    exclude: async (what) => learning.exclude((await import('./rights/rights.js')).fits(what, learning.observations)),
    export: async () =>
      (await import('./rights/rights.js')).exported(journal, learning.profile.value, learning.observations),
    receipt: async () => (await import('./rights/rights.js')).receipts(journal, post),
    describeEgress: async () =>
      (await import('./rights/rights.js')).egress(
        journal,
        fold,
        mode === 'local' ? undefined : post,
        allowed?.send === true,
      ),
    audit: async () => (await parsed(), (await import('./capture/audit/audit.js')).audit(root, debug)),
    forget,
    flush,
    status: () => ({
      state: stopped ? 'stopped' : journal ? 'ready' : 'loading',
      storage: journal?.kind ?? 'none',
      mode,
      consent: !allowed ? 'waiting' : !allowed.store ? 'denied' : allowed.send ? 'all' : 'device',
      unsaved: learning.unsaved,
      recorded,
      refused: { ...refused },
      acknowledged: contributing.acknowledged,
      journal: holdings,
    }),
    stop() {
      stopped = true;
      running.unsubscribe();
      signals.complete();
      rejected.complete();
      learning.profile.complete();
      void ready.finally(() => journal?.close());
      onStop();
    },
  };
  return self;
}

function markedUp(root: ParentNode, id: string): Item | undefined {
  const element = root.querySelector(`[data-penchant-item="${CSS.escape(id)}"]`);
  return element ? itemOf(element) : undefined;
}

const globalPrivacyControl = (): boolean =>
  'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true;
