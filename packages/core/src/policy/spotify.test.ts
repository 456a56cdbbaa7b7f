import { describe, expect, it } from 'vitest';
import { device, type Told } from '../../test/device.js';
import { DAY_MS } from '../time.js';
import { spotify } from './spotify.js';

const NOW = Date.UTC(2024, 5, 15);
const after = (days: number): number => NOW + days * DAY_MS;
const song = (id: string, creator: string, genre = 'folk') => ({ id, creator, features: [`genre:${genre}`] });
const [river, blue, harvest] = [
  song('river', 'joni mitchell'),
  song('blue', 'joni mitchell'),
  song('harvest', 'neil young'),
];

describe('spotify', () => {
  it('takes a heart for years: the same for a like and a save', () => {
    const hearted = (kind: 'like' | 'save') => {
      const visitor = device(spotify);
      visitor.tell(river, { kind, at: NOW });
      return visitor.view(after(365)).items['river'];
    };
    expect(hearted('like')).toEqual(hearted('save'));
    expect(hearted('like')?.score).toBeGreaterThan(0.4);
  });

  it('suppresses the artist of a hidden song for 30 days, and the song for a year', () => {
    const visitor = device(spotify);
    visitor.tell(river, { kind: 'hide', at: NOW });
    expect(Object.keys(visitor.view(NOW).suppressed)).toEqual(['item river', 'creator:joni mitchell']);
    expect(Object.keys(visitor.view(after(29)).suppressed)).toEqual(['item river', 'creator:joni mitchell']);
    expect(Object.keys(visitor.view(after(30)).suppressed)).toEqual(['item river']);
    expect(visitor.view(after(365)).suppressed).toEqual({});
  });

  it('lets nothing bring the artist back within the 30 days, and everything after', () => {
    const visitor = device(spotify);
    visitor.tell(river, { kind: 'hide', at: NOW });
    for (let i = 0; i < 4; i++) visitor.tell(song(`other ${i}`, 'joni mitchell'), { kind: 'like', at: NOW });
    expect(visitor.order([blue, harvest], after(29))).toEqual(['harvest', 'blue']);
    expect(visitor.order([harvest, blue], after(30))).toEqual(['blue', 'harvest']);
  });

  it('takes a skip of the first seconds for a no, a smaller one than hiding', () => {
    const after1 = (told: Told) => {
      const visitor = device(spotify);
      visitor.tell(river, told);
      return visitor.view(NOW).items['river']?.score ?? NaN;
    };
    expect(after1({ kind: 'skip', at: NOW })).toBeLessThan(-0.1);
    expect(after1({ kind: 'hide', at: NOW })).toBeLessThan(3 * after1({ kind: 'skip', at: NOW }));
  });

  it('knows a song that is played again for a favourite', () => {
    const heard = (replay: number) => {
      const visitor = device(spotify);
      visitor.tell(river, { kind: 'watch', at: NOW, coverage: 0.7, attendedMs: 2e5, durationMs: 2e5, replay });
      return visitor.view(NOW).items['river']?.score ?? NaN;
    };
    expect(heard(0.4)).toBeGreaterThan(heard(0.2));
    expect(heard(0.2)).toBeGreaterThan(heard(0));
  });

  it('keeps what was heard in its place', () => {
    const visitor = device(spotify);
    visitor.tell(harvest, { kind: 'like', at: NOW });
    expect(visitor.order([song('jazz', 'x', 'jazz'), harvest], NOW)).toEqual(['harvest', 'jazz']);
  });
});
