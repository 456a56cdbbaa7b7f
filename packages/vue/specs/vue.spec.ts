import { createTracker, type Tracker } from '@penchant/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { createApp, createSSRApp, defineComponent, h, resolveDirective, withDirectives, type App } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { penchant, useRanked } from '../src/index.js';

const STORIES = ['food1', 'film1', 'sport1', 'film2', 'sport2'].map((id) => ({
  id,
  features: [`topic:${id.slice(0, -1)}`],
}));
const PAGE = STORIES.map(({ id }) => id);
const FOR_SPORT = ['sport1', 'sport2', 'food1', 'film1', 'film2'];
const CONCEALED = '[data-penchant-list]:not([data-penchant-ranked])>*{visibility:hidden}';

let tracker: Tracker;
let app: App | undefined;
let shifts = 0;
const told: string[] = [];
const observer = new PerformanceObserver((list) => (shifts += list.getEntries().length));
if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) observer.observe({ type: 'layout-shift' });

beforeEach(async () => {
  document.body.innerHTML = '<p>A page that nobody looks at has no impressions.</p>';
  if (!document.hasFocus()) await commands.realClick('p');
  document.body.innerHTML = '<main></main>';
  scrollTo(0, 0);
});
afterEach(async () => {
  app?.unmount();
  await tracker.forget();
  tracker.stop();
  document.head.querySelector('#concealed')?.remove();
});

const Page = defineComponent({
  props: { stories: { type: Array<(typeof STORIES)[number]>, default: () => STORIES } },
  setup(props) {
    const ranked = useRanked(() => props.stories, { list: 'home' });
    return () =>
      h(
        'ol',
        { 'data-penchant-list': 'home', style: 'margin:0;padding:0' },
        ranked.value.map((story) => {
          const link = h('a', { href: `#${story.id}`, id: story.id }, story.id);
          return withDirectives(h('li', { key: story.id, style: 'height:60px' }, link), [
            [resolveDirective('penchant-item')!, story],
          ]);
        }),
      );
  },
});

it('counts what was seen and opened', async () => {
  visit(crypto.randomUUID());
  app = createApp(Page).use(penchant, { tracker });
  app.mount('main');
  await vi.waitFor(() => expect(of('impression')).toHaveLength(STORIES.length), 3000);
  await commands.realClick('#film1');
  expect(of('click')).toEqual(['click film1 home 2']);
  expect(of('impression').toSorted()).toEqual(PAGE.map((id, i) => `impression ${id} home ${i + 1}`).toSorted());
});

it('puts a concealed list in order after hydration, and nothing shifts', async () => {
  await returnAsLover();
  document.head.insertAdjacentHTML('beforeend', `<style id="concealed">${CONCEALED}</style>`);
  const warnings = vi.spyOn(console, 'warn');
  await hydrate(STORIES);
  await vi.waitFor(() => expect(idsShown()).toEqual(FOR_SPORT));
  await vi.waitFor(() => expect(of('impression')).toHaveLength(STORIES.length), 3000);
  expect(of('impression').toSorted()).toEqual(FOR_SPORT.map((id, i) => `impression ${id} home ${i + 1}`).toSorted());
  expect(warnings).not.toHaveBeenCalled();
  expect(shifts).toBe(0);
});

it('leaves in its place what the visitor may be looking at, and nothing shifts', async () => {
  await returnAsLover();
  const many = Array.from({ length: 40 }, (_, i) => ({ id: `other${i}`, features: ['topic:other'] }));
  await hydrate([...many, ...STORIES]);
  const inView = Math.ceil(innerHeight / 60);
  await vi.waitFor(() => expect(idsShown().slice(inView, inView + 2)).toEqual(['sport1', 'sport2']));
  expect(idsShown().slice(0, inView)).toEqual(many.slice(0, inView).map(({ id }) => id));
  await wait(200);
  expect(shifts).toBe(0);
});

const of = (kind: string): string[] => told.filter((line) => line.startsWith(kind));
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const idsShown = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-penchant-item]')].map(({ dataset }) => dataset['penchantItem']);

function visit(site: string): void {
  tracker = createTracker({ site });
  told.length = 0;
  tracker.signals$.subscribe((signal) => {
    const { list, position } = 'list' in signal ? signal : {};
    if (signal.kind !== 'dwell') told.push([signal.kind, signal.item, list, position].join(' '));
  });
}

/** Begins the next visit of somebody who liked sport on an earlier one. */
async function returnAsLover(): Promise<void> {
  const site = crypto.randomUUID();
  visit(site);
  await tracker.ready;
  tracker.rank(STORIES);
  tracker.like('sport1');
  await wait(50);
  tracker.stop();
  visit(site);
}

/** Shows a server's page in the page's order, and then takes it over. */
async function hydrate(stories: typeof STORIES): Promise<void> {
  const place = document.querySelector('main')!;
  const server = createTracker({ site: `server ${crypto.randomUUID()}` }); // which knows nothing
  place.innerHTML = await renderToString(createSSRApp(Page, { stories }).use(penchant, { tracker: server }));
  server.stop();
  expect(idsShown()).toEqual(stories.map(({ id }) => id));
  await wait(600); // what follows a click at once is not called a shift
  shifts = 0;
  app = createSSRApp(Page, { stories }).use(penchant, { tracker });
  app.mount(place);
}
