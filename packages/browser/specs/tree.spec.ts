import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { listOf, stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(() => at?.end());

const impressions = (): string[] => at?.told.filter((line) => line.startsWith('impression')) ?? [];

/** A list without links: Firefox would follow one in a frame to the page around it. */
const plainList = (name: string, item: string): string =>
  `<ol data-penchant-list="${name}"><li data-penchant-item="${item}"><b id="${item}">${item}</b></li></ol>`;

/** A frame of the same origin with this in it, once it has loaded. */
async function framed(html: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.srcdoc = html;
  frame.style.cssText = 'width:400px;height:300px;border:0';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  return frame;
}

it('sees items in open shadow roots: there, added later, and of elements that are defined later', async () => {
  at = await stand('<x-early></x-early><x-late></x-late><div id="box"></div>');
  document.querySelector('x-early')!.attachShadow({ mode: 'open' }).innerHTML = 'nothing yet';
  document.querySelector('#box')!.innerHTML = '<p>now there is</p>'; // a change of the page, after which roots are found
  await wait(50);
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).innerHTML = listOf('added', ['s1']);
  document.querySelector('#box')!.append(host);
  await vi.waitFor(() => expect(impressions()).toEqual(['impression s1 added 1']), 4000);
  customElements.define(
    'x-late',
    class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).innerHTML = listOf('late', ['l1']);
      }
    },
  );
  await vi.waitFor(() => expect(impressions()).toEqual(['impression s1 added 1', 'impression l1 late 1']), 4000);
});

it('finds the list of an item, and its position, through shadow roots', async () => {
  at = await stand('<ol data-penchant-list="home"><li id="one"></li><li id="two"></li></ol>');
  for (const id of ['one', 'two']) {
    const card = document.createElement('div');
    const inner = document.createElement('div');
    inner.attachShadow({ mode: 'open' }).innerHTML = `<div data-penchant-item="${id}" style="height:50px">${id}</div>`;
    card.attachShadow({ mode: 'open' }).append(inner);
    document.querySelector(`#${id}`)!.append(card);
  }
  await vi.waitFor(() => expect(impressions()).toEqual(['impression one home 1', 'impression two home 2']), 4000);
});

it('sees and hears items in frames of the same origin, and in what they load next', async () => {
  at = await stand('');
  const frame = await framed(plainList('frame', 'f1'));
  await vi.waitFor(() => expect(impressions()).toEqual(['impression f1 frame 1']), 4000);
  frame.contentDocument!.querySelector<HTMLElement>('#f1')!.click();
  await vi.waitFor(() => expect(at?.told).toContain('click f1 frame 1'));
  frame.srcdoc = plainList('next', 'n1');
  await vi.waitFor(() => expect(at?.told).toContain('impression n1 next 1'), 4000);
});

it('hears nothing in a frame that was removed, nor in any once it stopped', async () => {
  at = await stand('');
  const gone = await framed(plainList('gone', 'g1'));
  const kept = await framed(plainList('kept', 'k1'));
  await vi.waitFor(() => expect(impressions()).toEqual(['impression g1 gone 1', 'impression k1 kept 1']), 4000);
  const [away, there] = [gone, kept].map((frame) => frame.contentDocument!.querySelector<HTMLElement>('b'));
  gone.remove();
  await wait(50);
  away?.click();
  at.tracker.stop();
  there?.click();
  await wait(50);
  expect(at.told.filter((line) => line.startsWith('click'))).toEqual([]);
});

it('sees what is in view of an overflow scroller and of a carousel', async () => {
  const card = (id: string): string => `<div data-penchant-item="${id}" style="flex:0 0 300px;height:80px">${id}</div>`;
  at = await stand(
    `<div data-penchant-list="row" id="row" style="display:flex;width:620px;overflow:auto">${['c1', 'c2', 'c3', 'c4'].map(card).join('')}</div>
     <div id="box" style="height:100px;overflow:auto">${listOf('box', ['b1', 'b2', 'b3', 'b4'], 80)}</div>`,
  );
  await vi.waitFor(
    () => expect(impressions()).toEqual(['impression c1 row 1', 'impression c2 row 2', 'impression b1 box 1']),
    4000,
  );
  document.querySelector('#row')!.scrollLeft = 600;
  document.querySelector('#box')!.scrollTop = 160;
  await vi.waitFor(
    () =>
      expect(at?.told.slice(3).sort()).toEqual(['impression b3 box 3', 'impression c3 row 3', 'impression c4 row 4']),
    4000,
  );
});

it('captures nothing in what is excluded', async () => {
  at = await stand(`${listOf('home', ['a1'])}<div data-penchant-exclude>${listOf('private', ['p1'])}</div>`);
  await commands.realClick('#p1-link');
  await vi.waitFor(() => expect(impressions()).toEqual(['impression a1 home 1']), 4000);
  await wait(300);
  expect(at.told).toEqual(['impression a1 home 1']);
});

it('keeps up with a virtual list that recycles its elements and says positions', async () => {
  at = await stand(
    `<div data-penchant-list="feed">${[1, 2].map((n) => `<div data-penchant-item="i${n}" data-penchant-position="${n}" style="height:60px">${n}</div>`).join('')}</div>`,
  );
  await vi.waitFor(() => expect(impressions()).toEqual(['impression i1 feed 1', 'impression i2 feed 2']), 4000);
  document.querySelectorAll('[data-penchant-item]').forEach((element, i) => {
    element.setAttribute('data-penchant-position', String(i + 101));
    element.setAttribute('data-penchant-item', `i${i + 101}`);
  });
  await vi.waitFor(
    () =>
      expect(impressions()).toEqual([
        'impression i1 feed 1',
        'impression i2 feed 2',
        'impression i101 feed 101',
        'impression i102 feed 102',
      ]),
    4000,
  );
});
