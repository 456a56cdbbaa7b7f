import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openExample, type Example } from './example.js';

const SUPPERS = '[data-penchant-list="suppers"][data-penchant-ranked] > [data-penchant-item]';

describe('recommendations with no server', () => {
  let suppers: Example;
  beforeAll(async () => {
    suppers = await openExample('local');
    await suppers.page.waitForSelector(SUPPERS);
    await suppers.page.waitForNetworkIdle(); // the parts that keep up the journal are there
  });
  afterAll(() => suppers.end());

  const fish = (): Promise<boolean[]> =>
    suppers.page.$$eval(SUPPERS, (items) =>
      items.map((item) => item.matches('[data-penchant-features~="topic:fish"]')),
    );

  it('are made without a network: two fish suppers are cooked again, and fish comes first', async () => {
    expect(await suppers.barriers()).toEqual([]);
    const before = suppers.requests.length;
    await suppers.page.setOfflineMode(true);
    await suppers.press('Cook again: Fish finger tacos');
    await suppers.press('Cook again: Cod on green lentils');
    await vi.waitFor(async () => expect(await suppers.texts('#says')).toEqual(['Noted: Cod on green lentils, again.']));
    await suppers.press('Sort for me');
    expect((await fish()).slice(0, 3)).toEqual([true, true, true]);
    await suppers.press('Not for us: Fish finger tacos');
    await suppers.press('Sort for me');
    expect((await suppers.texts(`${SUPPERS} h2`)).at(-1)).toBe('Fish finger tacos');
    await new Promise((resolve) => setTimeout(resolve, 6_000)); // longer than any first message waits
    expect(suppers.requests.slice(before)).toEqual([]);
  });

  it('are there after the page was closed, before anything is seen', async () => {
    await suppers.page.setOfflineMode(false);
    await suppers.page.reload();
    await suppers.page.waitForSelector(SUPPERS);
    expect((await suppers.texts(`${SUPPERS} h2`)).at(-1)).toBe('Fish finger tacos');
    expect(suppers.complaints).toEqual([]);
    expect(suppers.requests.filter((address) => !address.startsWith(suppers.url))).toEqual([]);
  });
});
