import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { Overview, Slot } from '../../overview-document.js';
import { together } from '../headline.js';
import { counted, duration, exactly, roughly } from '../words.js';
import { table } from './table.js';

const HEIGHT = 60;
const LEAST_SCALE = 4; // one arrival is no full bar

/** What arrived in the last minutes, a bar for every few seconds. */
export function arrivals({ arrivals: { slots, slotMs, sinceStart }, now, startedAt }: Overview): TemplateResult {
  const window = duration(slots.length * slotMs);
  const { added, duplicates, refused } = together(slots);
  const words = `${counted(added, 'contribution')} added in the last ${window}`;
  return html`<section class="arrivals" aria-labelledby="arrivals">
    <h2 id="arrivals">Arrivals</h2>
    <p><strong title=${exactly(added)}>${roughly(added)}</strong> added in the last ${window}</p>
    <div class="plot wide">
      <svg viewBox=${`0 0 ${slots.length * 10} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label=${words}>
        ${svg`<path class="grid" d=${`M0 ${HEIGHT}H${slots.length * 10}`}></path>`} ${bars(slots)}
      </svg>
      <span class="first muted" aria-hidden="true">${window} ago</span>
      <span class="last muted" aria-hidden="true">now</span>
    </div>
    <ul class="legend">
      <li><i class="swatch added"></i>added ${exactly(added)}</li>
      <li><i class="swatch duplicates"></i>sent twice ${exactly(duplicates)}</li>
      <li><i class="swatch refused"></i>refused ${exactly(refused)}</li>
    </ul>
    <p class="muted small">
      Since the start ${duration(now - startedAt)} ago: ${exactly(sinceStart.added)} added,
      ${exactly(sinceStart.duplicates)} sent twice and counted once, ${exactly(sinceStart.refused)} refused.
    </p>
    ${table('arrivals by the minute', ['When', 'Added', 'Sent twice', 'Refused'], byMinute(slots, slotMs))}
  </section>`;
}

function bars(slots: readonly Slot[]): TemplateResult[] {
  const most = Math.max(LEAST_SCALE, ...slots.map((slot) => slot.added + slot.duplicates + slot.refused));
  return slots.map((slot, i) => {
    let top = HEIGHT;
    const piece = (kind: keyof Slot): TemplateResult | typeof nothing => {
      const height = (slot[kind] / most) * HEIGHT;
      top -= height;
      return height === 0
        ? nothing
        : svg`<rect class=${kind} x=${i * 10 + 1} y=${top.toFixed(2)} width="8" height=${height.toFixed(2)}></rect>`;
    };
    return svg`${piece('added')}${piece('duplicates')}${piece('refused')}`;
  });
}

function byMinute(slots: readonly Slot[], slotMs: number): [string, number, number, number][] {
  const perMinute = Math.max(1, Math.round(60_000 / slotMs));
  const minutes = Math.ceil(slots.length / perMinute);
  return Array.from({ length: minutes }, (_, ago) => {
    const end = slots.length - ago * perMinute;
    const { added, duplicates, refused } = together(slots.slice(Math.max(0, end - perMinute), end));
    return [ago === 0 ? 'last minute' : `${ago} min before`, added, duplicates, refused];
  });
}
