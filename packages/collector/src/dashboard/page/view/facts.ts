import { OF_SIGNALS } from '@penchant/core';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Learned, Overview, Storage } from '../../overview-document.js';
import { bytes, counted, duration, exactly, percent } from '../words.js';

/** What the collector stands on: its model, its store, itself. */
export function facts({ model, store, learned, now, startedAt, version }: Overview): TemplateResult {
  return html`<section aria-labelledby="facts">
    <h2 id="facts">Model and storage</h2>
    <dl class="facts">
      <dt>Model</dt>
      <dd>
        ${model.publishedAt === undefined ? 'not published yet' : `published ${duration(now - model.publishedAt)} ago`}<br />
        <span class="muted small" title=${`${exactly(model.items)} items, ${exactly(model.bytes)} bytes`}
          >${counted(model.lists, 'list')}, ${counted(model.items, 'item')}, ${bytes(model.bytes)}</span
        >
      </dd>
      ${model.failure ? failure('Last failed publication', model.failure, now) : nothing}
      ${
        learned
          ? html`<dt>Lost signals</dt>
              <dd>${losses(learned.totals)}</dd>`
          : nothing
      }
      <dt>Storage</dt>
      <dd>${store.storage ? storage(store.storage) : 'a store of its host program'}</dd>
      ${store.failure ? failure('Last failed write', store.failure, now) : nothing}
      <dt>Collector</dt>
      <dd>
        ${version}<br /><span class="muted small"
          >up for
          ${duration(now - startedAt)}${learned ? `; sums read ${duration(now - learned.summedAt)} ago` : ''}</span
        >
      </dd>
    </dl>
  </section>`;
}

const failure = (name: string, { at, reason }: { at: number; reason: string }, now: number): TemplateResult => html`
  <dt>${name}</dt>
  <dd><code>${reason}</code><br /><span class="muted small">${duration(now - at)} ago</span></dd>
`;

/** What devices say that they could not count, beside what they counted. */
function losses({ lost, ...totals }: Learned['totals']): TemplateResult {
  const counts = OF_SIGNALS.reduce((sum, name) => sum + totals[name], 0);
  if (lost === 0) return html`none that a device told of`;
  return html`<span title=${exactly(lost)}>${counted(lost, 'signal')}</span>, ${percent(lost / (lost + counts))} of
    all<br />
    <span class="muted small">over every week that the store holds</span>`;
}

const storage = ({ kind, file, bytes: size, freeBytes }: Storage): TemplateResult => html`
  ${kind}${size === undefined ? '' : `, ${bytes(size)}`}
  ${
    file === undefined
      ? nothing
      : html`<br /><span class="muted small"
            ><bdi>${file}</bdi>${freeBytes === undefined ? '' : `, ${bytes(freeBytes)} free`}</span
          >`
  }
  ${kind === 'Memory' ? html`<br /><span class="muted small">forgotten when the process ends</span>` : nothing}
`;
