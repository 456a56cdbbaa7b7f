import type { Signal } from '@penchant/core';
import { commands } from 'vitest/browser';
import { createTracker, type Tracker, type TrackerOptions } from '../src/index.js';

/** A page for a spec: mark-up, and a tracker that looks at it. */
export interface Stand {
  readonly tracker: Tracker;
  /** What was told so far but for dwells, in short: `impression a1 home 1`. */
  readonly told: string[];
  readonly signals: Signal[];
  end(): Promise<void>;
}

let sites = 0;

export async function stand(html: string, options: Partial<TrackerOptions> = {}): Promise<Stand> {
  scrollTo(0, 0);
  document.body.innerHTML = '<p>A page that nobody looks at has no impressions.</p>';
  if (!document.hasFocus()) await commands.realClick('p');
  document.body.innerHTML = html;
  const site = options.site ?? `spec ${++sites} ${crypto.randomUUID()}`;
  const tracker = createTracker({ site, ...options });
  const signals: Signal[] = [];
  const told: string[] = [];
  tracker.signals$.subscribe((signal) => {
    signals.push(signal);
    if (signal.kind === 'dwell') return; // told again and again, as long as somebody looks
    const { list, position } = 'list' in signal ? signal : {};
    told.push([signal.kind, signal.item, list, position].filter((word) => word !== undefined).join(' '));
  });
  await tracker.ready;
  return {
    tracker,
    told,
    signals,
    async end() {
      await tracker.forget();
      tracker.stop();
      document.body.innerHTML = '';
    },
  };
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Mark-up of a list whose items are blocks of one height. */
export const listOf = (name: string, items: readonly string[], height = 60, attributes = ''): string =>
  `<ol data-penchant-list="${name}" ${attributes} style="margin:0;padding:0">${items
    .map(
      (id) =>
        `<li data-penchant-item="${id}" data-penchant-features="topic:${id.replace(/\d+$/, '')}" style="height:${height}px">
           <a href="#${id}" id="${id}-link">${id}</a></li>`,
    )
    .join('')}</ol>`;
