import { html, type Html } from './html.js';

const WIDTH = 480;
const HEIGHT = 160;
const LEFT = 52;
const BOTTOM = 24;

/** Chance of being examined by position, relative to the first. Dashed: too little data, 1/k is served. */
export function positionCurve(theta: readonly number[], estimated: boolean, describedAs: string): Html {
  const shown = theta.slice(0, 20);
  const x = (i: number): number => LEFT + (i / Math.max(1, shown.length - 1)) * (WIDTH - LEFT - 12);
  const y = (value: number): number => 8 + (1 - value) * (HEIGHT - BOTTOM - 8);
  const at = shown.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${describedAs}">
    ${[0, 0.5, 1].map(
      (value) =>
        html`<line class="axis" x1="${LEFT}" x2="${WIDTH}" y1="${y(value)}" y2="${y(value)}" /><text
            x="0"
            y="${y(value) + 4}"
            >${value * 100} %</text
          >`,
    )}
    <polyline class="curve ${estimated ? '' : 'fallback'}" points="${at.join(' ')}" />
    ${shown.map((value, i) => html`<circle class="dot" cx="${x(i).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3" />`)}
    <text x="${LEFT}" y="${HEIGHT - 4}">position 1</text>
    <text x="${WIDTH}" y="${HEIGHT - 4}" text-anchor="end">${shown.length}</text>
  </svg>`;
}

/** One bar a minute, the current one last. */
export function minuteBars(counts: readonly number[], describedAs: string): Html {
  const most = Math.max(1, ...counts);
  const step = WIDTH / counts.length;
  const tall = (n: number): number => (n / most) * 88;
  return html`<svg viewBox="0 0 ${WIDTH} 116" role="img" aria-label="${describedAs}">
    <line class="axis" x1="0" x2="${WIDTH}" y1="92" y2="92" />
    ${counts.map(
      (n, i) =>
        html`<rect
          class="bar"
          x="${(i * step + 1).toFixed(1)}"
          width="${(step - 2).toFixed(1)}"
          y="${(92 - tall(n)).toFixed(1)}"
          height="${tall(n).toFixed(1)}"
        />`,
    )}
    <text x="0" y="112">an hour ago</text>
    <text x="${WIDTH}" y="112" text-anchor="end">now</text>
  </svg>`;
}

/** A liking from the centre line: right is better than the average item, left is worse. */
export function likingBar(quality: number): Html {
  const reach = Math.max(-1, Math.min(1, Math.log2(quality) / 2)) * 44; // four times the average fills it
  const side = reach >= 0 ? 'up' : 'down';
  return html`<svg viewBox="0 0 96 12" width="96" aria-hidden="true">
    <line class="axis" x1="48" x2="48" y1="0" y2="12" />
    <rect
      class="liking ${side}"
      x="${Math.min(48, 48 + reach).toFixed(1)}"
      y="2"
      width="${Math.abs(reach).toFixed(1)}"
      height="8"
    />
  </svg>`;
}
