import { nameOf } from '../peers/event.mjs';
import { openSite } from '../peers/site.mjs';

export const EVENTS = 100;

const items = Array.from({ length: EVENTS }, (_, i) => `<li data-penchant-item="${nameOf(i)}">Item ${i}</li>`).join('');
/** Makes all events at once, and leaves. */
const passing = `<script>for (let i = 0; i < ${EVENTS}; i++) bench.event(i); location.href = '/elsewhere';</script>`;

/** A site with a page of a hundred items, and `/passing`, which makes all events as it loads and is left. */
export async function openHundred() {
  const site = await openSite(`<ul>${items}</ul>`);
  site.alsoAt('/passing', passing);
  return site;
}
