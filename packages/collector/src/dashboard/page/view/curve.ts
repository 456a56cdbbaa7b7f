import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { ListOverview } from '../../overview-document.js';
import { percent, roughly } from '../words.js';
import { BOX, curvePaths } from './curve-paths.js';
import { table } from './table.js';

const MOST_DOTS = 40; // more would be a thick line

/** One list's position curve: how often each place is looked at, next to the first. */
export function curve(list: ListOverview): TemplateResult {
  const { positions, impressions, clicks } = list;
  return html`<article class="curve">
    <h3><bdi>${list.list}</bdi></h3>
    <p class="muted small">${roughly(impressions)} seen, ${roughly(clicks)} opened</p>
    ${list.curve === 'unpublished' ? html`<p class="curve-words">No curve published yet.</p>` : drawn(list)}
    ${table(
      `positions of ${list.list}`,
      ['Position', 'Looked at', '95 % sure', 'Seen', 'Opened'],
      positions.map(({ theta, interval, impressions: seen, clicks: opened }, i) => [
        String(i + 1),
        theta === undefined ? undefined : percent(theta),
        interval && interval.map(percent).join(' to '),
        seen,
        opened,
      ]),
    )}
  </article>`;
}

function drawn(list: ListOverview): TemplateResult {
  const { line, dots, band } = curvePaths(list.positions);
  const { width, height } = BOX;
  const depth = list.positions.length;
  return html`
    <p class="curve-words">${curveSentence(list)}</p>
    <div class="plot">
      <span class="top muted" aria-hidden="true">100 %</span>
      <span class="bottom muted" aria-hidden="true">0</span>
      <svg viewBox=${`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label=${curveSentence(list)}>
        ${svg`<path class="grid" d=${`M0 0H${width}M0 ${height / 2}H${width}M0 ${height}H${width}`}></path>`}
        ${band === undefined ? nothing : svg`<path class="band" d=${band}></path>`}
        ${svg`<path class=${`line ${list.curve}`} d=${line}></path>`}
        ${depth > MOST_DOTS ? nothing : svg`<path class="dots" d=${dots}></path>`}
      </svg>
      <span class="first muted" aria-hidden="true">position 1</span>
      <span class="last muted" aria-hidden="true">${depth > 1 ? depth : ''}</span>
    </div>
    <p class="muted small key">
      <svg viewBox="0 0 24 8" aria-hidden="true"><path class=${`line ${list.curve}`} d="M1 4H23"></path></svg>
      ${keyWords(list)}
    </p>
    ${list.fits === false ? html`<p class="small warning">${misfitWords(list)}</p>` : nothing}
  `;
}

/** Why 1/k is served in the place of an estimate. */
const FALLBACK_WORDS = {
  'few clicks': 'too few clicks: 1/k is served',
  'not joined': 'no item was seen at several positions: 1/k is served',
  'not sure': 'still too unsure: 1/k is served',
} as const satisfies Record<NonNullable<ListOverview['fallback']>, string>;

const keyWords = ({ curve: kind, fallback = 'few clicks', positions }: ListOverview): string =>
  kind === 'fallback'
    ? FALLBACK_WORDS[fallback]
    : positions.some(({ interval }) => interval)
      ? 'estimated from clicks, and where it is with 95 % certainty'
      : 'estimated from clicks';

/** Visitors stop at their first click when fewer clicks than this part of what there should be are below one. */
const STOPPED = 0.5;

/** Why the curve is not to be trusted. */
const misfitWords = ({ continued = 1 }: ListOverview): string =>
  continued < STOPPED
    ? `Visitors stop at their first click: below one there are ${percent(continued)} of the clicks that position and appeal alone would give. Do not trust the band.`
    : 'Clicks here follow another pattern than position and appeal alone: do not trust the band.';

/** “Position 5 is looked at 31 % as often as position 1.” */
export function curveSentence({ positions }: ListOverview): string {
  const told = Math.min(5, positions.length);
  const theta = positions[told - 1]?.theta;
  if (theta === undefined || told < 2) return 'Only one position so far.';
  return `Position ${told} is looked at ${percent(theta)} as often as position 1.`;
}
