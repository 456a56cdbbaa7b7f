import type { Chart } from './chart.js';

/** What a command found, for people: written as a page, as pictures, or as Markdown. */
export interface Report {
  readonly title: string;
  /** What was done, in a sentence or two. */
  readonly lead: string;
  /** The command that makes it again. */
  readonly command: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  /** How to read it, in a sentence. */
  readonly says: string;
  readonly charts: readonly Chart[];
  /** The same in numbers. */
  readonly table: Table;
}

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
