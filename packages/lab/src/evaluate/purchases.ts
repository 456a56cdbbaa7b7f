import { article, DAY_MS, defaultPolicy, emptyModel, type Item, type Observation } from '@penchant/core';
import { neighbours } from '@penchant/core/estimate';
import { bestBy, bestOnDevice, foundIn } from './device.js';
import { pairSums } from './held-out.js';
import { meansOf, type Way, type WayMean } from './means.js';
import type { Transaction } from './online-retail.js';

/** What customers buy in some days, from what they bought before. */
export interface PurchaseWindow {
  /** The first day that is to be foretold. */
  readonly from: number;
  readonly days: number;
}

/** Where things are tried and chosen, and the last 90 days, which nothing was chosen by. */
export const WINDOWS = { choose: { from: 194, days: 90 }, test: { from: 284, days: 90 } } as const satisfies Readonly<
  Record<string, PurchaseWindow>
>;
export type WindowName = keyof typeof WINDOWS;

export interface EvaluatedPurchases {
  readonly customers: number;
  readonly items: number;
  readonly ways: readonly WayMean[];
}

interface Customer {
  readonly past: readonly Transaction[];
  readonly wanted: ReadonlySet<string>;
}

/** Half-life of Σ 2^(−d/180), in days. */
const HALF_LIFE_DAYS = 180;

/** How well the next purchases are foretold: NDCG@10 over all items, of every customer who bought in the window and before. */
export function evaluatePurchases(
  transactions: readonly Transaction[],
  { from, days }: PurchaseWindow,
  seed: number,
): EvaluatedPurchases {
  const customers = customersOf(transactions, from, days);
  const pasts = customers.map(({ past }) => past);
  const bought = customers.filter(({ past, wanted }) => past.some(isPurchase) && wanted.size > 0);
  const items = new Map(pasts.flat().map(({ item }): [string, Item] => [item, { id: item }]));
  const sold = pairSums(pasts.map((past) => past.filter(isPurchase)));
  const popular = bestBy(
    new Map(sold.flatMap(({ item, other, devices }) => (item === other ? [[item, devices]] : []))),
  );
  const near = new Map(neighbours(sold).map((entry) => [entry.item, entry.near]));
  const atMs = from * DAY_MS;
  const device =
    (policy: typeof defaultPolicy, model = emptyModel) =>
    ({ past }: Customer): string[] =>
      bestOnDevice(
        { policy, model },
        past.map((one) => observed(one, items)),
        [...items.values()],
        atMs,
      );
  const ways: readonly (readonly [string, (customer: Customer) => readonly string[]])[] = [
    ['Σ 2^(−d/180)', ({ past }) => bestBy(summed(past, (day) => 2 ** (-(from - day) / HALF_LIFE_DAYS)))],
    ['last purchase only', ({ past }) => bestBy(new Map(past.filter(isPurchase).map(({ item, day }) => [item, day])))],
    ['popularity', () => popular],
    ['device, the article’s policy', device(article)],
    ['device, default policy', device(defaultPolicy)],
    ['  + neighbours', device(defaultPolicy, { ...emptyModel, neighbours: near })],
  ];
  const scored = ways.map(([way, order]): Way => ({
    way,
    ndcgs: bought.map((customer) => foundIn(order(customer), customer.wanted)),
  }));
  return { customers: bought.length, items: items.size, ways: meansOf(scored, seed) };
}

const isPurchase = ({ pieces }: Transaction): boolean => pieces > 0;

function customersOf(transactions: readonly Transaction[], from: number, days: number): Customer[] {
  const customers = new Map<string, { past: Transaction[]; wanted: Set<string> }>();
  for (const one of transactions) {
    if (one.day >= from + days) continue;
    let customer = customers.get(one.customer);
    if (!customer) customers.set(one.customer, (customer = { past: [], wanted: new Set() }));
    if (one.day < from) customer.past.push(one);
    else if (isPurchase(one)) customer.wanted.add(one.item);
  }
  return [...customers.values()];
}

const observed = ({ day, item, pieces }: Transaction, items: ReadonlyMap<string, Item>): Observation => ({
  signal: { kind: pieces > 0 ? 'purchase' : 'return', item, at: day * DAY_MS },
  item: items.get(item) ?? { id: item },
});

function summed(past: readonly Transaction[], weightOf: (day: number) => number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { item, day } of past.filter(isPurchase)) sums.set(item, (sums.get(item) ?? 0) + weightOf(day));
  return sums;
}
