import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(() => at?.end());

it('tells what was opened, where it stood, and that it was seen', async () => {
  at = await stand(listOf('home', ['a1', 'b1', 'c1']));
  await commands.realClick('#b1-link');
  const ofIt = at.told.filter((word) => word.includes('b1')); // a slow machine has seen the others too by now
  expect(ofIt).toEqual(['impression b1 home 2', 'click b1 home 2']);
  expect(at.signals.every((signal) => 'bucket' in signal && signal.bucket === 0)).toBe(true);
});

it('learns of an item whose mark-up says its id alone what the page knows of it', async () => {
  at = await stand('<ol data-penchant-list="home"><li data-penchant-item="a1"><a href="#a1" id="a1">a</a></li></ol>');
  at.tracker.rank([{ id: 'a1', features: { 'topic:sport': 0.7, 'a name with spaces': 0.1 } }]);
  const search = vi.spyOn(document, 'querySelector');
  await commands.realClick('#a1');
  await vi.waitFor(() => expect(at?.tracker.profile().features).toHaveProperty('topic:sport'));
  expect(at.tracker.profile().features).toHaveProperty('a name with spaces');
  expect(search.mock.calls.flat()).not.toContain('[data-penchant-item="a1"]'); // in a large page that takes long
  search.mockRestore();
});

it('counts no exposure twice, by clicking or by seeing', async () => {
  at = await stand(listOf('home', ['a1']));
  await commands.realClick('#a1-link');
  await commands.realClick('#a1-link');
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(at.told).toEqual(['impression a1 home 1', 'click a1 home 1']);
});

it('hears clicks in a form that hides methods of elements behind fields of their names', async () => {
  at = await stand('<form><input name="matches" /></form>');
  const later = `<form id="later" data-penchant-item="a1"><input name="matches" /><a href="#a1" id="a1-link">a</a></form>`;
  document.querySelector('form')!.insertAdjacentHTML('afterend', `<div data-penchant-list="home">${later}</div>`);
  await commands.realClick('#a1-link');
  await vi.waitFor(() => expect(at?.told).toEqual(['impression a1 home 1', 'click a1 home 1']));
});

it('hears clicks that the page stops from bubbling', async () => {
  at = await stand(listOf('home', ['a1']));
  document.querySelector('#a1-link')!.addEventListener('click', (event) => event.stopImmediatePropagation());
  await commands.realClick('#a1-link');
  expect(at.told).toContain('click a1 home 1');
});

it('hears the keyboard', async () => {
  at = await stand(listOf('home', ['a1']));
  document.querySelector<HTMLElement>('#a1-link')!.focus();
  await commands.pressKey('Enter');
  await vi.waitFor(() => expect(at?.told).toContain('click a1 home 1'));
});

it('hears clicks on items in an open shadow root', async () => {
  at = await stand('<x-card id="host"></x-card>');
  const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
  root.innerHTML = listOf('shadow', ['s1']);
  root.querySelector('a')!.click();
  expect(at.told).toContain('click s1 shadow 1');
});

it('tells likes and dislikes, and does not take them for opening', async () => {
  at = await stand(
    `<ol data-penchant-list="home"><li data-penchant-item="a1" data-penchant-features="topic:a">
       <button id="up" data-penchant-like="a1">like</button><button id="down" data-penchant-dislike="a1">dislike</button></li></ol>`,
  );
  await commands.realClick('#up');
  await commands.realClick('#down');
  expect(at.told.filter((line) => !line.startsWith('impression'))).toEqual(['like a1', 'dislike a1']);
  await vi.waitFor(() => expect(at?.tracker.profile().suppressed).toHaveProperty(['item a1']));
  expect(at.tracker.profile().features).toHaveProperty('topic:a');
});

it('takes no toggle or field inside an item for opening it', async () => {
  at = await stand(
    `<ol data-penchant-list="home"><li data-penchant-item="a1"><details><summary id="why">Why?</summary>Because.</details>
       <label id="label"><input type="checkbox" /> compare</label></li></ol>`,
  );
  await commands.realClick('#why');
  await commands.realClick('#label');
  expect(at.told.filter((line) => line.startsWith('click'))).toEqual([]);
});

it('takes no click outside lists for a choice', async () => {
  at = await stand('<article data-penchant-item="a1"><p id="text">A story.</p></article>');
  await commands.realClick('#text');
  expect(at.told).toEqual([]);
});

it('saves a click though the page is left in the same moment', async () => {
  const site = `leaving ${crypto.randomUUID()}`;
  at = await stand(listOf('home', ['a1']), { site });
  document.querySelector<HTMLElement>('#a1-link')!.click();
  at.tracker.stop(); // closes the journal as soon as what began is done
  at = await stand(listOf('home', ['a1']), { site });
  expect(at.tracker.profile().items).toHaveProperty('a1');
});
