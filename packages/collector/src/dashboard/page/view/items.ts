import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { SORT_WORDS } from './sort-words.js';
import type { ItemOverview, ItemPage, Overview } from '../../overview-document.js';
import type { Question } from '../ask.js';
import type { Actions } from '../state.js';
import { exactly, roughly } from '../words.js';
import { likingBar, noLikingBar } from './liking-bar.js';
import { table } from './table.js';

/** Items by quality, ten at a time: the collector sorts, searches and turns pages. */
export function items({ learned, model }: Overview, question: Question, actions: Actions): TemplateResult {
  const page = learned?.items;
  const isEmpty = (learned?.totals.items ?? 0) === 0;
  return html`<section class="items" aria-labelledby="items">
    <h2 id="items">Items</h2>
    ${
      isEmpty || !page
        ? html`<p class="empty">Nothing yet: items appear with the first contribution.</p>`
        : html`
            <p class="muted small">
              Opened more (right) or less (left) than an average item in the same places; fainter is less sure.
              ${
                model.items === 0
                  ? `None has a quality yet: it takes ${model.minContributions} contributions${model.openEpochs ? '' : ' of whole weeks'}.`
                  : nothing
              }
            </p>
            ${controls(page, question, actions)}
            <ol class="ranking ${page.pages > 1 ? 'full' : ''}" start=${(page.page - 1) * 10 + 1}>
              ${repeat(page.rows, ({ item }) => item, rowOf)}
            </ol>
            ${page.matching === 0 ? html`<p class="empty">No item has “${question.search}” in its id.</p>` : nothing}
            ${table(
              'items',
              ['Item', 'Quality', 'Seen', 'Opened', 'Bought', 'Given back', 'Liked', 'Disliked'],
              page.rows.map(({ item, quality, impressions, clicks, purchases, returns, likes, dislikes }) => [
                item,
                quality?.toFixed(3),
                impressions,
                clicks,
                purchases,
                returns,
                likes,
                dislikes,
              ]),
            )}
          `
    }
  </section>`;
}

function controls(
  { page, pages, matching, rows }: ItemPage,
  { sort, search }: Question,
  actions: Actions,
): TemplateResult {
  const first = (page - 1) * 10 + 1;
  return html`<div class="controls">
    <fieldset>
      <legend class="hidden">Order</legend>
      ${SORT_WORDS.map(
        ([value, words]) =>
          html`<label
            ><input type="radio" name="sort" .checked=${sort === value} @change=${() => actions.sort(value)} /><span
              >${words}</span
            ></label
          >`,
      )}
    </fieldset>
    <label class="search">
      <span class="hidden">Find an item</span>
      <input
        type="search"
        placeholder="Find an item"
        maxlength="128"
        autocomplete="off"
        spellcheck="false"
        .value=${search}
        @input=${(event: InputEvent) => actions.search(event.target instanceof HTMLInputElement ? event.target.value : '')}
      />
    </label>
    <div class="pager">
      <span role="status" title=${`${exactly(matching)} items`}
        >${matching === 0 ? 'none' : `${exactly(first)}–${exactly(first + rows.length - 1)} of ${roughly(matching)}`}</span
      >
      <button type="button" aria-label="Previous items" ?disabled=${page <= 1} @click=${() => actions.turnTo(page - 1)}>
        ‹
      </button>
      <button type="button" aria-label="Next items" ?disabled=${page >= pages} @click=${() => actions.turnTo(page + 1)}>
        ›
      </button>
    </div>
  </div>`;
}

function rowOf(row: ItemOverview): TemplateResult {
  const { item, quality, confidence, near } = row;
  return html`<li data-moves=${item}>
    <bdi class="name" title=${item}>${item}</bdi>
    ${
      quality === undefined
        ? html`${noLikingBar()}<span class="times muted" title="no quality yet"
              >–<span class="hidden"> no quality yet</span></span
            >`
        : html`${likingBar(quality, confidence)}<span class="times" title=${`quality ${quality.toFixed(3)}`}
              >×${quality.toFixed(2)}</span
            >`
    }
    <span class="muted small counts" title=${countsOf(row, exactly)}
      >${countsOf(row, roughly)}${near ? html`<br />liked together with <bdi>${near.join(', ')}</bdi>` : nothing}</span
    >
  </li>`;
}

function countsOf(row: ItemOverview, number: (n: number) => string): string {
  const { impressions, clicks, likes, dislikes, purchases, returns } = row;
  const more = [
    ...(purchases > 0 ? [`${number(purchases)} bought`] : []),
    ...(returns > 0 ? [`${number(returns)} given back`] : []),
    ...(likes > 0 ? [`${number(likes)} liked`] : []),
    ...(dislikes > 0 ? [`${number(dislikes)} disliked`] : []),
  ];
  return [`${number(impressions)} seen`, `${number(clicks)} opened`, ...more].join(', ');
}
