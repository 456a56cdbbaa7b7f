import { html, nothing, type TemplateResult } from 'lit-html';
import type { Actions, SignedOut } from '../state.js';

/** The field has no name, and the form no address: not even a broken page could put the token into a URL. */
export const signedOut = ({ why, isChecking }: SignedOut, actions: Actions): TemplateResult => html`
  <main class="door">
    <img src="dashboard/icon.svg" alt="" width="48" height="48" />
    <h1>Penchant collector</h1>
    <p class="muted">Sign in with the admin token. The collector showed it once, when it first started.</p>
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const field = document.querySelector<HTMLInputElement>('#token');
        const token = field?.value.trim() ?? '';
        if (token !== '') actions.signIn(token);
        else field?.focus();
      }}
    >
      <label for="token">Admin token</label>
      <input
        id="token"
        type="password"
        autocomplete="off"
        spellcheck="false"
        required
        aria-describedby="token-problem token-kept"
        aria-invalid=${why === undefined ? 'false' : 'true'}
      />
      <p id="token-problem" class="problem" role="alert">${why ?? nothing}</p>
      <button type="submit" ?disabled=${isChecking}>${isChecking ? 'Checking…' : 'Sign in'}</button>
      <p id="token-kept" class="muted small">Kept in this tab until it is closed.</p>
    </form>
  </main>
`;
