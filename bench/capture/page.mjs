import { nameOf } from '../peers/event.mjs';

/** As in a list of headlines: on a screen are about twenty. */
const ITEM_PX = 40;

/** A list of items, marked up as ours reads it. */
export function listOf(count) {
  const items = Array.from(
    { length: count },
    (_, i) =>
      `<li data-penchant-item="${nameOf(i)}" data-penchant-features="topic:${i % 7} team:${i % 31}" data-penchant-creator="by-${i % 19}">Item ${i}</li>`,
  );
  return `<style>li { height: ${ITEM_PX}px }</style><ol data-penchant-list="bench">${items.join('')}</ol>`;
}

/** Ours hears clicks on items by itself; for any other tracker a page does what its documentation says: call it. */
export const CALLS_ON_CLICK = `<script>
  addEventListener('click', ({ target }) => {
    const [, index] = /^idx_(\\d+)_$/.exec(target.dataset.penchantItem ?? '') ?? [];
    if (index) bench.event(Number(index));
  });
</script>`;
