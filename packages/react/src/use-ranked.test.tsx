import { createTracker, type RankedOptions, type Tracker } from '@penchant/browser';
import 'fake-indexeddb/auto';
import * as React from 'react';
import { act, lazy, startTransition, StrictMode, Suspense, useState, version, type ReactElement } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PenchantProvider, Tracked, useRanked, useTracked, useTracker } from './index.js';

const STORIES = ['food1', 'film1', 'sport1', 'film2', 'sport2'].map((id) => ({
  id,
  features: [`topic:${id.slice(0, -1)}`],
}));
const PAGE = STORIES.map(({ id }) => id);
const FOR_SPORT = ['sport1', 'sport2', 'food1', 'film1', 'film2'];

const ended: (() => unknown)[] = [];
let complaints: ReturnType<typeof vi.spyOn>;
let renders = 0;
const shown: (readonly unknown[])[] = [];

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  complaints = vi.spyOn(console, 'error');
  renders = 0;
  shown.length = 0;
});
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe(`useRanked, in React ${version}`, () => {
  it('has the page’s order on a server', async () => {
    const tracker = await lover();
    expect(idsIn(renderToString(<Page tracker={tracker} />))).toEqual(PAGE);
  });

  it('has the visitor’s order at once where everything is at hand', async () => {
    const { ids } = await mount(<Page tracker={await lover()} />);
    expect(ids()).toEqual(FOR_SPORT);
    expect(shown[0]).toEqual(shown.at(-1));
  });

  it('takes the order when what was saved is at hand', async () => {
    const site = crypto.randomUUID();
    (await lover(site)).stop();
    const tracker = start(site);
    const { ids } = await mount(<Page tracker={tracker} />, { isReady: false });
    expect(ids()).toEqual(PAGE);
    await act(() => tracker.ready);
    expect(ids()).toEqual(FOR_SPORT);
  });

  it('takes it though consent came late', async () => {
    const site = crypto.randomUUID();
    (await lover(site)).stop();
    const tracker = start(site, { consent: 'required' });
    await tracker.ready;
    const { ids } = await mount(<Page tracker={tracker} />);
    expect(ids()).toEqual(PAGE);
    await act(async () => {
      tracker.consent('granted');
      await vi.waitFor(() => expect(tracker.status().state).toBe('ready'));
    });
    expect(ids()).toEqual(FOR_SPORT);
  });

  it('hydrates without a warning, in the page’s order, and takes the order then', async () => {
    const tracker = await lover();
    const page = (
      <StrictMode>
        <Page tracker={tracker} />
      </StrictMode>
    );
    const place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = renderToString(page);
    shown.length = 0;
    let root: Root | undefined;
    await act(async () => void (root = hydrateRoot(place, page)));
    ended.push(() => act(async () => root?.unmount()));
    expect(shown[0]).toEqual(STORIES);
    expect(idsIn(place.innerHTML)).toEqual(FOR_SPORT);
    await vi.waitFor(() => expect(place.querySelector('ol')?.hasAttribute('data-penchant-ranked')).toBe(true));
    expect(complaints).not.toHaveBeenCalled();
  });

  it('moves nothing when something is learnt, and renders nothing', async () => {
    const tracker = await lover();
    const { ids } = await mount(<Page tracker={tracker} />);
    const before = renders;
    await act(async () => {
      for (const id of ['food1', 'film1', 'film2']) tracker.like(id);
      tracker.record({ kind: 'impression', item: 'food1', list: 'home', position: 3, row: 3, column: 1, bucket: 0 });
      await settled();
    });
    expect(tracker.profile().items).toHaveProperty('film2');
    expect(ids()).toEqual(FOR_SPORT);
    expect(renders).toBe(before);
  });

  it('is the same array when nothing changed, though the items are a new array', async () => {
    const tracker = await lover();
    const { show } = await mount(<Page tracker={tracker} items={[...STORIES]} />);
    const first = shown.at(-1);
    shown.length = 0;
    await show(<Page tracker={tracker} items={[...STORIES]} options={{}} />);
    await show(<Page tracker={tracker} items={[...STORIES]} options={{}} />);
    expect(shown.length).toBeGreaterThan(1);
    for (const each of shown) expect(each).toBe(first);
  });

  it('keeps what was there in its order, and ranks what is new behind it', async () => {
    const tracker = await lover();
    const { ids, show } = await mount(<Page tracker={tracker} items={STORIES.slice(0, 2)} />);
    expect(ids()).toEqual(['food1', 'film1']);
    await show(<Page tracker={tracker} items={STORIES} />);
    expect(ids()).toEqual(['food1', 'film1', 'sport1', 'sport2', 'film2']);
    await show(<Page tracker={tracker} items={STORIES.slice(1)} />);
    expect(ids()).toEqual(['film1', 'sport1', 'sport2', 'film2']);
  });

  it('takes a new order when it is told to refresh', async () => {
    const tracker = await lover();
    const { ids, show } = await mount(<Page tracker={tracker} options={{ refresh: 1 }} />);
    tracker.hide('sport1');
    await settled();
    await show(<Page tracker={tracker} options={{ refresh: 1 }} />);
    expect(ids()).toEqual(FOR_SPORT);
    await show(<Page tracker={tracker} options={{ refresh: 2 }} />);
    expect(ids().at(-1)).toBe('sport1');
  });

  it('shows as many as asked', async () => {
    const tracker = await lover();
    const { ids, show } = await mount(<Page tracker={tracker} options={{ limit: 2 }} />);
    expect(ids()).toEqual(['sport1', 'sport2']);
    await show(<Page tracker={tracker} options={{ limit: 3 }} />);
    expect(ids()).toEqual(FOR_SPORT.slice(0, 3));
  });

  it('keeps its order while other items are waited for', async () => {
    const tracker = await lover();
    let come = (): void => {};
    const coming = new Promise<void>((resolve) => (come = resolve));
    const Waiting = lazy(() => coming.then(() => ({ default: () => null })));
    let go: (to: 'other') => void = () => {};
    let again: (time: number) => void = () => {};
    const Pages = (): ReactElement => {
      const [page, setPage] = useState('first');
      const [, setTime] = useState(0);
      [go, again] = [setPage, setTime];
      const isFirst = page === 'first';
      return (
        <Suspense fallback="…">
          <Page tracker={tracker} items={isFirst ? STORIES : STORIES.slice(0, 1)} />
          {!isFirst && <Waiting />}
        </Suspense>
      );
    };
    const { ids } = await mount(<Pages />);
    const first = shown.at(-1);
    shown.length = 0; // in StrictMode, React 18 forgets what it made for the very first rendering
    tracker.hide('sport1');
    await settled();
    await act(async () => startTransition(() => go('other')));
    await act(async () => again(1));
    expect(ids()).toEqual(FOR_SPORT);
    expect(shown.filter(({ length }) => length > 1).every((each) => each === first)).toBe(true);
    await act(async () => come());
    expect(ids()).toEqual(['food1']);
  });

  if ('Activity' in React)
    it('keeps its order, and takes one that it missed, in an <Activity>', async () => {
      const site = crypto.randomUUID();
      (await lover(site)).stop();
      const tracker = start(site);
      const { Activity } = React;
      const page = (mode: 'hidden' | 'visible'): ReactElement => (
        <Activity mode={mode}>
          <Page tracker={tracker} />
        </Activity>
      );
      const { ids, show } = await mount(page('hidden'), { isReady: false });
      await act(() => tracker.ready);
      await show(page('visible'));
      expect(ids()).toEqual(FOR_SPORT);
      tracker.hide('sport1');
      await settled();
      await show(page('hidden'));
      await show(page('visible'));
      expect(ids()).toEqual(FOR_SPORT);
    });

  it('says what is missing above it', () => {
    const Alone = (): ReactElement => <>{useTracker().status().state}</>;
    complaints.mockImplementation(() => undefined);
    expect(() => renderToString(<Alone />)).toThrow('[penchant] useTracker needs a <PenchantProvider');
  });
});

describe(`marks, in React ${version}`, () => {
  const Card = ({ item, position }: { readonly item: string; readonly position?: number }): ReactElement => (
    <p
      ref={useTracked({ id: item, features: ['topic:sport', 'team:ajax'], creator: 'jo' }, { list: 'home', position })}
    />
  );

  it('are those of the item, without an element around it, and go when it changes', async () => {
    const { place, show } = await mount(<Card item="a1" position={4} />);
    const card = place.querySelector('p')!;
    expect(Object.fromEntries(Object.entries(card.dataset))).toEqual({
      penchantItem: 'a1',
      penchantFeatures: 'topic:sport team:ajax',
      penchantCreator: 'jo',
      penchantIn: 'home',
      penchantPosition: '4',
    });
    await show(<Card item="a2" />);
    expect(place.querySelector('p')).toBe(card);
    expect(card.dataset['penchantItem']).toBe('a2');
    expect(card.hasAttribute('data-penchant-position')).toBe(false);
  });

  it('are in a server’s HTML, on the child itself', () => {
    const html = renderToString(
      <Tracked item={{ id: 'food1', features: ['topic:food'] }} position={2} asChild>
        <li className="card">Food</li>
      </Tracked>,
    );
    expect(html).toBe(
      '<li class="card" data-penchant-item="food1" data-penchant-features="topic:food" data-penchant-position="2">Food</li>',
    );
    expect(renderToString(<Tracked item="a1">A</Tracked>)).toBe('<div data-penchant-item="a1">A</div>');
  });
});

function List({ items = STORIES, options = {} }: ListProps): ReactElement {
  const stories = useRanked(items, { list: 'home', ...options });
  renders++;
  shown.push(stories);
  return (
    <ol data-penchant-list="home">
      {stories.map((story) => (
        <Tracked key={story.id} item={story} asChild>
          <li>{story.id}</li>
        </Tracked>
      ))}
    </ol>
  );
}

interface ListProps {
  readonly items?: typeof STORIES;
  readonly options?: RankedOptions;
}

const Page = ({ tracker, ...list }: ListProps & { readonly tracker: Tracker }): ReactElement => (
  <PenchantProvider tracker={tracker}>
    <List {...list} />
  </PenchantProvider>
);

function start(site: string, options: Partial<Parameters<typeof createTracker>[0]> = {}): Tracker {
  const tracker = createTracker({ site, ...options });
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

async function mount(page: ReactElement, { isReady = true } = {}) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const show = (next: ReactElement): Promise<void> => act(async () => root.render(next));
  if (isReady) await show(<StrictMode>{page}</StrictMode>);
  else act(() => root.render(page));
  ended.push(() => act(async () => root.unmount()));
  return {
    place,
    show: (next: ReactElement) => show(<StrictMode>{next}</StrictMode>),
    ids: () => idsIn(place.innerHTML),
  };
}

const idsIn = (html: string): string[] => [...html.matchAll(/data-penchant-item="(\w+)"/g)].map(([, id = '']) => id);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
