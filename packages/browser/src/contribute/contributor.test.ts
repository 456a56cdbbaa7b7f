import type { Contribution, Signal } from '@penchant/core';
import { NEVER, Subject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryJournal } from '../journal/memory.js';
import type { Page } from '../page.js';
import { contributor, type Contributor } from './contributor.js';
import { foldFor } from './fold.js';
import type { Sent } from './send.js';

const shown = { list: 'home', position: 1, bucket: 0 };
const impression = (item: string): Signal => ({ kind: 'impression', item, at: 1, ...shown });

function setUp(answers: (contribution: Contribution) => Sent | Promise<Sent> = () => ({ outcome: 'accepted' })) {
  const journal = memoryJournal();
  const sent: Contribution[] = [];
  const hidden = new Subject<void>();
  const online = new Subject<void>();
  const restored = new Subject<void>();
  const left = new Subject<void>();
  const page: Page = {
    attentive: NEVER,
    inattention: () => undefined,
    hidden,
    leaving: hidden,
    shown: NEVER,
    left,
    restored,
    online,
  };
  let allowed = true;
  const contributing: Contributor = contributor({
    name: 'test',
    page,
    fold: foldFor('daily'),
    journal: () => journal,
    allowed: () => allowed,
    send: async (contribution) => {
      sent.push(contribution);
      return answers(contribution);
    },
  });
  return {
    journal,
    sent,
    hidden,
    online,
    restored,
    left,
    contributing,
    forbid: () => (allowed = false),
    record: (...signals: Signal[]) => journal.append(signals.map((signal) => ({ signal, item: { id: signal.item } }))),
  };
}

describe('flush', () => {
  it('seals, sends, and discards what was accepted', async () => {
    const { record, contributing, sent, journal } = setUp();
    await record(impression('a'), { kind: 'like', item: 'b', at: 1 });
    await contributing.flush();
    expect(sent.map(({ family }) => family).sort()).toEqual(['list', 'pairs', 'reactions']);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
    expect(await journal.holdings()).toMatchObject({ waiting: 0, sealed: 0, refused: [], dropped: 0 });
    expect(contributing.acknowledged).toBe(3);
  });

  it('sends the same bytes again after a failure, and stops trying in between', async () => {
    let up = false;
    const { record, contributing, sent, journal } = setUp(() =>
      up ? { outcome: 'accepted' } : { outcome: 'retry', afterMs: 0 },
    );
    await record(impression('a'));
    await contributing.flush();
    await record(impression('b'));
    expect(await journal.holdings()).toMatchObject({ waiting: 1, sealed: 1 });
    up = true;
    await contributing.flush();
    expect(sent).toHaveLength(3);
    expect(sent.slice(1)).toContainEqual(sent[0]);
    expect(await journal.holdings()).toMatchObject({ waiting: 0, sealed: 0, refused: [], dropped: 0 });
  });

  it('has no more under way than a browser lets outlive a page: nine requests, 64 KiB together', async () => {
    const peak = { requests: 0, bytes: 0 };
    const now = { requests: 0, bytes: 0 };
    const { record, contributing, sent } = setUp(async (contribution) => {
      const size = new TextEncoder().encode(JSON.stringify(contribution)).length;
      now.requests++;
      now.bytes += size;
      peak.requests = Math.max(peak.requests, now.requests);
      peak.bytes = Math.max(peak.bytes, now.bytes);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now.requests--;
      now.bytes -= size;
      return { outcome: 'accepted' };
    });
    const long = (i: number): string => String(i).padStart(128, '字');
    await record(...Array.from({ length: 500 }, (_, i): Signal => ({ kind: 'dislike', item: long(i), at: 1 })));
    await contributing.flush();
    expect(sent.reduce((sum, { cells }) => sum + cells.length, 0)).toBe(500);
    expect(peak.requests).toBeGreaterThan(1);
    expect(peak.requests).toBeLessThanOrEqual(9);
    expect(peak.bytes).toBeLessThanOrEqual(65_536);
  });

  it('sets aside what was refused, with the reason, and goes on', async () => {
    const { record, contributing, sent, journal } = setUp(({ family }) =>
      family === 'list' ? { outcome: 'refused', reason: '400 bad' } : { outcome: 'accepted' },
    );
    await record(impression('a'), { kind: 'like', item: 'b', at: 1 });
    await contributing.flush();
    expect(sent).toHaveLength(3);
    await contributing.flush();
    expect(sent.map(({ family }) => family).slice(3)).toEqual(['losses']); // of the one signal that was refused
    expect(await journal.holdings()).toMatchObject({ waiting: 0, sealed: 0, refused: ['400 bad'], dropped: 0 });
  });

  it('sends what came while it was sending', async () => {
    const { record, contributing, sent } = setUp();
    await record(impression('a'));
    const first = contributing.flush();
    await record(impression('b'));
    await Promise.all([first, contributing.flush()]);
    expect(sent.flatMap(({ cells }) => cells.map((cell) => ('item' in cell ? cell.item : ''))).sort()).toEqual([
      'a',
      'b',
    ]);
  });

  it('starts anew on a page that came back from the cache, where a lock it had asked for is never given', async () => {
    const { record, contributing, sent, restored } = setUp();
    const ask = vi.fn<() => Promise<unknown>>(() => new Promise(() => {}));
    vi.stubGlobal('navigator', { onLine: true, locks: { request: ask } });
    const stop = contributing.start(() => {});
    await record(impression('a'));
    void contributing.flush();
    void contributing.flush();
    expect(ask).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
    restored.next();
    await contributing.flush();
    expect(sent).toHaveLength(1);
    stop();
  });

  it('sends without a lock that others keep to themselves, and when the page is going', async () => {
    const { record, contributing, sent } = setUp();
    const ask = vi.fn((_name: string, _options: unknown, given: (lock: null) => unknown) => given(null));
    vi.stubGlobal('navigator', { onLine: true, locks: { request: ask } });
    await record(impression('a'));
    await contributing.flush();
    await contributing.flush();
    expect(sent).toHaveLength(0);
    await contributing.flush();
    expect(sent).toHaveLength(1);
    await record(impression('b'));
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await contributing.flush();
    expect(sent).toHaveLength(2);
    expect(ask).toHaveBeenCalledTimes(2);
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  describe('of what could not be fetched', () => {
    function refused() {
      const hand = vi.fn<() => void>();
      return { hand, ...setUp(() => ({ outcome: 'retry', afterMs: 0, hand })) };
    }
    afterEach(() => void vi.restoreAllMocks());

    it('gives the browser beacons once, when the page is left, and keeps it sealed: nobody acknowledged it', async () => {
      const { hand, record, contributing, left, journal } = refused();
      contributing.start(() => {});
      await record(impression('a'), { kind: 'like', item: 'b', at: 1 });
      await contributing.flush();
      expect(hand).not.toHaveBeenCalled();
      left.next();
      left.next();
      expect(hand).toHaveBeenCalledTimes(3);
      expect(await journal.holdings()).toMatchObject({ waiting: 0, sealed: 3 });
      expect(contributing.acknowledged).toBe(0);
    });

    it('gives it beacons when the page goes out of sight while it is too early to try again', async () => {
      const { hand, record, contributing, hidden } = refused();
      vi.spyOn(Math, 'random').mockReturnValue(0.5);
      contributing.start(() => expect.fail('too early'));
      await record(impression('a'));
      await contributing.flush();
      hidden.next();
      expect(hand).toHaveBeenCalledTimes(1);
    });

    it('gives it beacons at once where the page is out of sight', async () => {
      const { hand, record, contributing, left } = refused();
      contributing.start(() => {});
      await record(impression('a'));
      vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
      await contributing.flush();
      expect(hand).toHaveBeenCalledTimes(1);
      left.next();
      expect(hand).toHaveBeenCalledTimes(1);
    });

    it('gives it no more beacons than may be under way together', async () => {
      const { hand, record, contributing, left } = refused();
      contributing.start(() => {});
      const long = (i: number): string => String(i).padStart(128, '字');
      await record(...Array.from({ length: 500 }, (_, i): Signal => ({ kind: 'dislike', item: long(i), at: 1 })));
      await contributing.flush();
      await contributing.flush();
      left.next();
      expect(hand.mock.calls.length).toBeGreaterThan(0);
      expect(hand.mock.calls.length).toBeLessThanOrEqual(6);
    });

    it('gives it none without permission or network', async () => {
      const { hand, record, contributing, left, forbid } = refused();
      contributing.start(() => {});
      await record(impression('a'));
      await contributing.flush();
      vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
      left.next();
      vi.restoreAllMocks();
      await contributing.flush();
      forbid();
      left.next();
      expect(hand).not.toHaveBeenCalled();
    });
  });

  it('neither seals nor sends without permission', async () => {
    const { record, contributing, sent, journal, forbid } = setUp();
    await record(impression('a'));
    forbid();
    await contributing.flush();
    expect(sent).toEqual([]);
    expect(await journal.holdings()).toMatchObject({ waiting: 1, sealed: 0 });
  });
});

describe('due', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const watch = ({ start: watched }: Contributor) => {
    const times: number[] = [];
    const start = Date.now();
    watched(() => times.push((Date.now() - start) / 1000));
    return times;
  };

  it('is soon after the start, then every minute, and when the page is hidden or back online', async () => {
    const { contributing, hidden, online } = setUp();
    const times = watch(contributing);
    await vi.advanceTimersByTimeAsync(70_000);
    hidden.next();
    online.next();
    expect(times).toEqual([5, 65, 70, 70]);
  });

  it('waits as long as the collector asked for', async () => {
    const { contributing, record, hidden } = setUp(() => ({ outcome: 'retry', afterMs: 600_000 }));
    const times = watch(contributing);
    await record(impression('a'));
    await contributing.flush();
    hidden.next();
    await vi.advanceTimersByTimeAsync(599_000);
    expect(times).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(times).toHaveLength(1);
  });
});
