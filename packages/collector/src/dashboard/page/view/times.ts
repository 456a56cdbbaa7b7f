import { html, nothing, type TemplateResult } from 'lit-html';
import type { DwellOverview, Overview, PlayOverview } from '../../overview-document.js';
import { duration, percent, roughly } from '../words.js';
import { table } from './table.js';

/** The longest time on the scale of dwells; the scale is logarithmic, from a second. */
const LONGEST_MS = 1_024_000;

/** How much of what is played is covered, and how long is read: the middle half of all, as it is served. */
export function times({ learned }: Overview): TemplateResult | typeof nothing {
  const { plays = [], dwells = [] } = learned ?? {};
  if (plays.length + dwells.length === 0) return nothing; // many sites have no media, and a chart of nothing says nothing
  return html`<section class="whole" aria-labelledby="times">
    <h2 id="times">How long people stay</h2>
    <div class="times-charts">
      ${plays.length > 0 ? ofPlays(plays) : nothing} ${dwells.length > 0 ? ofDwells(dwells) : nothing}
    </div>
  </section>`;
}

const ofPlays = (plays: readonly PlayOverview[]): TemplateResult =>
  html`<div>
    <h3>Watched, by length</h3>
    <p class="muted small">Half of all plays cover what the bar does; the mark is the middle one.</p>
    <ol class="spreads">
      ${plays.map((play) =>
        spread(lengthOf(play), play.shares, `${percent(play.shares[1])} of it`, `${roughly(play.plays)} plays`),
      )}
    </ol>
    ${table(
      'watched, by length',
      ['Length', 'A quarter covers less than', 'Half', 'Three quarters', 'Plays'],
      plays.map((play) => [lengthOf(play), ...play.shares.map(percent), play.plays]),
    )}
  </div>`;

const ofDwells = (dwells: readonly DwellOverview[]): TemplateResult =>
  html`<div>
    <h3>Read, by device</h3>
    <p class="muted small">
      Half of all visits stay as long as the bar says, from a second to ${duration(LONGEST_MS)}.
    </p>
    <ol class="spreads">
      ${dwells.map(({ place, device, dwells: count, timesMs }) =>
        spread(
          `${PLACE_WORDS[place]}, ${device}`,
          timesMs.map((ms) => Math.log(ms / 1_000) / Math.log(LONGEST_MS / 1_000)),
          duration(timesMs[1]),
          `${roughly(count)} times`,
        ),
      )}
    </ol>
    ${table(
      'read, by device',
      ['Where', 'Device', 'A quarter stays less than', 'Half', 'Three quarters', 'Times'],
      dwells.map(({ place, device, dwells: count, timesMs }) => [
        PLACE_WORDS[place],
        device,
        ...timesMs.map(duration),
        count,
      ]),
    )}
  </div>`;

const PLACE_WORDS = { page: 'On a page', list: 'In a list' } as const satisfies Record<DwellOverview['place'], string>;

const lengthOf = ({ fromMs, toMs }: PlayOverview): string =>
  toMs === undefined
    ? fromMs === 0
      ? 'Any length'
      : `${duration(fromMs)} or more`
    : fromMs === 0
      ? `Up to ${duration(toMs)}`
      : `${duration(fromMs)} to ${duration(toMs)}`;

/** The middle half of all as a bar on a rail from 0 to 1, and the middle as a mark. */
function spread(name: string, quarters: readonly number[], middle: string, count: string): TemplateResult {
  const [from = 0, half = 0, to = 0] = quarters.map((share) => 200 * Math.max(0, Math.min(1, share)));
  return html`<li>
    <span>${name}</span>
    <svg class="liking" viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true">
      <line class="rail" x1="0" y1="6" x2="200" y2="6"></line>
      <rect class="open" x=${from} y="1" width=${Math.max(1, to - from)} height="10"></rect>
      <line class="middle" x1=${half} y1="0" x2=${half} y2="12"></line>
    </svg>
    <span class="number">${middle}</span>
    <span class="muted small">${count}</span>
  </li>`;
}
