import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Signal, Tracker } from '../index.js';
import { createTracker } from '../index.js';
import { pretendVisitor, type PretendVisitor } from './visitor.js';

let visitor: PretendVisitor;
let tracker: Tracker;
let told: Signal[];
let sites = 0;

beforeEach(async () => {
  vi.useFakeTimers();
  visitor = pretendVisitor({ advance: vi.advanceTimersByTimeAsync });
  const list = document.createElement('ol');
  list.dataset['penchantList'] = 'home';
  for (const id of ['a', 'b', 'c']) {
    const item = document.createElement('li');
    item.dataset['penchantItem'] = id;
    item.dataset['penchantFeatures'] = `topic:${id === 'c' ? 'sport' : 'food'}`;
    list.append(item);
  }
  document.body.replaceChildren(list);
  tracker = createTracker({ site: `rehearsed ${++sites}` });
  told = [];
  tracker.signals$.subscribe((signal) => told.push(signal));
  await tracker.ready;
  await visitor.wait(0);
});
afterEach(() => {
  tracker.stop();
  visitor.end();
  vi.useRealTimers();
});

const element = (id: string): Element => document.querySelector(`[data-penchant-item=${id}]`)!;
const said = (): string[] => told.map((signal) => `${signal.kind} ${signal.item}`);

it('sees what is in view for a second, and nothing else', async () => {
  await visitor.see(element('a'));
  await visitor.see(element('b'), 0.4);
  await visitor.see(element('c'));
  await visitor.stay(900);
  await visitor.leave(element('c'));
  await visitor.stay(200);
  expect(said().filter((words) => words.startsWith('impression'))).toEqual(['impression a']);
});

it('looks at an item for as long as they stay, and not while another tab is in front', async () => {
  await visitor.see(element('a'));
  await visitor.stay(3_000);
  await visitor.hide();
  await visitor.wait(60_000);
  await visitor.show();
  await visitor.stay(2_000);
  const glances = told.filter((signal) => signal.kind === 'dwell');
  const { attendedMs } = glances.at(-1)!;
  expect(attendedMs).toBeGreaterThanOrEqual(4_900);
  expect(attendedMs).toBeLessThanOrEqual(5_100);
});

it('counts as away when they do nothing for five seconds', async () => {
  await visitor.see(element('a'));
  await visitor.wait(60_000);
  const { attendedMs } = told.findLast((signal) => signal.kind === 'dwell')!;
  expect(attendedMs).toBeLessThanOrEqual(5_100);
});

it('opens an item as a test clicks it, which changes the order', async () => {
  const items = [
    { id: 'b', features: ['topic:food'] },
    { id: 'd', features: ['topic:sport'] },
  ];
  await visitor.see(element('c'));
  (element('c') as HTMLElement).click();
  await visitor.wait(0);
  expect(said()).toEqual(['impression c', 'click c']);
  expect(tracker.rank(items).map(({ id }) => id)).toEqual(['d', 'b']);
});

it('leaves the page as it was', () => {
  const { visibilityState } = document;
  visitor.end();
  expect(Object.keys(Object.getOwnPropertyDescriptors(document))).not.toContain('visibilityState');
  expect(visibilityState).toBe('visible');
});
