import { describe, expect, it } from 'vitest';
import { itemOf } from './markup.js';
import { mark, marksOf } from './marks.js';

const marked = (...args: Parameters<typeof marksOf>): HTMLElement => {
  const element = document.createElement('p');
  mark(element, marksOf(...args));
  return element;
};

describe('marks', () => {
  it.each([
    { id: 'a1', features: ['topic:sport', 'team:ajax'], creator: 'jo' },
    { id: 'a1', features: [] },
    { id: 'a1', features: [], creator: 'jo' },
  ])('are read as they were written: %o', (item) => expect(itemOf(marked(item))).toEqual(item));

  it.each([[{ 'topic:sport': 0.7 }], [[0.1, 0.2]], [['climate change']]])(
    'say the id alone of an item whose features they cannot say: %o',
    (features) => expect(itemOf(marked({ id: 'a1', features, creator: 'jo' }))).toEqual({ id: 'a1', features: [] }),
  );

  it('say where, and take away what no longer holds', () => {
    const before = marksOf('a1', { list: 'home', position: 3 });
    const element = marked('a1', { list: 'home', position: 3 });
    element.className = 'card';
    expect(Object.fromEntries(Object.entries(element.dataset))).toEqual({
      penchantItem: 'a1',
      penchantIn: 'home',
      penchantPosition: '3',
    });
    mark(element, marksOf('a2'), before);
    expect(Object.fromEntries(Object.entries(element.dataset))).toEqual({ penchantItem: 'a2' });
    mark(element, {}, marksOf('a2'));
    expect(element.outerHTML).toBe('<p class="card"></p>');
  });

  it('touch nothing that stays the same', async () => {
    const element = document.body.appendChild(marked('a1'));
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(element, { attributes: true });
    mark(element, marksOf('a1'), marksOf('a1'));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(changes).toEqual([]);
    mark(element, marksOf('a2'), marksOf('a1'));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(changes).toHaveLength(1);
    observer.disconnect();
  });
});
