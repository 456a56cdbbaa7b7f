import { describe, expect, it } from 'vitest';
import { hashToken } from './admin-token.js';
import { sqliteStore } from './store/sqlite.js';
import { contribution, send, testCollector, THIS_WEEK } from './testing.js';

const TOKEN = 'a token of some length';
const headers = { authorization: `Bearer ${TOKEN}` };

describe('/metrics', () => {
  it('counts what became of contributions, by site and reason, and how they were committed', async () => {
    let nowMs = THIS_WEEK * 7 * 86_400_000;
    const collector = testCollector({
      store: sqliteStore(':memory:'),
      adminTokenHash: hashToken(TOKEN),
      clock: () => nowMs,
    });
    await collector.publish();
    nowMs += 42_000;
    for (const id of [1, 2, 2]) await send(collector, contribution(id));
    const losses = { family: 'losses', list: undefined, cells: [{ reason: 'dropped', signals: 7 }] };
    for (const id of [9, 9]) await send(collector, { ...contribution(id), ...losses });
    await send(collector, contribution(3, { site: 'somebody else' }));
    await send(collector, contribution(3), { origin: 'https://evil.example' });
    await send(collector, 'no JSON');
    const { payload } = await collector.inject({ url: '/metrics', headers });
    for (const line of [
      'penchant_contributions_total{site="daily",outcome="added"} 3',
      'penchant_contributions_total{site="daily",outcome="duplicate"} 2',
      'penchant_lost_signals_total{site="daily",reason="dropped"} 7',
      'penchant_contributions_total{site="",outcome="unknown-site"} 1',
      'penchant_contributions_total{site="daily",outcome="foreign-origin"} 1',
      'penchant_contributions_total{site="",outcome="invalid-json"} 1',
      'penchant_contributions_waiting 0',
      'penchant_commit_contributions_count 5',
      'penchant_commit_seconds_count 5',
      'penchant_model_age_seconds{site="daily"} 42',
      'penchant_publication_failing{site="daily"} 0',
      'penchant_model_items_left_out{site="daily"} 0',
    ])
      expect(payload.split('\n')).toContain(line);
    expect(payload).not.toContain('somebody else');
    await collector.close();
  });

  it('shows a publication that fails', async () => {
    const store = { ...sqliteStore(':memory:'), sums: () => Promise.reject(new Error('no')) };
    const collector = testCollector({ store, adminTokenHash: hashToken(TOKEN) });
    await collector.publish();
    const { payload } = await collector.inject({ url: '/metrics', headers });
    expect(payload).toContain('penchant_publication_failing{site="daily"} 1');
    await collector.close();
  });

  it('lets nobody in without the token', async () => {
    expect((await testCollector().inject('/metrics')).statusCode).toBe(401);
  });
});
