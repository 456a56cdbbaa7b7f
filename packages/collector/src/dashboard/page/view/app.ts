import { html, nothing, type TemplateResult } from 'lit-html';
import { headline, type Headline, type Level } from '../headline.js';
import type { Actions, Asking, Shown, State } from '../state.js';
import { timeOfDay } from '../words.js';
import { arrivals } from './arrivals.js';
import { curves } from './curves.js';
import { facts } from './facts.js';
import { funnel } from './funnel.js';
import { items } from './items.js';
import { refused } from './refused.js';
import { signedOut } from './signed-out.js';
import { times } from './times.js';
import { weeks } from './weeks.js';

export function app(state: State, actions: Actions): TemplateResult {
  switch (state.phase) {
    case 'signed-out':
      return signedOut(state, actions);
    case 'asking':
      return asking(state, actions);
    case 'shown':
      return shown(state, actions);
  }
}

const asking = ({ why }: Asking, actions: Actions): TemplateResult => html`
  ${masthead(undefined, actions)}
  <main>
    <h1 class="headline" tabindex="-1">${why === undefined ? 'Asking the collector…' : `No answer: ${why}.`}</h1>
    ${
      why === undefined
        ? nothing
        : html`<p class="muted">Is it running? The page goes on trying.</p>
            <button type="button" @click=${actions.retry}>Try now</button>`
    }
  </main>
`;

function shown({ overview, question, receivedAt, trouble }: Shown, actions: Actions): TemplateResult {
  const told = headline(overview);
  return html`
    ${masthead(overview, actions)}
    <main class=${trouble ? 'stale' : ''}>
      ${
        trouble
          ? html`<div class="stale-note" role="alert">
              <p>
                <strong>Old numbers:</strong> the collector does not answer (${trouble.why}). This was true at
                ${timeOfDay(receivedAt)}; the page goes on trying.
              </p>
              <button type="button" @click=${actions.retry}>Try now</button>
            </div>`
          : nothing
      }
      ${headlineOf(told)}
      <div class="grid">
        <div class="wide">${arrivals(overview)}</div>
        ${
          overview.learned
            ? html`<div>${funnel(overview)}</div>
                <div class="whole">${curves(overview)}</div>
                ${times(overview)}
                <div class="wide">${items(overview, question, actions)}</div>`
            : html`<p class="empty">What was seen, opened and liked is shown again when the store can be read.</p>`
        }
        <div class="stack">
          ${refused(overview)} ${overview.store.unreadable === undefined ? weeks(overview) : nothing} ${facts(overview)}
        </div>
      </div>
    </main>
  `;
}

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  good: 'Healthy',
  quiet: 'Quiet',
  waiting: 'Waiting',
  warn: 'Needs a look',
  bad: 'Broken',
};

/** Each level has its own shape: colour alone says nothing. */
const LEVEL_SHAPES: Readonly<Record<Level, string>> = {
  good: 'M5 12.5l4.5 4.5L19 7.5',
  quiet: 'M6 12h12',
  waiting: 'M6 12h.01M12 12h.01M18 12h.01',
  warn: 'M12 5v9M12 18.5h.01',
  bad: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
};

/** The level is announced when it changes; ages that grow every few seconds are not. */
const headlineOf = ({ level, sentence, advice }: Headline): TemplateResult => html`
  <div class="verdict ${level}">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${LEVEL_SHAPES[level]}></path></svg>
    <div>
      <p class="level" role="status">${LEVEL_WORDS[level]}</p>
      <h1 class="headline" tabindex="-1">${sentence}</h1>
      ${advice === undefined ? nothing : html`<p class="advice">${advice}</p>`}
    </div>
  </div>
`;

function masthead(overview: Shown['overview'] | undefined, actions: Actions): TemplateResult {
  const { sites = [], site } = overview ?? {};
  return html`<header class="masthead">
    <span class="brand"><img src="dashboard/icon.svg" alt="" width="24" height="24" />Penchant</span>
    ${
      sites.length > 1
        ? html`<label
            ><span class="hidden">Site</span>
            <select
              @change=${(event: Event) => event.target instanceof HTMLSelectElement && actions.chooseSite(event.target.value)}
            >
              ${sites.map((name) => html`<option value=${name} ?selected=${name === site}>${name}</option>`)}
            </select></label
          >`
        : html`<bdi class="site">${site ?? ''}</bdi>`
    }
    <button type="button" class="plain" @click=${actions.signOut}>Sign out</button>
  </header>`;
}
