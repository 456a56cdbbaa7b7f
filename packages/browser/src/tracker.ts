import {
  copyItem,
  copySignal,
  emptyModel,
  refuse,
  type Model,
  type Observation,
  type Plain,
  type ProfileView,
  type Signal,
} from '@penchant/core';
import { from, map, merge, mergeMap, Subject, Subscription, type Observable } from 'rxjs';
import type { Explain, Tracker } from './api.js';
import { lists as listsOf } from './arrange/lists.js';
import { BOUNCE_MS, type Opened } from './capture/bounce.js';
import { capture } from './capture/capture.js';
import type { Captured } from './capture/captured.js';
import type { Reject, Rejected } from './capture/reject.js';
import { vitals } from './capture/vitals.js';
import { hasConsentPlatform, permit, type Permission } from './consent/consent.js';
import { profilingOf } from './consent/profiling.js';
import type * as Contribute from './contribute/contribute.js';
import type { Contributor } from './contribute/contributor.js';
import { eraseJournal, indexedDbJournal } from './journal/indexeddb.js';
import type { Holdings, Journal } from './journal/journal.js';
import { leave, removeLeft } from './journal/left.js';
import { actJoiner, clickBefore } from './learn/act.js';
import { learner } from './learn/learner.js';
import type { Scoring } from './scoring.js';
import { isDescribed, listNames } from './markup.js';
import type * as Fresh from './model/fresh.js';
import { keptModel } from './model/kept.js';
import type { Mode, SignalInput, TrackerOptions } from './options.js';
import { pageOf, parsed, tried } from './page.js';
import type { rightsOf } from './rights/rights.js';
import { tabs } from './tabs.js';

/** How soon a journal that was taken away is opened again. */
const REOPEN_MS = 50;

/**
 * How long the journal may take to open before other pages are told of it. One that was left as it made the database, and is
 * in Chromium's back/forward cache, holds up everybody, and the message ends it.
 */
const OPENING_MS = 300;

/** Makes what scores, or asks for it. */
export type ScoringMade = () => Scoring | Promise<Scoring>;

/** Starts a tracker on this page. Until there is what scores, signals are kept, and lists stay in the page's order. */
export function startTracker<Explained>(
  options: TrackerOptions,
  scoringMade: ScoringMade,
  explain: Explain<Explained>,
  onStop: () => void,
): Tracker<Explained> {
  const { site, collector, root = document, debug = false } = options;
  const warn = (...words: unknown[]): void => void (debug && console.warn('[penchant]', ...words));
  const failed =
    (what: string) =>
    (error: unknown): void =>
      warn(`${what}:`, error);
  const mode: Mode = collector ? (options.mode ?? 'counts') : 'local';
  const name = `penchant ${site}`;

  const page = pageOf(window);
  const learning = learner();
  const signals = new Subject<Signal>();
  const running = new Subscription();
  const on = <T>(moments: Observable<T>, act: (moment: T) => unknown): void =>
    running.add(moments.subscribe((moment) => void act(moment)));
  const refused: Record<string, number> = {};
  const gpc = globalPrivacyControl();
  const hasPlatform = hasConsentPlatform(window);
  let allowed = permit(options.consent ?? 'auto', gpc, hasPlatform);
  let sending = new AbortController();
  let scoring: Scoring | undefined;
  let model: Model = emptyModel;
  /** What knows models better, once it is loaded. */
  let fresh: typeof Fresh | undefined;
  let journal: Journal | undefined;
  let contributing: Contributor | undefined;
  let holdings: Holdings | undefined;
  let isAtHand = false;
  let recorded = 0;
  let statedAt = 0;
  let stopped = false;

  const joinAct = actJoiner(() => learning.observations);
  const profiling = profilingOf(name);
  const reordered = new Subject<void>();
  const rejected = new Subject<Rejected>();
  const reject: Reject = (kind, why) => {
    if (!debug && !rejected.observed) return;
    const [about, reason] = why();
    if (!about) return;
    warn('does not count:', kind, about.item, reason);
    rejected.next({ ...about, kind, reason });
  };

  const lists = listsOf(
    root,
    options.features,
    profiling,
    (items, how) => {
      const profile = learning.profile.value;
      return profile && scoring?.rank(items, profile, model, how);
    },
    () => stopped,
    warn,
  );

  // Signals of one task are learnt and saved together, before the task is over: a navigation cannot lose them.
  let burst: Observation[] = [];
  const take = (captured: Captured): void => {
    if (stopped) return;
    if ('undo' in captured) return void self.undo(captured.undo);
    const now = Date.now();
    const { item } = captured;
    const { at = now } = captured.signal;
    const signal = joinAct({ ...captured.signal, at });
    const isDenied = allowed?.store === false;
    const wrong = !profiling.isOn
      ? { path: 'profiling', reason: 'off' }
      : isDenied
        ? { path: 'consent', reason: 'denied' }
        : learning.isFull
          ? { path: 'memory', reason: 'full' }
          : refuse(signal, now);
    if (wrong) {
      const reason = `${wrong.path} ${wrong.reason}`;
      refused[reason] = (refused[reason] ?? 0) + 1;
      warn('refused:', reason, signal);
      reject(signal.kind, () => [signal, isDenied ? 'no consent' : reason]);
      return;
    }
    recorded++;
    const isOrder = signal.kind === 'interest' || signal.kind === 'unsuppress';
    const isRead = item?.id === signal.item; // the element may stand for another by now
    const subject =
      isOrder || signal.kind === 'impression'
        ? { id: signal.item }
        : isRead && isDescribed(item)
          ? item
          : lists.item(signal.item, isRead);
    // Before all is at hand, it says nothing of what led up to this; and only of a purchase that is asked.
    const profile = isAtHand ? learning.profile[signal.kind === 'purchase' ? 'value' : 'known'] : undefined;
    const told =
      scoring && profile
        ? scoring.inContext(fresh?.placed(signal, model, scoring.policy) ?? signal, subject, profile, model)
        : signal;
    if (burst.push({ signal: told, item: subject }) === 1)
      queueMicrotask(() => {
        const taken = burst;
        burst = [];
        learning.learn(taken).then(() => others.tell('learnt'), lost);
      });
    if (isOrder) queueMicrotask(reorder); // once it is learnt
    signals.next(told);
  };
  const record = (signal: SignalInput): void =>
    take({ signal: tried(() => copySignal(signal)) ?? ({} as SignalInput) }); // what cannot even be read is refused

  const says =
    (kind: Plain['kind'] | 'return') =>
    (item: string): void =>
      record({ kind, item });

  /** The visitor asked for another order: now, whatever they look at. */
  const reorder = (): void => {
    if (stopped) return;
    lists.reorder(() => false);
    reordered.next();
  };

  /** Whether counts may leave now. */
  const sends = (): boolean => mode === 'counts' && allowed?.send === true && profiling.isOn && !stopped;
  const contribution = (): Promise<typeof Contribute> => import('./contribute/contribute.js');
  let meeting: Promise<void> | undefined;
  const meet = async (): Promise<void> => {
    const { contribute } = await contribution();
    contributing = contribute(collector ?? '', site, {
      name,
      page,
      journal: () => journal,
      allowed: sends,
      stop: () => sending.signal,
      refused,
    });
    running.add(contributing.start(() => void flush()));
  };
  /** Loads what sends, before it is needed. Where that fails, the next call tries again. */
  const met = (): Promise<void> =>
    (meeting ??= meet().catch((error: unknown) => {
      meeting = undefined;
      warn('cannot send:', error);
    }));
  const release = (): void => {
    learning.detach();
    journal?.close();
    journal = undefined;
  };
  /** The browser or another tab took the journal away: what comes now waits in memory for the next one. */
  const lost = (error?: unknown): void => {
    warn('lost storage:', error);
    release();
    setTimeout(settle, REOPEN_MS); // a page that is left soon must not leave with what it holds
  };
  const adopt = async (opened: Journal): Promise<Journal> => {
    if (stopped && learning.unsaved.length === 0) opened.close(); // what pages left is for a tracker that lives; to read it fails
    journal = opened;
    await learning.load(opened);
    return opened;
  };
  const open = async (): Promise<void> => {
    const waiting = setTimeout(() => others.tell('opening'), OPENING_MS);
    const opened = await indexedDbJournal(name, {
      durability: options.durability,
      onLost: lost,
      refuse,
      onFound: reread,
    })
      .finally(() => clearTimeout(waiting))
      .then(adopt)
      .catch(async (error: unknown) => {
        if (stopped) throw error;
        warn('kept for this page only:', error);
        release();
        return adopt((await import('./journal/memory.js')).memoryJournal());
      });
    model = await keptModel(opened);
    isAtHand = true;
    learning.profile.become(learning.profile.value); // tells lists that now is the time
    if (collector && sends())
      void import('./model/fresh.js')
        .then((part) => (fresh = part).freshModel(collector, site, opened))
        .then((newer) => (model = newer ?? model), failed('no model'));
  };
  const think = async (): Promise<void> => {
    const made = scoringMade();
    scoring = 'then' in made ? await made : made; // at once, where it is at hand
    await learning.think(scoring).catch(lost);
  };
  let thinking: Promise<void> | undefined;
  /** Resolves once there is what scores. Where it cannot be had, the next call tries again. */
  const thought = (): Promise<void> =>
    (thinking ??= think().catch((error: unknown) => {
      thinking = undefined;
      warn('cannot score yet:', error);
    }));
  let opening: Promise<void> | undefined;
  /** Opens the journal where that is permitted and not done yet. Never rejects: without one, signals wait in memory. */
  const settle = async (): Promise<void> => {
    if (stopped || !allowed?.store) return;
    if (!journal)
      await (opening ??= open()
        .catch(failed('no journal'))
        .finally(() => (opening = undefined)));
    if (sends()) void met();
  };
  /** What a page holds that is left before its journal has opened, the next one takes in. */
  const left = (): void => {
    if (allowed?.store) learning.leave((unsaved) => leave(name, unsaved));
  };
  /** Reads what other tabs saved. */
  const reread = (): Promise<void> =>
    settle()
      .then(() => learning.load())
      .catch(lost);
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
    removeLeft(name);
    others.tell('forgotten');
    if (!allowed?.store) release();
    const at = journal;
    const cleared = await at?.clear().then(() => at.kind, failed('not cleared'));
    if (cleared !== 'indexeddb') await eraseJournal(name); // there may be one that this page could not open
  };
  const decide = (next: Permission | undefined): void => {
    allowed = next;
    if (!next?.send) halt();
    if (next?.store)
      void settle()
        .then(() => scored)
        .then(lists.arrange);
    else if (next) void forget();
  };
  let capturing: Subscription | undefined;
  /** Follows what the visitor decided on being profiled. */
  const follow = (): void => {
    capturing?.unsubscribe();
    capturing = profiling.isOn ? captured.subscribe(take) : undefined;
    if (!profiling.isOn) halt();
  };
  const others = tabs(
    name,
    page,
    () => !!opening,
    (what) => {
      if (what === 'forgotten') wipe();
      else if (what === 'profiling') {
        profiling.reread();
        follow();
      } else if (!document.hidden) void reread();
    },
  );

  const scored = thought();
  const kept = allowed && !allowed.store ? forget() : settle();
  const ready = kept.then(() => scored).then(() => void lists.arrange()); // who waits for it finds lists in order

  /** The click that led away from this page, where the visitor came back and it had to be loaded again. */
  const leftBy = (): Opened[] => {
    const [entry] = performance.getEntriesByType('navigation');
    if (Object(entry).type !== 'back_forward') return [];
    const now = Date.now();
    const here = listNames(root);
    const isHere = ({ list = '' }: { readonly list?: string }): boolean => here.includes(list);
    const click = clickBefore(learning.observations, now, BOUNCE_MS, isHere);
    return click ? [{ item: click.item, at: click.at, leftMs: performance.now() - now + click.at }] : [];
  };
  const captured = capture({
    root,
    page,
    viewable: options.viewable ?? {},
    leftBy: from(kept).pipe(mergeMap(leftBy)),
    reject,
    bucketOf: lists.bucketOf,
    onFailure: (kind, error) => warn(`capture of ${kind} stopped:`, error),
  });
  const flush = async (): Promise<void> => {
    try {
      await kept;
      await settle();
      await meeting;
      await contributing?.flush();
      holdings = await journal?.holdings();
    } catch (error) {
      warn('not sent:', error);
    }
  };
  follow();
  on(page.shown, reread);
  on(merge(page.shown, page.online), () => scoring ?? thought().then(lists.arrange));
  on(page.restored, () => reread().then(lists.arrange));
  on(page.left, left);
  on(page.hidden, () => journal ?? left()); // what is being written goes on while the page lives: left as well, it would count twice
  on(page.left, lists.release);
  running.add(others.listening);

  if (hasPlatform && (options.consent ?? 'auto') === 'auto')
    import('./consent/platforms.js')
      .then(({ platformConsent }) => stopped || running.add(platformConsent(window, gpc, decide)))
      .catch(failed('no consent platform'));

  const rights = async (): Promise<ReturnType<typeof rightsOf>> =>
    (await import('./rights/rights.js')).rightsOf({
      journal,
      profile: learning.profile.value,
      observations: learning.observations,
      profiling: profiling.isOn,
      isLocal: mode === 'local',
      permitted: allowed?.send === true,
      post: async () => (await contribution()).postOf(collector ?? '', site),
    });
  const view = (): ProfileView => {
    const profile = learning.profile.value;
    return (profile && scoring?.view(profile)) ?? { features: {}, items: {}, suppressed: {}, at: Date.now() };
  };
  const self: Tracker<Explained> = {
    ready,
    rank: lists.rank,
    explain: (item) => {
      const whole = tried(() => (typeof item === 'string' ? lists.item(item) : copyItem(item.id, item))) ?? { id: '' };
      const asked = {
        item: whole,
        observations: learning.observations,
        profile: learning.profile.value,
        model,
        scoring,
      };
      return explain(asked);
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
      const of = (await rights()).lastSaid(item);
      if (of) record({ kind: 'undo', item, of, at });
    },
    setInterest(feature, strength) {
      statedAt = Math.max(Date.now(), statedAt + 1); // of two of one millisecond, the later word counts
      record({ kind: 'interest', item: feature, at: statedAt, ...(strength !== undefined && { strength }) });
    },
    suppressions: async () => (await rights()).suppressions(view()),
    unsuppress: (item) => record({ kind: 'unsuppress', item }),
    setProfiling(isOn) {
      profiling.turn(isOn);
      follow();
      others.tell('profiling');
      reorder();
    },
    profile: view,
    profile$: learning.profile.changes.pipe(map(view)),
    signals$: signals.asObservable(),
    rejected$: rejected.asObservable(),
    reordered$: reordered.asObservable(),
    vitals$: vitals(root),
    consent: (given) => decide(permit(given, gpc)),
    exclude: async (what) => learning.exclude((await rights()).fits(what)),
    export: async () => (await rights()).export(),
    receipt: async () => (await rights()).receipt(),
    describeEgress: async () => (await rights()).describeEgress(),
    audit: async () => (await parsed(), (await import('./capture/audit/audit.js')).audit(root, debug)),
    forget,
    flush,
    status: () => ({
      state: stopped ? 'stopped' : journal && isAtHand && scoring ? 'ready' : 'loading',
      storage: journal?.kind ?? 'none',
      mode,
      profiling: profiling.isOn,
      consent: !allowed ? 'waiting' : !allowed.store ? 'denied' : allowed.send ? 'all' : 'device',
      unsaved: learning.unsaved.length,
      recorded,
      refused: { ...refused },
      acknowledged: contributing?.acknowledged ?? 0,
      journal: holdings,
    }),
    stop() {
      stopped = true;
      left();
      running.unsubscribe();
      capturing?.unsubscribe();
      reordered.complete();
      signals.complete();
      rejected.complete();
      learning.profile.complete();
      void kept.finally(() => journal?.close());
      onStop();
    },
  };
  return self;
}

const globalPrivacyControl = (): boolean =>
  'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true;
