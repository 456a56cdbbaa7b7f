import { Subject, type Observable } from 'rxjs';
import type { Page } from '../page.js';

/** How long a visitor who does nothing still counts as there. */
const IDLE_MS = 5_000;
/** How often time that was attended is told of. */
const TELL_MS = 1_000;

/** Attended time: the page is visible, has the focus, and the visitor scrolled, pointed or typed in the last five seconds. */
export interface Attention {
  /** The visitor did something. */
  act(): void;
  /** All of it since the page began, in ms, on the monotonic clock: neither sleep nor a clock that is put back is in it. */
  attendedMs(): number;
  /** Each second while it grows, and whenever it may stop for long. */
  readonly told: Observable<unknown>;
  stop(): void;
}

export function attentionTo(page: Page): Attention {
  const told = new Subject<void>();
  let attentive = false;
  let attendedMs = 0;
  /** Up to when time was looked at, and when the visitor was last active. */
  let lookedMs = 0;
  let activeMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): number => {
    const now = performance.now();
    if (attentive) attendedMs += Math.max(0, Math.min(now, activeMs + IDLE_MS) - lookedMs);
    lookedMs = now;
    return attendedMs;
  };
  const tick = (): void => {
    clearTimeout(timer);
    timer = undefined;
    look();
    told.next();
    if (attentive && lookedMs < activeMs + IDLE_MS) timer = setTimeout(tick, TELL_MS);
  };
  const act = (): void => {
    const now = performance.now();
    if (now > activeMs + IDLE_MS) look(); // what was idle is not attended
    activeMs = now;
    if (attentive) timer ??= setTimeout(tick, TELL_MS);
  };
  const running = page.attentive.subscribe((now) => {
    if (now === attentive) return;
    look();
    attentive = now;
    if (now)
      act(); // whoever comes here did something
    else tick();
  });
  running.add(page.leaving.subscribe(tick));
  return {
    act,
    attendedMs: look,
    told,
    stop() {
      running.unsubscribe();
      clearTimeout(timer);
    },
  };
}
