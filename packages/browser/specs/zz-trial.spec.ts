import { expect, it, vi } from 'vitest';
import { commands, server } from 'vitest/browser';

it('clicks for real', async () => {
  document.body.innerHTML = '<button id="go">go</button><div style="height:5000px"></div><p id=end>end</p>';
  const trusted: boolean[] = [];
  document.querySelector('#go')!.addEventListener('click', (e) => trusted.push(e.isTrusted));
  await commands.realClick('#go');
  expect(trusted).toEqual([true]);
  console.log(innerWidth, innerHeight, parent.innerWidth, parent.innerHeight, navigator.userAgent);
});
it('scrolls', async () => {
  const seen: boolean[] = [];
  new IntersectionObserver((es) => seen.push(es.at(-1)!.isIntersecting), {threshold: 1}).observe(document.querySelector('#end')!);
  await commands.scrollBy(700);
  console.log('y', scrollY);
  expect(scrollY).toBeGreaterThan(300);
  await commands.scrollBy(-200);
  console.log('y', scrollY);
  await commands.scrollBy(10_000);
  console.log('y', scrollY);
  await vi.waitFor(() => expect(seen.at(-1)).toBe(true), 3000);
});
it('presses', async () => {
  const keys: string[] = [];
  addEventListener('keydown', (e) => keys.push(e.key));
  await commands.pressKey('Home'); await commands.pressKey('a');
  await vi.waitFor(() => expect(keys).toEqual(['Home', 'a']));
});
it('hides', async () => {
  const states: string[] = [];
  document.addEventListener('visibilitychange', () => states.push(document.visibilityState));
  for (let i = 0; i < 3; i++) {
  await commands.hidePage();
  await vi.waitFor(() => expect(document.visibilityState).toBe('hidden'), 3000);
  await commands.showPage();
  await vi.waitFor(() => expect(document.visibilityState).toBe('visible'), 3000);
  }
  expect(states).toEqual(['hidden','visible','hidden','visible','hidden','visible']);
});
it.skipIf(server.browser === 'webkit')('goes offline', async () => {
  const on: boolean[] = [];
  addEventListener('offline', () => on.push(false)); addEventListener('online', () => on.push(true));
  await commands.offline(true);
  await expect(fetch('/x')).rejects.toThrow();
  expect(navigator.onLine).toBe(false);
  await commands.offline(false);
  await fetch('/x');
  await vi.waitFor(() => expect(on).toEqual([false, true]));
});
it('still clicks after', async () => { 
  await commands.realClick('#go');
  await new Promise(r => requestAnimationFrame(r));
});
