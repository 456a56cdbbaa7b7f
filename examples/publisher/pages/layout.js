import { topics } from '../articles/articles.js';
import { html } from './html.js';

export const PAPER = 'The Daily Meridian';
export const EDITION = '2026-11-24';

export const day = (at, style = { day: 'numeric', month: 'long', year: 'numeric' }) =>
  new Date(`${at.slice(0, 10)}T12:00:00Z`).toLocaleDateString('en-GB', { ...style, timeZone: 'UTC' });

const emblem = html`<svg class="emblem" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
  <g fill="none" stroke="currentColor" stroke-width="2">
    <circle cx="24" cy="24" r="21" />
    <ellipse cx="24" cy="24" rx="9.5" ry="21" />
    <path d="M24 3v42M3.8 18h40.4M3.8 30h40.4" />
  </g>
  <circle class="emblem-sun" cx="33.5" cy="18" r="4.5" />
</svg>`;

const navigation = (current) =>
  html`<nav class="topics" aria-label="Sections">
    <ul>
      ${Object.entries(topics).map(([topic, { name }]) => html`<li><a href="/topic/${topic}.html" ${current === topic && html` aria-current="page"`}>${name}</a></li>`)}
    </ul>
  </nav>`;

const masthead = (front, current) =>
  html`<header class="masthead${!front && ' masthead-small'}">
    <div class="wrap">
      <div class="dateline">
        <time datetime="${EDITION}"
          >${day(EDITION, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}</time
        >
        <span class="edition">Morning edition</span>
        <span class="dateline-end">
          <button type="button" class="link" popovertarget="your-interests">Your interests</button>
          <a href="/about.html">What stays on your device</a>
        </span>
      </div>
      ${
        front
          ? html`<h1 class="nameplate">
              <a href="/">${emblem}<span>${PAPER}</span></a>
            </h1>`
          : html`<p class="nameplate">
              <a href="/">${emblem}<span>${PAPER}</span></a>
            </p>`
      }
      ${front && html`<p class="motto">News from every longitude, in the order you would choose</p>`}
    </div>
    ${navigation(current)}
  </header>`;

/** What the paper thinks of its reader, and how the reader changes it. Opened from the masthead, closed with Esc. */
const drawer = html`<aside popover id="your-interests" class="drawer" aria-label="Your interests">
  <button type="button" class="link" popovertarget="your-interests" popovertargetaction="hide" autofocus>Close</button>
  <penchant-interests></penchant-interests>
</aside>`;

const footer = html`<footer class="footer">
  <div class="wrap">
    <p class="footer-name">${emblem}${PAPER}</p>
    <p class="promise">
      Ranked on your device. Nothing you read leaves it except anonymous counts.
      <a href="/about.html">How that works</a>
    </p>
    <ul>
      ${Object.entries(topics).map(([topic, { name }]) => html`<li><a href="/topic/${topic}.html">${name}</a></li>`)}
      <li><a href="/about.html">About</a></li>
    </ul>
    <p class="small">A demonstration newspaper. The stories and the people in them are invented.</p>
  </div>
</footer>`;

/**
 * A whole page.
 * @param {{ title: string, description: string, path: string, image: string, kind?: string, current?: string, front?: boolean, head?: unknown, main: unknown }} page
 * @param {{ collector: string, script: string, origin: string }} site
 */
export function layout(
  { title, description, path, image, kind = 'website', current, front = false, head, main },
  { collector, script, origin },
) {
  return `${
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <meta name="description" content="${description}" />
          <link rel="canonical" href="${origin}${path}" />
          <meta property="og:site_name" content="${PAPER}" />
          <meta property="og:type" content="${kind}" />
          <meta property="og:title" content="${title}" />
          <meta property="og:description" content="${description}" />
          <meta property="og:url" content="${origin}${path}" />
          <meta property="og:image" content="${origin}${image}" />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/site.css" />
          <noscript><link rel="stylesheet" href="/noscript.css" /></noscript>
          <script src="/site.js" defer></script>
          <script
            async
            src="${script}"
            data-site="daily"
            data-collector="${collector}"
            data-policy='{"rank":{"opened":"last"}}'
          ></script>
          <script type="module" src="/penchant-elements.js"></script>
          ${head}
        </head>
        <body>
          <a class="skip" href="#main">Skip to the stories</a>
          ${masthead(front, current)} ${drawer}
          <main id="main" tabindex="-1">${main}</main>
          ${footer}
          <penchant-inspector></penchant-inspector>
        </body>
      </html>`.text
  }\n`;
}
