import { describe, expect, it } from 'vitest';
import { device, type Told } from '../../test/device.js';
import { DAY_MS } from '../time.js';
import { tiktok } from './tiktok.js';

const NOW = Date.UTC(2024, 5, 15);
const after = (days: number): number => NOW + days * DAY_MS;
const clip = (id: string, topic: string, creator = `maker of ${id}`) => ({ id, creator, features: [`topic:${topic}`] });
const [dance, step, cat] = [clip('dance', 'dance'), clip('step', 'dance'), clip('cat', 'cats')];
const left = (...told: Told[]): number => {
  const visitor = device(tiktok);
  visitor.tell(dance, ...told);
  return visitor.view(NOW).items['dance']?.score ?? NaN;
};

describe('tiktok', () => {
  it('takes a heart for praise', () => {
    expect(left({ kind: 'like', at: NOW })).toBeGreaterThan(0.4);
  });

  it('takes a rapid scroll for a no, for want of a dislike', () => {
    expect(left({ kind: 'skip', at: NOW })).toBeLessThan(-0.2);
    const visitor = device(tiktok);
    visitor.tell(dance, { kind: 'skip', at: NOW });
    expect(visitor.order([step, cat], NOW)).toEqual(['cat', 'step']);
    expect(visitor.view(NOW).suppressed).toEqual({});
  });

  it('forgets a rapid scroll within weeks', () => {
    const visitor = device(tiktok);
    visitor.tell(dance, { kind: 'skip', at: NOW });
    expect(visitor.view(after(28)).items['dance']?.score).toBeGreaterThan(-0.05);
  });

  it('takes “not interested” for a clear no: the clip goes for 180 days, and clips like it for 30', () => {
    expect(left({ kind: 'hide', at: NOW })).toBeLessThan(2 * left({ kind: 'skip', at: NOW }));
    const visitor = device(tiktok);
    const same = clip('duet', 'dance', 'maker of dance');
    visitor.tell(dance, { kind: 'hide', at: NOW });
    for (let i = 0; i < 4; i++) visitor.tell(clip(`${i}`, 'dance', 'maker of dance'), { kind: 'like', at: NOW });
    expect(visitor.order([same, cat], after(29))).toEqual(['cat', 'duet']);
    expect(Object.keys(visitor.view(after(30)).suppressed)).toEqual(['item dance']);
    visitor.tell(clip('new', 'dance', 'maker of dance'), { kind: 'like', at: after(30) });
    expect(visitor.order([cat, same], after(30))).toEqual(['duet', 'cat']);
    expect(visitor.view(after(180)).suppressed).toEqual({});
  });

  it('learns most from how long a clip was watched, loops included', () => {
    const watched = (coverage: number, replay = 0): Told => {
      const durationMs = 20_000;
      return { kind: 'watch', at: NOW, coverage, replay, durationMs, attendedMs: (coverage + replay) * durationMs };
    };
    expect(left(watched(0.05))).toBeLessThan(0);
    expect(left(watched(1))).toBeGreaterThan(left({ kind: 'like', at: NOW }));
    expect(left(watched(1, 0.3))).toBeGreaterThan(left(watched(1)));
  });

  it('follows the tastes of last week, not those of last season', () => {
    const visitor = device(tiktok);
    const watch: Told = { kind: 'watch', at: NOW, coverage: 1, attendedMs: 2e4, durationMs: 2e4 };
    for (const id of ['a', 'b', 'c']) visitor.tell(clip(id, 'dance'), watch);
    visitor.tell(clip('kitten', 'cats'), { ...watch, at: after(28) });
    expect(visitor.order([step, cat], after(28))).toEqual(['cat', 'step']);
  });

  it('shows one clip in ten of a maker while there are others', () => {
    const visitor = device(tiktok);
    visitor.tell(clip('x', 'dance', 'jo'), { kind: 'like', at: NOW });
    const own = ['a', 'b', 'c'].map((id) => clip(id, 'dance', 'jo'));
    expect(visitor.order([...own, cat], NOW).slice(0, 2)).toEqual(['a', 'cat']);
  });
});
