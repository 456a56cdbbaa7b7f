import { afterEach, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import type { Signal } from '@penchant/browser';
import { translate, words } from '../src/index.js';
import { inside, LIST, soon, stand, textOf, type Stand } from './page.js';

const BUTTONS = '<penchant-feedback item="film1"></penchant-feedback>';
/** Within the card, as pages have it. */
const CARD = LIST.replace('About film1</a>', `About film1</a>${BUTTONS}`);
let at: Stand | undefined;
afterEach(() => at?.end());

const button = (kind: string): HTMLButtonElement => inside('penchant-feedback', `.${kind}`) as HTMLButtonElement;
const pressed = (): string[] =>
  ['like', 'dislike', 'hide'].filter((kind) => button(kind).getAttribute('aria-pressed') === 'true');
const usable = () => soon(() => expect(button('like')?.disabled).toBe(false));

async function heard(act: () => Promise<void> | void): Promise<string[]> {
  const signals: Signal[] = [];
  const listening = at!.tracker.signals$.subscribe((signal) => signals.push(signal));
  await act();
  listening.unsubscribe();
  return signals.map(({ kind, item }) => `${kind} ${item}`).filter((told) => !/^(impression|dwell)/.test(told));
}

it('says what the visitor thinks, and takes it back when pressed again', async () => {
  at = await stand(CARD);
  await usable();
  expect(
    await heard(async () => {
      button('like').click();
      await soon(() => expect(pressed()).toEqual(['like']));
      expect(textOf('penchant-feedback', '[role=status]')).toBe('Noted: more like this.');
      button('hide').click(); // of two, the later stands
      await soon(() => expect(pressed()).toEqual(['hide']));
      button('hide').click();
      await soon(() => expect(pressed()).toEqual([]));
      expect(textOf('penchant-feedback', '[role=status]')).toBe('Taken back.');
    }),
  ).toEqual(['like film1', 'undo film1', 'hide film1', 'undo film1']); // and it was never opened
  expect(await at.tracker.suppressions()).toEqual([]);
  expect(at.tracker.explain('film1').entries).toEqual([]);
});

it('takes back what it said, not what was said of the item since by other means', async () => {
  at = await stand(CARD);
  await usable();
  button('like').click();
  at.tracker.save('film1');
  await soon(() => expect(pressed()).toEqual(['like']));
  button('like').click();
  await soon(() => expect(pressed()).toEqual([]));
  const kinds = at.tracker.explain('film1').entries.map(({ kind }) => kind);
  expect(kinds).toEqual(['save']);
});

it('knows on the next visit what was said, until it is forgotten', async () => {
  at = await stand(CARD);
  await usable();
  button('dislike').click();
  await soon(() => expect(pressed()).toEqual(['dislike']));
  await at.revisit(CARD);
  await soon(() => expect(pressed()).toEqual(['dislike']));
  await at.tracker.forget();
  await soon(() => expect(pressed()).toEqual([]));
});

it('is worked with the keyboard', async () => {
  at = await stand(`<a href="#before" id="before">Before</a>${CARD}`);
  await usable();
  button('like').focus();
  await commands.pressKey('Enter');
  await soon(() => expect(pressed()).toEqual(['like']));
  await commands.pressKey('Tab');
  await commands.pressKey('Enter');
  await soon(() => expect(pressed()).toEqual(['dislike']));
});

it('says why nothing was noted', async () => {
  at = await stand(CARD);
  await usable();
  at.tracker.setProfiling(false);
  button('like').click();
  await soon(() => expect(textOf('penchant-feedback', '[role=status]')).toMatch(/^Not noted: .* turned that off/));
  expect(pressed()).toEqual([]);
});

it('speaks other languages', async () => {
  const english = words();
  at = await stand(CARD);
  translate({ like: 'Gefällt mir' });
  await soon(() => expect(textOf('penchant-feedback', '.like')).toBe('Gefällt mir'));
  translate(english);
});
