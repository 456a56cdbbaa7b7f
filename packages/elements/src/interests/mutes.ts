import type { Suppressed } from '@penchant/browser';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { duration, exactly } from '../times.js';
import { words } from '../words.js';

/** What is left out of lists for a while: what, since why, until when, and how to have it back. */
export function mutes(
  suppressed: readonly Suppressed[],
  nowMs: number,
  unmute: (name: string, event: Event) => void,
): TemplateResult {
  const running = once(suppressed).filter(({ until }) => until > nowMs);
  return running.length === 0
    ? html`<p class="muted">${words().noMutes}</p>`
    : html`<ul class="mutes">
        ${repeat(
          running,
          ({ name }) => name,
          ({ name, by, item, until }) => {
            const label = words().nameOf(name);
            return html`<li>
              <s>${label}</s>
              <button
                type="button"
                aria-label=${words().unmuteOf(label)}
                @click=${(event: Event) => unmute(name, event)}
              >
                ${words().unmute}
              </button>
              <span class="muted"
                >${words().mutedBecause(by, item === name ? undefined : words().nameOf(item))} ·
                <time datetime=${new Date(until).toISOString()} title=${exactly(until)}
                  >${words().left(duration(until - nowMs))}</time
                ></span
              >
            </li>`;
          },
        )}
      </ul>`;
}

/** An item and what is similar to it are lifted by one word, so they are shown as one: the longer of them. */
const once = (suppressed: readonly Suppressed[]): readonly Suppressed[] => [
  ...new Map(suppressed.map((each) => [each.name, each])).values(), // what ends last comes last
];
