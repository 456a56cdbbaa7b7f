import { useTracker } from '@penchant/react';
import { useSyncExternalStore } from 'react';

/** What the customer wants, and what they bought: the shop's own business, kept like any shop keeps it. */
interface Basket {
  readonly cart: readonly string[];
  readonly orders: readonly Order[];
}

export interface Order {
  readonly item: string;
  /** Milliseconds since 1970-01-01. */
  readonly at: number;
  readonly isReturned: boolean;
}

const KEY = 'hearth-and-hide';
let basket = JSON.parse(localStorage.getItem(KEY) ?? '{"cart":[],"orders":[]}') as Basket;
const listeners = new Set<() => void>();

function change(changes: Partial<Basket>): void {
  basket = { ...basket, ...changes };
  localStorage.setItem(KEY, JSON.stringify(basket));
  for (const tell of listeners) tell();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The basket, and what can be done with it. Each is told to Penchant in one call. */
export function useBasket(): Basket & {
  add(item: string): void;
  remove(item: string): void;
  buy(): void;
  sendBack(order: Order): void;
} {
  const tracker = useTracker();
  const { cart, orders } = useSyncExternalStore(subscribe, () => basket);
  return {
    cart,
    orders,
    add(item) {
      if (!cart.includes(item)) change({ cart: [...cart, item] });
      tracker.cart(item);
    },
    remove(item) {
      change({ cart: cart.filter((each) => each !== item) });
      void tracker.undo(item);
    },
    buy() {
      const bought = cart.map((item) => ({ item, at: Date.now(), isReturned: false }));
      change({ cart: [], orders: [...bought, ...orders] });
      for (const item of cart) tracker.purchase(item);
    },
    sendBack(order) {
      change({ orders: orders.map((each) => (each === order ? { ...order, isReturned: true } : each)) });
      tracker.returned(order.item);
    },
  };
}
