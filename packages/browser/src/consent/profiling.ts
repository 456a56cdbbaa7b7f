import { tried } from '../page.js';

/** Whether the visitor lets pages of a site learn of them and rank for them. Kept in `localStorage`: it is known at once, and outlasts the journal. Where that is denied, what was said holds for this page. */
export interface Profiling {
  isOn: boolean;
  turn(on: boolean): void;
  /** Reads what this or another tab said. */
  reread(): void;
}

export function profilingOf(site: string): Profiling {
  const key = `${site} profiling`;
  const self: Profiling = {
    isOn: true,
    turn(on) {
      self.isOn = on;
      tried(() => (on ? localStorage.removeItem(key) : localStorage.setItem(key, 'off')));
    },
    reread: () => void tried(() => (self.isOn = !localStorage.getItem(key))),
  };
  self.reread();
  return self;
}
