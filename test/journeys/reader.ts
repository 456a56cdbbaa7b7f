import type { Signal } from '@penchant/core';
import type { Tracker } from '@penchant/browser';
import type { Tab } from '../browsers/engines.js';

declare global {
  interface Window {
    /** What the tracker of this page told, since the page was opened. */
    heard?: Signal[];
    penchant: (...call: readonly unknown[]) => unknown;
  }
}

/** A reader of the paper, who takes down what the page was told as it happens. */
export interface Reader {
  readonly tab: Tab;
  /** Opens a page and waits until the tracker is ready. */
  read(url: string): Promise<void>;
  /** The list, item and position of the nth item of a topic in a list. */
  find(list: string, topic: string, nth: number): Promise<Place>;
  /** Opens an item from a list with a trusted click. */
  open(place: Place): Promise<void>;
  /** Opens an item without a network: there is no page after it that could tell. Takes down what it must be told as. */
  openOffline(place: Place): Promise<void>;
  /** Takes down what the page was told since it was asked last. Call it before the page is left. */
  listen(): Promise<void>;
  /** Every signal so far, in the words of the sums: `impression home 3 slug`. */
  readonly heard: readonly string[];
}

export interface Place {
  readonly list: string;
  readonly item: string;
  readonly position: number;
}

const cssOf = ({ list, item }: Place): string => `[data-penchant-list="${list}"] [data-penchant-item="${item}"]`;

export function readerIn(tab: Tab): Reader {
  const heard: string[] = [];
  const known = new Set<string>();
  const reader: Reader = {
    tab,
    heard,
    async read(url) {
      await tab.goto(url);
      await reader.listen();
    },
    find: (list, topic, nth) =>
      tab.evaluate(
        (wantedList, wantedTopic, index) => {
          const items = [...document.querySelectorAll(`[data-penchant-list="${wantedList}"] [data-penchant-item]`)];
          const ofTopic = items.filter((item) => item.matches(`[data-penchant-features~="topic:${wantedTopic}"]`));
          const found = ofTopic[index];
          if (!found) throw new Error(`There are only ${ofTopic.length} of ${wantedTopic} in ${wantedList}.`);
          const item = found.getAttribute('data-penchant-item') ?? '';
          return { list: wantedList, item, position: items.indexOf(found) + 1 };
        },
        list,
        topic,
        nth,
      ),
    async open(place) {
      await tab.evaluate(
        (css) => document.querySelector(css)?.scrollIntoView({ block: 'center', behavior: 'instant' }),
        cssOf(place),
      );
      await tab.click(`${cssOf(place)} a`);
    },
    async openOffline(place) {
      await tab.evaluate(
        (css) => document.querySelector(css)?.scrollIntoView({ block: 'center', behavior: 'instant' }),
        cssOf(place),
      );
      await new Promise((resolve) => setTimeout(resolve, 1_500)); // until all in view has been seen
      await reader.listen();
      await tab.click(`${cssOf(place)} a`);
      heard.push(`click ${place.list} ${place.position} ${place.item}`);
    },
    async listen() {
      const told = await tab.until(
        () =>
          new Promise<Signal[]>((resolve) => {
            // What is told while a page is left waits for the next one of this tab.
            const take = (): Signal[] => [
              ...(JSON.parse(sessionStorage.getItem('heard') ?? '[]') as Signal[]),
              ...(window.heard?.splice(0) ?? []),
            ];
            const taken = (): void => {
              resolve(take());
              sessionStorage.removeItem('heard');
            };
            if (window.heard) return taken();
            const heardHere: Signal[] = (window.heard = []);
            addEventListener('pagehide', () => sessionStorage.setItem('heard', JSON.stringify(take())));
            return window.penchant((tracker: Tracker) => {
              tracker.signals$.subscribe((signal) => void heardHere.push(signal));
              taken();
            });
          }),
      );
      for (const signal of told) {
        if (signal.kind === 'dwell' || signal.kind === 'skip') continue; // no sum has words for them
        const whole = JSON.stringify(signal);
        if (known.has(whole)) continue; // Firefox gives a page back from its cache an old sessionStorage
        known.add(whole);
        heard.push(
          'list' in signal
            ? `${signal.kind} ${signal.list} ${signal.position} ${signal.item}`
            : `${signal.kind} ${signal.item}`,
        );
      }
    },
  };
  return reader;
}
