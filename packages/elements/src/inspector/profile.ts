import type { ProfileView, TrackerStatus } from '@penchant/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { certaintyOf, mark, signed } from '../mark.js';
import { words, type Words } from '../words.js';

const MOST = 12;

type Likings = ProfileView['features'];

/** What the tracker is doing, and the profile as it stands, strongest first. */
export const profile = (
  view: ProfileView,
  status: TrackerStatus,
  inspect: (item: string) => void,
): TemplateResult => html`
  <h3>${words().features}</h3>
  ${likings(view.features)}
  <h3>${words().items}</h3>
  ${likings(view.items, inspect)}
  <h3>${words().status}</h3>
  <dl>
    ${facts(status).map(
      ([name, value]) =>
        html`<div>
          <dt class="muted">${words().facts[name]}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>
`;

function likings(all: Likings, inspect?: (item: string) => void): TemplateResult {
  const strongest = Object.entries(all).sort(([, a], [, b]) => Math.abs(b.score) - Math.abs(a.score));
  const shown = strongest.slice(0, MOST);
  if (shown.length === 0) return html`<p class="muted">${words().nothingLearnt}</p>`;
  return html`<ul class="likings">
      ${shown.map(([name, { score, confidence }]) => {
        const label = words().nameOf(name);
        return html`<li>
          <span title=${name}
            >${inspect ? html`<button type="button" class="plain" @click=${() => inspect(name)}>${label}</button>` : label}</span
          >
          ${mark(score, confidence)}
          <data value=${score} title=${`${score} · ${certaintyOf(confidence)}`}>${signed(score)}</data>
        </li>`;
      })}
    </ul>
    ${strongest.length > MOST ? html`<p class="muted">${words().more(strongest.length - MOST)}</p>` : nothing}`;
}

function facts(status: TrackerStatus): [name: keyof Words['facts'], value: string | number][] {
  const { state, profiling, consent, storage, mode, recorded, unsaved, acknowledged } = status;
  const refused = Object.entries(status.refused).map(([reason, count]) => `${reason}: ${count}`);
  return [
    ['state', state],
    ['profiling', profiling ? words().on : words().off],
    ['consent', consent],
    ['storage', storage],
    ['mode', mode],
    ['recorded', recorded],
    ['unsaved', unsaved],
    ['acknowledged', acknowledged],
    ['refused', refused.join(', ') || words().none],
  ];
}
