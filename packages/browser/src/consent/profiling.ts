/** Whether the visitor lets pages of a site learn of them and rank for them. Kept in `localStorage`: it is known at once, and outlasts the journal. */
export interface Profiling {
  isOn: boolean;
  turn(on: boolean): void;
  /** Reads what this or another tab said. */
  reread(): void;
}

export function profilingOf(site: string): Profiling {
  const key = `${site} profiling`;
  /** Where storage is denied, what was said holds for this page. */
  const tried = (act: () => void): void => {
    try {
      act();
    } catch {
      // it is as it was
    }
  };
  const self: Profiling = {
    isOn: true,
    turn(on) {
      self.isOn = on;
      tried(() => (on ? localStorage.removeItem(key) : localStorage.setItem(key, 'off')));
    },
    reread: () => tried(() => (self.isOn = !localStorage.getItem(key))),
  };
  self.reread();
  return self;
}
