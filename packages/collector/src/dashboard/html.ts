/** Markup that is safe to send: text went in escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** ``html`<td>${item}</td>` ``: whatever is put in is text, unless it is markup already. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, string, i) => text + markup(parts[i - 1] ?? '') + string));

function markup(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const FULL = new Intl.NumberFormat('en');

/** 1.2K for the eye; the exact number when it is pointed at, and for those who hear it. */
export const count = (n: number): Html =>
  n < 1_000 ? html`${n}` : html`<data value="${n}" title="${FULL.format(n)}">${SHORT.format(n)}</data>`;

export const plural = (n: number, noun: string): Html => html`${count(n)} ${n === 1 ? noun : `${noun}s`}`;

/** 12 s, 4 min, 3 h, 2 days. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
