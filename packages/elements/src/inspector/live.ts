import type { Rejected, Signal } from '@penchant/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { signed } from '../mark.js';
import { exactly } from '../times.js';
import { words } from '../words.js';
import type { Line } from './feed.js';

/** What happens on the page, newest first: whether it counts, and if not, why. */
export function live(feed: readonly Line[], inspect: (item: string) => void, clear: () => void): TemplateResult {
  if (feed.length === 0) return html`<p class="empty">${words().listening}</p>`;
  return html`
    <ol class="feed">
      ${repeat(
        feed,
        ({ what }) => what,
        (line) => lineOf(line, inspect),
      )}
    </ol>
    <button type="button" @click=${clear}>${words().clear}</button>
  `;
}

function lineOf({ what, reason, atMs, times }: Line, inspect: (item: string) => void): TemplateResult {
  const { kind, item } = what;
  const details = [
    reason === undefined ? '' : words().reasonOf(reason),
    placeOf(what),
    ...('at' in what ? detailsOf(what) : []),
  ].filter(Boolean);
  const name = words().nameOf(item);
  const isItem = kind !== 'interest';
  return html`<li class=${reason === undefined ? 'counted' : 'missed'}>
    <svg viewBox="0 0 24 24" role="img" aria-label=${reason === undefined ? words().counted : words().notCounted}>
      <path d=${reason === undefined ? 'M5 12.5l4.5 4.500L19 7.500' : 'M7 7l10 10M17 7L7 17'}></path>
    </svg>
    <span>
      <b>${isGlance(what) ? words().glanced : words().kinds[kind]}</b>
      ${isItem ? html`<button type="button" class="plain" @click=${() => inspect(item)}>${name}</button>` : name}
      <span class="details muted">${details.join(' · ')}${times > 1 ? html` · ${words().times(times)}` : nothing}</span>
    </span>
    <time class="muted" datetime=${new Date(atMs).toISOString()} title=${exactly(atMs)}>${clock(atMs)}</time>
  </li>`;
}

const clock = (atMs: number): string =>
  new Intl.DateTimeFormat(words().language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);

/** Looked at in its list, without being opened. */
const isGlance = (what: Signal | Rejected): boolean => what.kind === 'dwell' && what.list !== undefined;

function placeOf(what: Signal | Rejected): string {
  const { list, position } = 'list' in what ? what : {};
  return list === undefined || position === undefined ? '' : words().inList(list, position);
}

/** What a signal says beside its item and its place. */
function detailsOf(signal: Signal): string[] {
  switch (signal.kind) {
    case 'dwell':
      return [
        words().seconds(signal.attendedMs / 1_000),
        ...(signal.depth === undefined ? [] : [words().percent(signal.depth)]),
      ];
    case 'watch':
      return [
        signal.coverage === undefined ? words().seconds(signal.attendedMs / 1_000) : words().percent(signal.coverage),
      ];
    case 'rate':
      return [words().stars(signal.stars)];
    case 'interest':
      return [signal.strength === undefined ? words().takenBack : signed(signal.strength)];
    case 'undo':
      return [words().kinds[signal.of.kind]];
    default:
      return [];
  }
}
