import { createTracker, type Tracker } from '@penchant/browser';
import { vi } from 'vitest';
import { commands } from 'vitest/browser';
import { defineElements } from '../src/index.js';

export const STORIES = ['sport1', 'film1', 'sport2', 'film2', 'food1', 'food2'];
/** What the page's own order is. */
export const LIST = `<ol data-penchant-list="home" data-penchant-rank style="margin:0;padding:0">${STORIES.map(
  (id) =>
    `<li data-penchant-item="${id}" data-penchant-features="topic:${id.slice(0, -1)}" data-penchant-creator="ann" style="height:40px"><a href="#${id}">About ${id}</a></li>`,
).join('')}</ol>`;

/** Waits until something holds: a part may have to be loaded first, on a machine that has others to serve. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 10_000 });

/** A page with elements, and the tracker that they speak of. */
export interface Stand {
  readonly tracker: Tracker;
  /** Starts the visitor's next visit. */
  revisit(html: string): Promise<void>;
  end(): Promise<void>;
}

export async function stand(html: string): Promise<Stand> {
  const site = `elements ${crypto.randomUUID()}`;
  document.body.innerHTML = '<p>A page that nobody looks at has no impressions.</p>';
  if (!document.hasFocus()) await commands.realClick('p');
  const visit = async (content: string): Promise<Tracker> => {
    document.body.innerHTML = content;
    scrollTo(0, 0);
    const tracker = createTracker({ site });
    defineElements(tracker);
    await tracker.ready;
    return tracker;
  };
  let tracker = await visit(html);
  return {
    get tracker() {
      return tracker;
    },
    async revisit(content) {
      await tracker.flush();
      tracker.stop();
      tracker = await visit(content);
    },
    async end() {
      tracker.setProfiling(true);
      await tracker.forget();
      tracker.stop();
      document.body.innerHTML = '';
    },
  };
}

/** In an element's shadow. */
export const inside = (element: string, css: string): HTMLElement | null =>
  document.querySelector(element)?.shadowRoot?.querySelector<HTMLElement>(css) ?? null;

/** What it says, without what is for the eye alone. */
export const textOf = (element: string, css: string): string =>
  inside(element, css)?.textContent.replace(/\s+/g, ' ').trim() ?? '';

export const shown = (): (string | null)[] =>
  [...document.querySelectorAll('[data-penchant-list] > :not([hidden])')].map((item) =>
    item.getAttribute('data-penchant-item'),
  );
