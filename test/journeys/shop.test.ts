import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openExample, type Example } from './example.js';

/** Departments of the shelf that is ranked for the customer, in order. */
const PICKED = '[data-penchant-list="picked"] > [data-penchant-item]';

describe('a customer of the shop', () => {
  let shop: Example;
  beforeAll(async () => void (shop = await openExample('shop', { single: true })));
  afterAll(() => shop.end());

  const picked = (): Promise<string[]> =>
    shop.page.$$eval(PICKED, (cards) =>
      cards.map((card) => /topic:(\w+)/.exec(card.getAttribute('data-penchant-features') ?? '')?.[1] ?? ''),
    );
  const front = async (): Promise<void> => {
    await shop.press('Hearth & Hide');
    await shop.page.waitForSelector(PICKED);
  };

  it('sees a bit of everything, and can use all of it without a mouse or eyes', async () => {
    await shop.page.waitForSelector(PICKED);
    expect(new Set(await picked()).size).toBeGreaterThanOrEqual(6);
    expect(await shop.barriers()).toEqual([]);
  });

  it('opens three lamps, and finds lamps first, with the reason', async () => {
    for (const name of ['Reading lamp No. 4', 'Lantern pendant', 'Desk lamp No. 2']) {
      await shop.page.evaluate(() => scrollTo(0, 1e5));
      await shop.page.locator(`[data-penchant-list="everything"] ::-p-aria(${name})`).click();
      await shop.page.waitForSelector('.product');
      expect(await shop.texts('.product h1')).toEqual([name]);
      await front();
    }
    expect((await picked()).slice(0, 3)).toEqual(['lighting', 'lighting', 'lighting']);
    expect((await shop.texts('.leanings li'))[0]).toContain('Lighting');
    await shop.page.click(`${PICKED} summary`);
    await shop.page.waitForSelector('.why li');
    expect((await shop.texts('.why p'))[0]).toMatch(/^Because you opened .* about lighting\.$/);
    expect(await shop.barriers()).toEqual([]);
  });

  it('buys a chair, sends it back, and is shown less of its kind', async () => {
    await shop.page.locator('[data-penchant-list="everything"] ::-p-aria(Porch chair)').click();
    await shop.press('Put in the cart');
    await vi.waitFor(async () => expect(await shop.texts('.count')).toEqual(['1']));
    await shop.press('Cart 1');
    await shop.press('Buy');
    await vi.waitFor(async () => expect(await shop.texts('.lines li a')).toEqual(['Porch chair']));
    await front();
    const leanings = await shop.texts('.leanings li');
    expect(leanings).toContainEqual(expect.stringMatching(/^Seating ?liked/));

    await shop.press('Orders');
    await shop.press('Send back Porch chair');
    await vi.waitFor(async () => expect(await shop.texts('.lines .small')).toHaveLength(1));
    expect(await shop.barriers()).toEqual([]);
    await front();
    expect(await picked()).not.toContain('seating');
    expect((await shop.texts('.leanings li')).at(-1)).toMatch(/^Seating ?disliked/);
  });

  it('finds all as it was after the browser loads the shop anew', async () => {
    const before = await shop.texts(`${PICKED} .name`);
    await shop.page.reload();
    await shop.page.waitForSelector(PICKED);
    expect(await shop.texts(`${PICKED} .name`)).toEqual(before);
  });

  it('was never told on: no request but for the shop itself, nothing on the console', () => {
    expect(shop.requests.filter((address) => !address.startsWith(shop.url))).toEqual([]);
    expect(shop.complaints).toEqual([]);
  });
});
