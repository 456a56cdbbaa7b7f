import type { Explanation } from '@penchant/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ledger } from '../ledger.js';
import { certaintyOf, levelOf, mark } from '../mark.js';
import { words } from '../words.js';
import type { Interest } from './interests-in.js';

const STEP = 0.05;

/** What a row of an interest can be asked to do. */
export interface InterestActions {
  /** Without a strength: what was learnt counts again. */
  state(name: string, strength?: number): void;
  explain(name: string, isOpen: boolean): void;
}

/** One interest: the mark is the slider's own, so that what is thought and what is said are the same thing. */
export function interest(
  { name, liking, confidence, isStated }: Interest,
  why: Explanation | undefined,
  isOff: boolean,
  { state, explain }: InterestActions,
): TemplateResult {
  const label = words().nameOf(name);
  const value = Math.round(liking / STEP) * STEP;
  const level = `${levelOf(value)} · ${isStated ? words().youSaidSo : certaintyOf(confidence)}`;
  const slid = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) state(name, target.valueAsNumber);
  };
  const toggled = ({ target }: Event): void => explain(name, target instanceof HTMLDetailsElement && target.open);
  return html`<li class="interest">
    <span class="name">${label}</span>
    <span class="level muted">${level}</span>
    <div class="slider">
      ${mark(value, confidence)}
      <input
        type="range"
        min="-1"
        max="1"
        step=${STEP}
        .value=${live(value.toFixed(2))}
        aria-label=${label}
        aria-valuetext=${level}
        ?disabled=${isOff}
        @input=${slid}
        @change=${slid}
      />
    </div>
    <details @toggle=${toggled}>
      <summary aria-label=${words().whyOf(label)}>${words().why}</summary>
      ${why ? ledger(why) : nothing}
    </details>
    ${
      isStated
        ? html`<button
            type="button"
            class="plain"
            aria-label=${words().backToLearntOf(label)}
            ?disabled=${isOff}
            @click=${() => state(name)}
          >
            ${words().backToLearnt}
          </button>`
        : nothing
    }
  </li>`;
}
