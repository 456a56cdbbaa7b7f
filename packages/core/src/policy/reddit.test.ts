import { describe, expect, it } from 'vitest';
import { device } from '../../test/device.js';
import { emptyModel, type Model } from '../model.js';
import { DAY_MS } from '../time.js';
import { reddit } from './reddit.js';

const NOW = Date.UTC(2024, 5, 15);
const post = (id: string, community: string) => ({ id, features: [`community:${community}`] });
const vote = (kind: 'like' | 'dislike', at = NOW) => ({ kind, at }) as const;

describe('reddit', () => {
  it('adds votes up to a net vote: up and down cancel, and two up against one down are one up', () => {
    const meanVote = (...kinds: ('like' | 'dislike')[]) => {
      const visitor = device(reddit);
      kinds.forEach((kind, i) => visitor.tell(post(`${i}`, 'cycling'), vote(kind)));
      const net = visitor.view(NOW).features['community:cycling'];
      return (net?.score ?? NaN) / (net?.confidence ?? NaN);
    };
    expect(meanVote('like')).toBeCloseTo(1, 12);
    expect(meanVote('like', 'dislike')).toBeCloseTo(0, 12);
    expect(meanVote('like', 'dislike', 'like')).toBeCloseTo(1 / 3, 12);
    expect(meanVote('dislike')).toBeCloseTo(-1, 12);
  });

  it('gives a community’s posts the affinity that votes on its posts have earned', () => {
    const visitor = device(reddit);
    visitor.tell(post('a', 'cycling'), vote('like'));
    visitor.tell(post('b', 'cycling'), vote('like'));
    visitor.tell(post('c', 'knitting'), vote('like'));
    visitor.tell(post('d', 'politics'), vote('dislike'));
    const fresh = [post('w', 'politics'), post('x', 'cooking'), post('y', 'knitting'), post('z', 'cycling')];
    expect(visitor.order(fresh, NOW)).toEqual(['z', 'y', 'x', 'w']);
  });

  it('orders by the crowd where the visitor has no affinity', () => {
    const quality = (item: string, value: number) =>
      [item, { item, quality: value, impressions: 100, clicks: 10 }] as const;
    const model: Model = { ...emptyModel, items: new Map([quality('up', 3), quality('down', 0.3)]) };
    const posts = [post('down', 'a'), post('unknown', 'b'), post('up', 'c')];
    expect(device(reddit, model).order(posts, NOW)).toEqual(['up', 'unknown', 'down']);
  });

  it('takes a downvoted post away for half a year, and not its community', () => {
    const visitor = device(reddit);
    visitor.tell(post('a', 'cycling'), vote('dislike'));
    expect(Object.keys(visitor.view(NOW + 179 * DAY_MS).suppressed)).toEqual(['item a']);
    expect(visitor.view(NOW + 180 * DAY_MS).suppressed).toEqual({});
  });

  it('lets a vote be turned round: what was taken back leaves nothing', () => {
    const visitor = device(reddit);
    visitor.tell(post('a', 'cycling'), vote('dislike'));
    const of = { kind: 'dislike', item: 'a', at: NOW } as const;
    visitor.tell(post('a', 'cycling'), { kind: 'undo', at: NOW + 1, of }, vote('like', NOW + 1));
    expect(visitor.view(NOW + 1).suppressed).toEqual({});
    expect(visitor.view(NOW + 1).features['community:cycling']?.score).toBeCloseTo(0.5, 9);
  });

  it('shows no more than four posts in ten of one community while there are others', () => {
    const visitor = device(reddit);
    visitor.tell(post('read', 'cycling'), vote('like'));
    const loved = Array.from({ length: 8 }, (_, i) => post(`cycling ${i}`, 'cycling'));
    const others = Array.from({ length: 8 }, (_, i) => post(`other ${i}`, `community ${i}`));
    const first = visitor.order([...others, ...loved], NOW).slice(0, 10);
    expect(first.filter((id) => id.startsWith('cycling'))).toHaveLength(4);
  });
});
