import { createTracker, type Tracker } from '@penchant/browser';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createApp,
  createSSRApp,
  defineComponent,
  h,
  KeepAlive,
  nextTick,
  reactive,
  ref,
  resolveDirective,
  shallowRef,
  withDirectives,
  type App,
  type Component,
  type VNode,
} from 'vue';
import { renderToString } from 'vue/server-renderer';
import { penchant, useRanked, useTracker } from './index.js';

const STORIES = ['food1', 'film1', 'sport1', 'film2', 'sport2'].map((id) => ({
  id,
  features: [`topic:${id.slice(0, -1)}`],
}));
const PAGE = STORIES.map(({ id }) => id);
const FOR_SPORT = ['sport1', 'sport2', 'food1', 'film1', 'film2'];

const ended: (() => void)[] = [];
let warnings: ReturnType<typeof vi.spyOn>;
let errors: ReturnType<typeof vi.spyOn>;
let renders = 0;
const shown: (readonly unknown[])[] = [];

beforeEach(() => {
  warnings = vi.spyOn(console, 'warn');
  errors = vi.spyOn(console, 'error');
  renders = 0;
  shown.length = 0;
});
afterEach(() => {
  for (const end of ended.splice(0).reverse()) end();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('useRanked', () => {
  it('has the page’s order on a server, with the marks', async () => {
    const app = createSSRApp(listOf(() => STORIES)).use(penchant, { tracker: await serverTracker() });
    const html = await renderToString(app);
    expect(idsIn(html)).toEqual(PAGE);
    expect(html).toContain('data-penchant-features="topic:food"');
  });

  it('hydrates without a warning, in the page’s order, and takes the order then', async () => {
    const list = listOf(() => STORIES);
    const tracker = await lover();
    const place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = await renderToString(createSSRApp(list).use(penchant, { tracker: await serverTracker() }));
    expect(idsIn(place.innerHTML)).toEqual(PAGE);
    shown.length = 0;
    mount(createSSRApp(list), tracker, place);
    expect(shown[0]).toEqual(STORIES);
    await nextTick();
    expect(idsIn(place.innerHTML)).toEqual(FOR_SPORT);
    await vi.waitFor(() => expect(place.querySelector('ol')?.hasAttribute('data-penchant-ranked')).toBe(true));
    expect(warnings).not.toHaveBeenCalled();
    expect(errors).not.toHaveBeenCalled();
  });

  it('has the visitor’s order at once where everything is at hand', async () => {
    const ids = mount(createApp(listOf(() => STORIES)), await lover());
    expect(ids()).toEqual(FOR_SPORT);
    expect(renders).toBe(1);
  });

  it('takes the order when what was saved is at hand', async () => {
    const site = crypto.randomUUID();
    (await lover(site)).stop();
    const tracker = start(site);
    const ids = mount(createApp(listOf(() => STORIES)), tracker);
    expect(ids()).toEqual(PAGE);
    await tracker.ready;
    await nextTick();
    expect(ids()).toEqual(FOR_SPORT);
  });

  it('moves nothing when something is learnt, and renders nothing', async () => {
    const tracker = await lover();
    const ids = mount(createApp(listOf(() => STORIES)), tracker);
    for (const id of ['food1', 'film1', 'film2']) tracker.like(id);
    await settled();
    expect(tracker.profile().items).toHaveProperty('film2');
    expect(ids()).toEqual(FOR_SPORT);
    expect(renders).toBe(1);
  });

  it('keeps what was there in its order, ranks what is new behind it, and refreshes when told', async () => {
    const tracker = await lover();
    const items = reactive(STORIES.slice(0, 2));
    const refresh = ref(1);
    const ids = mount(
      createApp(
        listOf(
          () => items,
          () => ({ refresh: refresh.value }),
        ),
      ),
      tracker,
    );
    expect(ids()).toEqual(['food1', 'film1']);
    items.push(...STORIES.slice(2));
    await nextTick();
    expect(ids()).toEqual(['food1', 'film1', 'sport1', 'sport2', 'film2']);
    refresh.value++;
    await nextTick();
    expect(ids()).toEqual(FOR_SPORT);
  });

  it('is the same array when nothing changed, though the items are a new array', async () => {
    const items = shallowRef([...STORIES]);
    mount(createApp(listOf(items)), await lover());
    items.value = [...STORIES];
    await nextTick();
    expect(renders).toBe(1); // nothing to render: it is the same
  });

  it('keeps its order in a <KeepAlive>', async () => {
    const tracker = await lover();
    const isShown = ref(true);
    const list = listOf(() => STORIES);
    const ids = mount(
      createApp(() => h(KeepAlive, () => (isShown.value ? h(list) : null))),
      tracker,
    );
    tracker.hide('sport1');
    await settled();
    isShown.value = false;
    await nextTick();
    expect(ids()).toEqual([]);
    isShown.value = true;
    await nextTick();
    expect(ids()).toEqual(FOR_SPORT);
  });

  it('says what is missing', () => {
    warnings.mockImplementation(() => undefined);
    const alone = createApp(defineComponent({ setup: () => () => useTracker().status().state }));
    expect(() => alone.mount(document.createElement('div'))).toThrow('[penchant] useTracker needs app.use(penchant');
  });
});

describe('v-penchant-item', () => {
  it('marks the element, says which list, and takes away what no longer holds', async () => {
    const tracked = shallowRef<unknown>({ item: STORIES[0], list: 'home', position: 4 });
    const card = defineComponent({
      setup: () => () => withDirectives(h('p'), [[resolveDirective('penchant-item')!, tracked.value]]),
    });
    mount(createApp(card), await lover());
    const element = document.querySelector('p')!;
    expect(Object.fromEntries(Object.entries(element.dataset))).toEqual({
      penchantItem: 'food1',
      penchantFeatures: 'topic:food',
      penchantIn: 'home',
      penchantPosition: '4',
    });
    tracked.value = 'a2';
    await nextTick();
    expect(document.querySelector('p')).toBe(element);
    expect(Object.fromEntries(Object.entries(element.dataset))).toEqual({ penchantItem: 'a2' });
  });
});

function listOf(...args: Parameters<typeof useRanked<(typeof STORIES)[number]>>): Component {
  const [items, options = {}] = args;
  return defineComponent({
    setup() {
      const stories = useRanked(items, () => ({ list: 'home', ...(typeof options === 'function' ? options() : {}) }));
      return (): VNode => {
        renders++;
        shown.push(stories.value);
        const item = resolveDirective('penchant-item')!;
        return h(
          'ol',
          { 'data-penchant-list': 'home' },
          stories.value.map((story) => withDirectives(h('li', { key: story.id }, story.id), [[item, story]])),
        );
      };
    },
  });
}

function mount(app: App, tracker: Tracker, place = document.body.appendChild(document.createElement('div'))) {
  app.use(penchant, { tracker }).mount(place);
  ended.push(() => app.unmount());
  return () => idsIn(place.innerHTML);
}

function start(site: string): Tracker {
  const tracker = createTracker({ site });
  ended.push(() => tracker.stop());
  return tracker;
}

/** The tracker of a visitor who likes sport. */
async function lover(site: string = crypto.randomUUID()): Promise<Tracker> {
  const tracker = start(site);
  await tracker.ready;
  tracker.rank(STORIES);
  tracker.like('sport1');
  await settled();
  return tracker;
}

/** What `createTracker` gives where there is no document. */
async function serverTracker(): Promise<Tracker> {
  vi.stubGlobal('document', undefined);
  try {
    return createTracker({ site: 'server' });
  } finally {
    vi.unstubAllGlobals();
  }
}

const idsIn = (html: string): string[] => [...html.matchAll(/data-penchant-item="(\w+)"/g)].map(([, id = '']) => id);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
