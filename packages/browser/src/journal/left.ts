import type { Observation } from '@penchant/core';
import { tried } from '../page.js';

/** The page's storage is not ours to fill: how many pages may leave signals in it, and how many each. */
const MAX_PAGES = 24; // one that was hidden and then left counts twice
const MAX_LEFT = 500;

const prefixOf = (database: string): string => `${database} left `;

/** The entries of `localStorage` in which pages left signals that came before their journal had opened: one a page, so that none overwrites another's. */
export const leftIn = (database: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(database)));

/** Leaves the newest signals for the journal that opens next. Says whether it did. */
export const leave = (database: string, observations: readonly Observation[]): boolean =>
  !!tried(() => {
    if (observations.length === 0 || leftIn(database).length >= MAX_PAGES) return false;
    localStorage.setItem(prefixOf(database) + Math.random(), JSON.stringify(observations.slice(-MAX_LEFT)));
    return true;
  });

/** Deletes what pages left. */
export const removeLeft = (database: string): void =>
  tried(() => leftIn(database).forEach((key) => localStorage.removeItem(key)));

/** What a page left: nothing where somebody else wrote there. */
export function readLeft(key: string, refuse: (value: unknown) => unknown): Observation[] {
  try {
    const left: unknown = JSON.parse(localStorage.getItem(key) ?? '');
    return Array.isArray(left) ? left.filter((each): each is Observation => isObservation(each, refuse)) : [];
  } catch {
    return [];
  }
}

const isObservation = (value: unknown, refuse: (value: unknown) => unknown): boolean =>
  has(value, 'signal') &&
  !refuse(value.signal) &&
  has(value, 'item') &&
  has(value.item, 'id') &&
  typeof value.item.id === 'string';

const has = <Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> =>
  typeof value === 'object' && value !== null && name in value;
