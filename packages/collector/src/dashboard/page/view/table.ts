import { html, type TemplateResult } from 'lit-html';
import { exactly } from '../words.js';

export type Cell = string | number | undefined;

/** The exact numbers behind a chart, under a disclosure. The first cell of a row names it. */
export const table = (
  about: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): TemplateResult => html`
  <details class="figures">
    <summary>Table<span class="hidden">: ${about}</span></summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${`Table: ${about}`}>
      <table>
        <caption class="hidden">
          ${about}
        </caption>
        <thead>
          <tr>
            ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, ...cells]) =>
              html`<tr>
                <th scope="row"><bdi>${shown(name)}</bdi></th>
                ${cells.map((cell) => html`<td>${shown(cell)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>
`;

const shown = (cell: Cell): string => (cell === undefined ? '–' : typeof cell === 'number' ? exactly(cell) : cell);
