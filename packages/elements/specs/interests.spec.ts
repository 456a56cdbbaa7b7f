import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { inside, LIST, shown, soon, stand, STORIES, textOf, type Stand } from './page.js';

const PANEL = 'penchant-interests';
const PAGE = `${LIST}<${PANEL}></${PANEL}>`;
const FILM_FIRST = ['film1', 'film2', 'sport1', 'sport2', 'food1', 'food2'];
let at: Stand | undefined;
afterEach(() => at?.end());

const all = (css: string): HTMLElement[] => [
  ...(document.querySelector(PANEL)?.shadowRoot?.querySelectorAll<HTMLElement>(css) ?? []),
];
const texts = (css: string): string[] => all(css).map((each) => each.textContent.replace(/\s+/g, ' ').trim());
const slider = (name: string): HTMLInputElement => inside(PANEL, `input[aria-label="${name}"]`) as HTMLInputElement;
const appears = (name: string) => soon(() => expect(slider(name)).toBeTruthy());
const drag = (name: string, to: number): void => {
  slider(name).value = String(to);
  slider(name).dispatchEvent(new Event('input', { bubbles: true }));
};
const press = (css: string): void => inside(PANEL, css)?.click();
const noted = (): string => textOf(PANEL, '.noted');

/** Somebody who likes sport, and not food. */
async function lover(page = PAGE): Promise<Stand> {
  at = await stand(page);
  at.tracker.like('sport1');
  at.tracker.dislike('food1');
  await appears('Sport');
  return at;
}

it('says what is thought, the strongest first, and why', async () => {
  await lover();
  expect(texts('.name')[0]).toMatch(/^(Sport|Food|By Ann)$/);
  expect(Number(slider('Sport').value)).toBeGreaterThan(0.1);
  expect(Number(slider('Food').value)).toBeLessThan(-0.1);
  expect(slider('Sport').getAttribute('aria-valuetext')).toMatch(/^(A little more|More) · (a guess|fairly sure|sure)$/);
  const row = slider('Sport').closest('li')!;
  row.querySelector('summary')!.click();
  await soon(() => expect(row.textContent).toMatch(/Because you liked 1 item about sport\./));
  expect(row.querySelector('.ledger')?.textContent).toMatch(/About sport1\s*\+0\.\d\d\s*liked/);
});

it('puts the page in order while a slider is moved, and back when what was learnt counts again', async () => {
  await lover();
  at!.tracker.setInterest('topic:film', 0.1);
  await appears('Film');
  const rows = texts('.name');
  drag('Film', 1);
  await soon(() => expect(shown().slice(0, 2)).toEqual(FILM_FIRST.slice(0, 2)));
  await soon(() => expect(slider('Film').getAttribute('aria-valuetext')).toBe('All of it · you said so'));
  expect(texts('.name')).toEqual(rows); // no row moves under the hand
  expect(at!.tracker.profile().features['topic:film']?.stated).toBe(1);
  drag('Film', -1);
  await soon(() => expect(shown()[0]).toBe('sport1'));
  press('[aria-label="Use what was learnt of Film"]');
  await soon(() => expect(at!.tracker.profile().features['topic:film']).toBeUndefined());
});

it('is worked with the keyboard, a step at a time', async () => {
  await lover();
  at!.tracker.setInterest('topic:film', 0);
  await appears('Film');
  slider('Film').focus();
  await commands.pressKey('ArrowRight');
  await soon(() => expect(at!.tracker.profile().features['topic:film']?.stated).toBeCloseTo(0.05));
  await commands.pressKey('End');
  await soon(() => expect(at!.tracker.profile().features['topic:film']?.stated).toBe(1));
  await soon(() => expect(shown().slice(0, 2)).toEqual(FILM_FIRST.slice(0, 2)));
  expect(document.querySelector(PANEL)?.shadowRoot?.activeElement).toBe(slider('Film'));
});

it('says what is left out, why and for how long, and has it back', async () => {
  await lover();
  at!.tracker.hide('film1');
  await soon(() => expect(texts('.mutes s').sort()).toEqual(['About film1', 'About food1', 'By Ann']));
  const row = all('.mutes li').find((each) => each.querySelector('s')?.textContent === 'About film1')!;
  expect(row.textContent.replace(/\s+/g, ' ')).toMatch(/You hid this · 180 days left/);
  expect(texts('.mutes li').find((each) => each.startsWith('By Ann'))).toContain(
    'You hid “About film1” · 30 days left',
  );
  expect(row.querySelector('time')?.title).toMatch(/\d{4}/);
  press('[aria-label="Show again: About film1"]');
  await soon(() => expect(texts('.mutes s')).not.toContain('About film1'));
  expect(noted()).toBe('May be shown again: About film1.');
  expect((await at!.tracker.suppressions()).map(({ name }) => name)).not.toContain('film1');
  expect(document.querySelector(PANEL)?.shadowRoot?.activeElement?.id).toBe('mutes'); // its button is gone
});

it('restores the page’s order exactly when profiling is turned off, and learns nothing', async () => {
  await lover();
  at!.tracker.setInterest('topic:film', 1);
  await soon(() => expect(shown().slice(0, 2)).toEqual(FILM_FIRST.slice(0, 2)));
  press('[role=switch]');
  await soon(() => expect(shown()).toEqual(STORIES));
  expect(texts('.notice')[0]).toMatch(/^Off: everything is in the page’s own order/);
  expect(slider('Film').disabled).toBe(true);
  press('[role=switch]');
  await soon(() => expect(shown().slice(0, 2)).toEqual(FILM_FIRST.slice(0, 2)));
  expect(texts('.notice')).toEqual([]);
});

it('asks before it deletes, and deletes', async () => {
  await lover();
  press('.grave');
  const dialog = inside(PANEL, 'dialog') as HTMLDialogElement;
  expect(dialog.open).toBe(true);
  expect(dialog.querySelector(':focus')?.className).toBe('keep');
  press('.keep');
  expect([dialog.open, slider('Sport').disabled]).toEqual([false, false]);
  press('.grave');
  await commands.pressKey('Escape');
  await soon(() => expect(dialog.open).toBe(false));
  press('.grave');
  press('.forget');
  await soon(() => expect(noted()).toBe('Deleted. Nothing is known of you on this device.'));
  expect(at!.tracker.profile().features).toEqual({});
  expect(texts('.empty')).toEqual(['Nothing yet. Open something that you like, and it shows here.']);
});

it('gives the visitor all that is kept', async () => {
  await lover();
  let file: { name: string; href: string } | undefined;
  const stop = (event: Event): void => {
    event.preventDefault();
    const { download, href } = event.target as HTMLAnchorElement;
    file = { name: download, href };
  };
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    this.addEventListener('click', stop);
    this.dispatchEvent(new MouseEvent('click', { cancelable: true }));
  });
  all('button')
    .find((button) => button.textContent.includes('Download'))!
    .click();
  await soon(() => expect(noted()).toBe('Saved as penchant-profile.json.'));
  click.mockRestore();
  const saved = (await (await fetch(file!.href)).json()) as { signals: { signal: { kind: string } }[] };
  expect(file!.name).toBe('penchant-profile.json');
  expect(saved.signals.map(({ signal }) => signal.kind)).toEqual(expect.arrayContaining(['like', 'dislike']));
});

it('says that nothing is known yet, and that nothing is kept where the visitor did not agree', async () => {
  at = await stand(PAGE);
  await soon(() => expect(texts('.empty')[0]).toMatch(/^Nothing yet/));
  at.tracker.consent('denied');
  document.dispatchEvent(new Event('visibilitychange'));
  await soon(() => expect(texts('.notice')).toEqual(['Nothing is learnt or kept: you did not agree to it.']));
});

it('hears nothing once it is gone', async () => {
  await lover();
  await soon(() => expect(texts('.mutes s')).toEqual(['About food1'])); // the last that it was told
  const panel = document.querySelector(PANEL)!;
  const before = panel.shadowRoot!.textContent;
  panel.remove();
  at!.tracker.like('film1');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(panel.shadowRoot!.textContent).toBe(before);
  document.body.append(panel);
  await appears('Film');
});

it('shows what it showed when the tracker is stopped while it answers, and nothing is thrown', async () => {
  await lover();
  await soon(() => expect(texts('.mutes s')).toEqual(['About food1']));
  const thrown = vi.fn((event: PromiseRejectionEvent) => event.preventDefault());
  addEventListener('unhandledrejection', thrown);
  vi.spyOn(at!.tracker, 'suppressions').mockRejectedValue(new Error('The journal was closed.'));
  vi.spyOn(at!.tracker, 'export').mockRejectedValue(new Error('The journal was closed.'));
  at!.tracker.like('film1');
  all('button')
    .find((button) => button.textContent.includes('Download'))!
    .click();
  await soon(() => expect(noted()).toBe('That did not work. Please try again.'));
  await new Promise((resolve) => setTimeout(resolve, 50)); // browsers tell of them in a task of their own
  removeEventListener('unhandledrejection', thrown);
  vi.restoreAllMocks();
  expect(thrown).not.toHaveBeenCalled();
  expect(texts('.mutes s')).toEqual(['About food1']);
});
