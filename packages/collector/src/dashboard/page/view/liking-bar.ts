import { svg, html, type TemplateResult } from 'lit-html';

const HALF = 100;
const MOST_DOUBLINGS = 2; // four times as good as the average fills the half

/** Where a quality ends on its bar, from -1 to 1. Twice as good is as far right as half as good is left. */
export const reachOf = (quality: number): number => Math.max(-1, Math.min(1, Math.log2(quality) / MOST_DOUBLINGS));

/** A liking: a bar from the centre line, right is liked, left is disliked, its opacity is confidence. */
export function likingBar(quality: number, confidence: number): TemplateResult {
  const reach = reachOf(quality) * HALF;
  return html`<svg class="liking" viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true">
    <line class="rail" x1="0" y1="6" x2="200" y2="6"></line>
    ${svg`<rect class=${reach < 0 ? 'left' : 'right'} x=${HALF + Math.min(0, reach)} y="1" width=${Math.abs(reach)} height="10"
      fill-opacity=${(0.4 + 0.6 * confidence).toFixed(2)}></rect>`}
    <line class="centre" x1="100" y1="0" x2="100" y2="12"></line>
  </svg>`;
}

/** Where a bar would be, once something is known. */
export const noLikingBar = (): TemplateResult =>
  html`<svg class="liking" viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true">
    <line class="rail" x1="0" y1="6" x2="200" y2="6"></line>
    <line class="centre" x1="100" y1="0" x2="100" y2="12"></line>
  </svg>`;

/** Two counts as one bar from the centre: likes to the right, dislikes to the left, by the larger of them. */
export function balanceBar(likes: number, dislikes: number): TemplateResult {
  const most = Math.max(likes, dislikes, 1);
  const [right, left] = [likes, dislikes].map((n) => (n / most) * HALF) as [number, number]; // two in, two out
  return html`<svg class="liking tall" viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true">
    <line class="rail" x1="0" y1="6" x2="200" y2="6"></line>
    <rect class="left" x=${HALF - left} y="1" width=${left} height="10"></rect>
    <rect class="right" x=${HALF} y="1" width=${right} height="10"></rect>
    <line class="centre" x1="100" y1="0" x2="100" y2="12"></line>
  </svg>`;
}
