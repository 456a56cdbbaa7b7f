import type { Explanation, LedgerEntry } from '@penchant/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { ledger } from '../ledger.js';
import { certaintyOf, mark, signed } from '../mark.js';
import { words } from '../words.js';

const FACTORS = ['liking', 'confidence', 'propensity', 'cap', 'decay', 'share'] as const;
const ROWS = 50;

/** Any item's ledger: chosen from those on the page, or by its id. */
export function item(
  id: string,
  explanation: Explanation | undefined,
  onPage: readonly string[],
  inspect: (item: string) => void,
): TemplateResult {
  const chosen = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) inspect(target.value.trim());
  };
  return html`
    <label class="choice">
      <span>${words().chooseItem}</span>
      <input type="text" list="on-page" autocomplete="off" spellcheck="false" .value=${id} @change=${chosen} />
    </label>
    <datalist id="on-page">
      ${onPage.map((each) => html`<option value=${each}>${words().nameOf(each)}</option>`)}
    </datalist>
    ${id && explanation ? whole(id, explanation) : html`<p class="empty">${words().chooseItemHint}</p>`}
  `;
}

const whole = (id: string, explanation: Explanation): TemplateResult => html`
  <h3>${words().nameOf(id)}</h3>
  <p class="muted">${words().score(signed(explanation.score), certaintyOf(explanation.confidence))}</p>
  ${mark(explanation.score, explanation.confidence)} ${ledger(explanation)}
  ${explanation.entries.length > 0 ? figures(explanation) : nothing}
`;

/** The same in numbers, all of them. */
const figures = ({ score, entries }: Explanation): TemplateResult => html`
  <details>
    <summary>${words().figures}</summary>
    <p class="muted">${words().figuresExplained}</p>
    <div class="scroll" role="region" aria-label=${words().figures} tabindex="0">
      <table>
        <thead>
          <tr>
            ${Object.values(words().columns).map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${entries.slice(0, ROWS).map(figure)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="8">${words().sum}</th>
            <td>${signed(score)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  </details>
`;

const figure = (entry: LedgerEntry): TemplateResult =>
  html`<tr>
    <th scope="row">${entry.item}</th>
    <td>${words().kinds[entry.kind]}</td>
    ${FACTORS.map((factor) => html`<td title=${entry[factor]}>${entry[factor].toFixed(2)}</td>`)}
    <td title=${entry.contribution}>${signed(entry.contribution)}</td>
  </tr>`;
