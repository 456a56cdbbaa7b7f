import { html, svg, type TemplateResult } from 'lit';
import { words } from './words.js';

const SHORTEST = 2; // of a hundred: what is hardly liked is still seen to be liked
const FAINTEST = 0.4;

/** A liking: a bar from the centre line, right is liked, left is disliked, its opacity is confidence. For the eye: the words are `likingWords`. */
export function mark(liking: number, confidence: number): TemplateResult {
  const reach = liking === 0 ? 0 : Math.max(SHORTEST, Math.min(1, Math.abs(liking)) * 100);
  return html`<svg class="mark" viewBox="-100 0 200 12" preserveAspectRatio="none" aria-hidden="true">
    <rect class="rail" x="-100" y="5" width="200" height="2"></rect>
    ${svg`<rect class="under" x=${liking < 0 ? -reach : 0} y="5" width=${reach} height="2" /><rect class=${liking < 0 ? 'left' : 'right'} x=${liking < 0 ? -reach : 0} y="2" width=${reach} height="8" rx="1" opacity=${(FAINTEST + (1 - FAINTEST) * confidence).toFixed(2)} />`}
    <rect class="centre" x="-0.75" y="0" width="1.5" height="12"></rect>
  </svg>`;
}

/** Where a level of liking ends, from below. */
const LEVELS = [-0.75, -0.3, -0.05, 0.05, 0.3, 0.75];
const CERTAINTIES = [0.3, 0.6];

const among = (value: number, ends: readonly number[], named: readonly string[]): string =>
  named[ends.filter((end) => value > end).length] ?? '';

/** A liking in a word: “More”. */
export const levelOf = (liking: number): string => among(liking, LEVELS, words().levels);

/** How sure, in words: “fairly sure”. */
export const certaintyOf = (confidence: number): string => among(confidence, CERTAINTIES, words().certainties);

/** “+0.12”, with a true minus. */
export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
