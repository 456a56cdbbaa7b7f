import { createTracker, type Tracker } from '@penchant/browser';
import { StrictMode, type ReactElement } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { PenchantProvider, Tracked, useRanked, useTracked } from '../src/index.js';

const STORIES = ['food1', 'film1', 'sport1', 'film2', 'sport2'].map((id) => ({
  id,
  features: [`topic:${id.slice(0, -1)}`],
}));
const PAGE = STORIES.map(({ id }) => id);
const FOR_SPORT = ['sport1', 'sport2', 'food1', 'film1', 'film2'];
const CONCEALED = '[data-penchant-list]:not([data-penchant-ranked])>*{visibility:hidden}';
const seesShifts = PerformanceObserver.supportedEntryTypes.includes('layout-shift');

let tracker: Tracker;
let root: Root | undefined;
let shifts = 0;
const told: string[] = [];
const observer = new PerformanceObserver((list) => (shifts += list.getEntries().length));
if (seesShifts) observer.observe({ type: 'layout-shift' });

beforeEach(async () => {
  document.body.innerHTML = '<p>A page that nobody looks at has no impressions.</p>';
  if (!document.hasFocus()) await commands.realClick('p');
  document.body.innerHTML = '<main></main>';
  scrollTo(0, 0);
});
afterEach(async () => {
  root?.unmount();
  await tracker.forget();
  tracker.stop();
  document.head.querySelector('#concealed')?.remove();
});

const Story = ({ story }: { readonly story: (typeof STORIES)[number] }): ReactElement => (
  <Tracked item={story} asChild>
    <li style={{ height: 60 }}>
      <a href={`#${story.id}`} id={story.id}>
        {story.id}
      </a>
    </li>
  </Tracked>
);

const List = ({ stories }: { readonly stories: typeof STORIES }): ReactElement => (
  <ol data-penchant-list="home" style={{ margin: 0, padding: 0 }}>
    {useRanked(stories, { list: 'home' }).map((story) => (
      <Story key={story.id} story={story} />
    ))}
  </ol>
);

const Page = ({ stories = STORIES }: { readonly stories?: typeof STORIES }): ReactElement => (
  <StrictMode>
    <PenchantProvider tracker={tracker}>
      <List stories={stories} />
    </PenchantProvider>
  </StrictMode>
);

it('counts once, in StrictMode, what was seen and opened', async () => {
  visit(crypto.randomUUID());
  render(<Page />);
  await vi.waitFor(() => expect(of('impression')).toHaveLength(STORIES.length), 3000);
  await commands.realClick('#film1');
  expect(of('click')).toEqual(['click film1 home 2']);
  expect(of('impression').sort()).toEqual(PAGE.map((id, i) => `impression ${id} home ${i + 1}`).sort());
});

it('counts what needs no list around it', async () => {
  visit(crypto.randomUUID());
  const Card = ({ id, position }: { readonly id: string; readonly position: number }): ReactElement => (
    <p style={{ height: 60 }} ref={useTracked(id, { list: 'home', position })}>
      <a href={`#${id}`} id={id}>
        {id}
      </a>
    </p>
  );
  render(
    <StrictMode>
      <Card id="a1" position={7} />
      <Card id="b1" position={8} />
    </StrictMode>,
  );
  await vi.waitFor(() => expect(of('impression')).toEqual(['impression a1 home 7', 'impression b1 home 8']), 3000);
  await commands.realClick('#b1');
  expect(of('click')).toEqual(['click b1 home 8']);
});

it('puts a concealed list in order after hydration, and nothing shifts', async () => {
  await returnAsLover();
  document.head.insertAdjacentHTML('beforeend', `<style id="concealed">${CONCEALED}</style>`);
  await hydrate(<Page />, PAGE);
  await vi.waitFor(() => expect(idsShown()).toEqual(FOR_SPORT));
  await vi.waitFor(() => expect(of('impression')).toContain('impression sport1 home 1'), 3000);
  expect(
    of('impression').every((line) => line.endsWith(` home ${FOR_SPORT.indexOf(line.split(' ')[1] ?? '') + 1}`)),
  ).toBe(true);
  expect(shifts).toBe(0);
});

it('leaves in its place what the visitor may be looking at, and nothing shifts', async () => {
  await returnAsLover();
  const many = Array.from({ length: 40 }, (_, i) => ({ id: `other${i}`, features: ['topic:other'] }));
  const stories = [...many, ...STORIES];
  await hydrate(<Page stories={stories} />, [...many.map(({ id }) => id), ...PAGE]);
  const inView = Math.ceil(innerHeight / 60);
  await vi.waitFor(() => expect(idsShown().slice(inView, inView + 2)).toEqual(['sport1', 'sport2']));
  expect(idsShown().slice(0, inView)).toEqual(many.slice(0, inView).map(({ id }) => id));
  await wait(200);
  expect(shifts).toBe(0);
});

if (seesShifts)
  it('would see a shift', async () => {
    visit(crypto.randomUUID());
    document.querySelector('main')!.innerHTML = '<p style="height:60px">one</p><p style="height:60px">two</p>';
    await painted();
    await wait(600); // what follows a click at once is not called a shift
    document.querySelector('p')!.style.marginTop = '200px';
    await vi.waitFor(() => expect(shifts).toBeGreaterThan(0));
  });

const of = (kind: string): string[] => told.filter((line) => line.startsWith(kind));
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
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

function render(page: ReactElement): void {
  root = createRoot(document.querySelector('main')!);
  root.render(page);
}

/** Shows a server's page, and then takes it over; it must fit, and stand in the page's order until then. */
async function hydrate(page: ReactElement, order: readonly string[]): Promise<void> {
  const place = document.querySelector('main')!;
  place.innerHTML = renderToString(page);
  await wait(600); // what follows a click at once is not called a shift
  shifts = 0;
  expect(idsShown()).toEqual(order);
  const wrong = vi.fn();
  root = hydrateRoot(place, page, { onRecoverableError: wrong });
  await painted();
  expect(wrong).not.toHaveBeenCalled();
}
