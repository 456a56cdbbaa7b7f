import { describe, expect, it } from 'vitest';
import type { Overview } from '../overview-document.js';
import { headline } from './headline.js';

const WEEK_MS = 7 * 86_400_000;
const NOW = 2_900.5 * WEEK_MS;
const empty = { added: 0, duplicates: 0, refused: 0 };

/** A site that does well, an hour after the start. */
const well: Overview = {
  now: NOW,
  version: '1.0.0',
  startedAt: NOW - 3_600_000,
  sites: ['daily'],
  site: 'daily',
  origins: ['https://daily.example'],
  epochs: [
    { epoch: 2_899, contributions: 5_000 },
    { epoch: 2_900, contributions: 1_234 },
  ],
  arrivals: {
    slotMs: 10_000,
    slots: Array.from({ length: 60 }, () => ({ ...empty, added: 2 })),
    sinceStart: { ...empty, added: 120 },
    refusals: [],
    unattributed: [],
  },
  store: {},
  model: {
    publishedAt: NOW - 40_000,
    bytes: 100,
    lists: 1,
    items: 1,
    minContributions: 20,
    openEpochs: false,
    publishSeconds: 60,
  },
};
const arrivals = (changes: Partial<Overview['arrivals']>): Overview => ({
  ...well,
  arrivals: { ...well.arrivals, ...changes },
});
const model = (changes: Partial<Overview['model']>): Overview => ({ ...well, model: { ...well.model, ...changes } });

describe('the headline', () => {
  it('says that a site is well, in words', () => {
    expect(headline(well)).toEqual({
      level: 'good',
      sentence: 'Collecting: 1.2k contributions this week, model 40 s old, nothing refused.',
    });
  });

  it('says when the first model comes, which is made of whole weeks, and whether one is empty', () => {
    const young = { ...model({ lists: 0, items: 0 }), epochs: [{ epoch: 2_900, contributions: 7 }] };
    expect(headline(young).sentence).toBe(
      'Collecting: 7 contributions this week, first model in 4 days, nothing refused.',
    );
    expect(headline(model({ lists: 0, items: 0 })).sentence).toContain('model still empty');
  });

  it('says that nothing has come lately', () => {
    const quiet = headline(arrivals({ slots: Array.from({ length: 60 }, () => empty) }));
    expect(quiet).toMatchObject({ level: 'quiet', sentence: expect.stringContaining('none in the last 10 min') });
  });

  it('says what to do when nothing came ever, and when a name seems misspelt', () => {
    const nothing = { ...well, epochs: [] };
    expect(headline(nothing)).toMatchObject({
      level: 'waiting',
      sentence: 'Nothing yet: no contribution of daily has arrived.',
      advice: expect.stringContaining('https://daily.example'),
    });
    const unattributed = [{ reason: 'unknown-site', count: 3, lastAt: NOW }];
    const misspelt = { ...nothing, arrivals: { ...well.arrivals, unattributed } };
    expect(headline(misspelt).advice).toContain('data-site="daily" spelled right?');
  });

  it('mentions a few refusals, and warns of many', () => {
    const slots = (refused: number) => [{ added: 100, duplicates: 0, refused }];
    const refusals = [{ reason: 'foreign-origin', count: 20, lastAt: NOW }];
    expect(headline(arrivals({ slots: slots(3), refusals }))).toMatchObject({
      level: 'good',
      sentence: expect.stringContaining('3 refused lately'),
    });
    expect(headline(arrivals({ slots: slots(20), refusals }))).toMatchObject({
      level: 'warn',
      sentence: expect.stringContaining('20 of 120 arrivals were refused'),
      advice: expect.stringContaining('origin is not allowed'),
    });
  });

  it('warns of a publication that failed, until the next one succeeds', () => {
    const failure = { at: NOW - 10_000, reason: 'SQLITE_IOERR' };
    expect(headline(model({ failure }))).toMatchObject({
      level: 'warn',
      sentence: expect.stringMatching(/SQLITE_IOERR/),
    });
    expect(headline(model({ failure, publishedAt: NOW - 5_000 })).level).toBe('good');
  });

  it('warns of a model that is overdue', () => {
    expect(headline(model({ publishedAt: NOW - 7_200_000 }))).toMatchObject({
      level: 'warn',
      sentence: 'The model is stale: published 2 h ago, due every 1 min.',
    });
  });

  it('puts a store that fails before all else', () => {
    const broken = { ...well, epochs: [], store: { unreadable: 'ECONNREFUSED' } };
    expect(headline(broken)).toMatchObject({ level: 'bad', sentence: expect.stringContaining('ECONNREFUSED') });
    const failed = (secondsAgo: number) =>
      headline({ ...well, store: { failure: { at: NOW - secondsAgo * 1_000, reason: 'SQLITE_FULL' } } }).level;
    expect([failed(3), failed(300)]).toEqual(['bad', 'good']);
  });
});
