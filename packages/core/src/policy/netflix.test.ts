import { describe, expect, it } from 'vitest';
import { device } from '../../test/device.js';
import { DAY_MS } from '../time.js';
import { extendPolicy } from './extend.js';
import { netflix } from './netflix.js';

const NOW = Date.UTC(2024, 5, 15);
const after = (days: number): number => NOW + days * DAY_MS;
const film = (id: string, ...genres: string[]) => ({ id, features: genres.map((genre) => `genre:${genre}`) });
const [saw, hostel, scream] = [
  film('saw', 'horror', 'gore'),
  film('hostel', 'horror', 'gore'),
  film('scream', 'horror'),
];
const [airplane, topSecret, heat] = [film('airplane', 'comedy'), film('top secret', 'comedy'), film('heat', 'crime')];

describe('netflix', () => {
  it('shifts the weights of genres by thumbs', () => {
    const visitor = device(netflix);
    visitor.tell(airplane, { kind: 'like', at: NOW });
    visitor.tell(scream, { kind: 'dislike', at: NOW });
    const { features } = visitor.view(NOW);
    expect(features['genre:comedy']?.score).toBeGreaterThan(0.5);
    expect(features['genre:horror']?.score).toBeLessThan(-0.5);
    expect(visitor.order([saw, heat, topSecret], NOW)).toEqual(['top secret', 'heat', 'saw']);
  });

  it('suppresses what is similar to a thumb down for 180 days', () => {
    const visitor = device(netflix);
    visitor.tell(saw, { kind: 'dislike', at: NOW });
    for (const id of ['alien', 'jaws', 'psycho']) visitor.tell(film(id, 'horror', 'gore'), { kind: 'like', at: NOW });
    // So much praise for its genres that only the suppression keeps it away.
    expect(visitor.view(NOW).features['genre:gore']?.score).toBeGreaterThan(0);
    expect(visitor.order([hostel, heat], after(0))).toEqual(['heat', 'hostel']);
    expect(visitor.order([hostel, heat], after(179))).toEqual(['heat', 'hostel']);
    expect(visitor.order([hostel, heat], after(180))).toEqual(['hostel', 'heat']);
    expect(visitor.view(after(180)).suppressed).toEqual({});
  });

  it('suppresses nothing that only shares a genre', () => {
    const visitor = device(netflix);
    visitor.tell(saw, { kind: 'dislike', at: NOW });
    visitor.tell(scream, { kind: 'like', at: NOW }, { kind: 'like', at: NOW + 1 });
    expect(visitor.order([heat, film('carrie', 'horror')], NOW + 1)).toEqual(['carrie', 'heat']);
  });

  it('shows similar titles again when the thumb down is taken back', () => {
    const visitor = device(netflix);
    visitor.tell(saw, { kind: 'dislike', at: NOW });
    visitor.tell(saw, { kind: 'undo', at: NOW + 1, of: { kind: 'dislike', item: 'saw', at: NOW } });
    expect(visitor.view(NOW + 1).suppressed).toEqual({});
    expect(visitor.order([hostel, heat], NOW + 1)).toEqual(['hostel', 'heat']);
  });

  it('learns from what was watched without any thumb, and puts it last', () => {
    const visitor = device(netflix);
    visitor.tell(airplane, { kind: 'watch', at: NOW, coverage: 0.97, attendedMs: 5_000_000, durationMs: 5_280_000 });
    expect(visitor.order([airplane, heat, topSecret], NOW)).toEqual(['top secret', 'heat', 'airplane']);
  });

  it('can be made milder in one expression', () => {
    const milder = extendPolicy(netflix, { suppress: { dislike: [{ what: 'item', days: 30 }] } });
    const visitor = device(milder);
    visitor.tell(saw, { kind: 'dislike', at: NOW });
    expect(Object.keys(visitor.view(after(29)).suppressed)).toEqual(['item saw']);
    expect(visitor.view(after(30)).suppressed).toEqual({});
  });
});
