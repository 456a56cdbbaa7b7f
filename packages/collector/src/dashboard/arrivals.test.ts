import { describe, expect, it } from 'vitest';
import { hashToken } from '../admin-token.js';
import { contribution, send, testCollector } from '../testing.js';
import { Arrivals } from './arrivals.js';

const NOON_MS = 1_700_000_000_000;
const SECOND_MS = 1_000;

describe('arrivals', () => {
  it('are counted by what became of them, in the ten seconds they came in', () => {
    const arrivals = new Arrivals(['daily']);
    arrivals.count('daily', 'added', NOON_MS);
    arrivals.count('daily', 'duplicate', NOON_MS + 1);
    arrivals.count('daily', 'added', NOON_MS + 20 * SECOND_MS);
    const { slots, slotMs, sinceStart } = arrivals.of('daily', NOON_MS + 20 * SECOND_MS);
    expect(slotMs * slots.length).toBe(600 * SECOND_MS);
    expect(slots.slice(-3)).toEqual([
      { added: 1, duplicates: 1, refused: 0 },
      { added: 0, duplicates: 0, refused: 0 },
      { added: 1, duplicates: 0, refused: 0 },
    ]);
    expect(sinceStart).toEqual({ added: 2, duplicates: 1, refused: 0 });
  });

  it('leave the last minutes when these are over, and stay in the count since the start', () => {
    const arrivals = new Arrivals(['daily']);
    arrivals.count('daily', 'added', NOON_MS);
    const { slots, sinceStart } = arrivals.of('daily', NOON_MS + 600 * SECOND_MS);
    expect(slots.every(({ added }) => added === 0)).toBe(true);
    expect(sinceStart.added).toBe(1);
  });

  it('that were refused are told by reason, the most frequent first', () => {
    const arrivals = new Arrivals(['daily']);
    arrivals.count('daily', { refused: 'busy' }, NOON_MS);
    arrivals.count('daily', { refused: 'invalid' }, NOON_MS);
    arrivals.count('daily', { refused: 'invalid' }, NOON_MS + 5);
    expect(arrivals.of('daily', NOON_MS).refusals).toEqual([
      { reason: 'invalid', count: 2, lastAt: NOON_MS + 5 },
      { reason: 'busy', count: 1, lastAt: NOON_MS },
    ]);
  });

  it('of no known site are counted without a name, and for no site', () => {
    const arrivals = new Arrivals(['daily', 'weekly']);
    for (const site of ['other', '__proto__', undefined, 7]) arrivals.count(site, { refused: 'unknown-site' }, NOON_MS);
    const { refusals, unattributed, sinceStart } = arrivals.of('daily', NOON_MS);
    expect([refusals, sinceStart.refused]).toEqual([[], 0]);
    expect(unattributed).toEqual([{ reason: 'unknown-site', count: 4, lastAt: NOON_MS }]);
  });
});

describe('watching a collector', () => {
  it('counts what its routes, its schema and its parser answer', async () => {
    const { collector, overview } = watched();
    await send(collector, contribution(1));
    await send(collector, contribution(1));
    await send(collector, { ...contribution(2), cells: [] });
    await send(collector, contribution(3, { epoch: 1 }));
    await send(collector, contribution(4), { origin: 'https://elsewhere.example' });
    await send(collector, contribution(5, { site: 'other' }));
    await send(collector, '{');
    await send(collector, 'x'.repeat(70_000));
    const { sinceStart, refusals, unattributed } = (await overview()).arrivals;
    expect(sinceStart).toEqual({ added: 1, duplicates: 1, refused: 3 });
    const reasons = (told: { reason: string }[]) => told.map(({ reason }) => reason).sort();
    expect(reasons(refusals)).toEqual(['epoch-out-of-range', 'foreign-origin', 'invalid']);
    expect(reasons(unattributed)).toEqual(['invalid-json', 'too-large', 'unknown-site']);
  });
});

function watched() {
  const token = 'a token of some length';
  const collector = testCollector({ adminTokenHash: hashToken(token) });
  const headers = { authorization: `Bearer ${token}` };
  return {
    collector,
    overview: async () => (await collector.inject({ url: '/admin/overview?site=daily', headers })).json(),
  };
}
