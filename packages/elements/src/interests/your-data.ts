import { html, type TemplateResult } from 'lit';
import { words } from '../words.js';

/** What a visitor may do with all that is kept of them. */
export interface DataActions {
  download(): void;
  ask(): void;
  forget(): void;
  keep(): void;
}

/** Download and delete; deleting asks first. */
export const yourData = ({ download, ask, forget, keep }: DataActions): TemplateResult => html`
  <div class="row">
    <button type="button" @click=${download}>${words().download}</button>
    <button type="button" class="grave" @click=${ask}>${words().forget}</button>
  </div>
  <dialog aria-labelledby="asked" aria-describedby="explained">
    <h3 id="asked">${words().forgetAsked}</h3>
    <p id="explained">${words().forgetExplained}</p>
    <div class="row">
      <button type="button" class="keep" autofocus @click=${keep}>${words().keep}</button>
      <button type="button" class="grave forget" @click=${forget}>${words().forgetNow}</button>
    </div>
  </dialog>
`;
