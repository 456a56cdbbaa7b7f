import { afterEach, expect, it, vi } from 'vitest';
import { inside, LIST, shown, soon, stand, type Stand } from './page.js';

const PANEL = 'penchant-interests';
const PAGE = `${LIST}<${PANEL}></${PANEL}>`;
const film = (): HTMLElement => document.querySelector<HTMLElement>('[data-penchant-item="film1"]')!;
const topOf = (element: Element): number => element.getBoundingClientRect().top;
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
let at: Stand | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await at?.end();
});

/** Somebody who says by the slider that they want nothing but films, and the page's animations stand still. */
async function wantFilms(): Promise<void> {
  at = await stand(PAGE);
  at.tracker.setInterest('topic:film', 0.05);
  await soon(() => expect(inside(PANEL, 'input[aria-label="Film"]')).toBeTruthy());
  const animate = Element.prototype.animate;
  vi.spyOn(Element.prototype, 'animate').mockImplementation(function (this: Element, ...how) {
    const animation = animate.apply(this, how);
    animation.pause();
    return animation;
  });
  at.tracker.setInterest('topic:film', -0.5);
  await soon(() => expect(shown().slice(-2)).toEqual(['film1', 'film2']));
  const slider = inside(PANEL, 'input[aria-label="Film"]') as HTMLInputElement;
  slider.value = '1';
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}

it('has items move to their new places from where they were', async () => {
  await wantFilms();
  const before = topOf(film());
  await soon(() => expect(shown()[0]).toBe('film1'));
  await painted();
  expect(topOf(film())).toBeCloseTo(before, 0); // it is first, and is shown where it was
  const [move, ...others] = film().getAnimations();
  expect([others.length, move?.effect?.getComputedTiming().duration]).toEqual([0, 200]);
  move?.finish();
  expect(topOf(film())).toBeLessThan(before);
  expect(film().getAttribute('style')).toBe('height:40px'); // nothing is left on the page's element
});

it('moves nothing for who asked for less motion', async () => {
  const { matchMedia } = window;
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    query === '(prefers-reduced-motion: reduce)' ? ({ matches: true } as MediaQueryList) : matchMedia(query),
  );
  await wantFilms();
  await soon(() => expect(shown()[0]).toBe('film1'));
  await painted();
  expect(document.querySelector('ol')?.getAnimations({ subtree: true })).toEqual([]);
});
