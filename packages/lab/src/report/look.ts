import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The colours of every surface of Penchant, light and dark. */
export const tokens = (): string => readFileSync(require.resolve('@penchant/elements/tokens.css'), 'utf8');

/** What a page of charts and tables looks like. */
export const PAGE_STYLE = `
body { margin: 0 auto; max-width: 760px; padding: 32px 20px 64px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 var(--sans); font-variant-numeric: tabular-nums; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 20px; margin: 48px 0 4px; }
p { margin: 0 0 12px; max-width: 64ch; }
.says, .command { color: var(--muted); }
figure { margin: 16px 0; overflow-x: auto; }
figcaption { font-weight: 600; font-size: 14px; margin-bottom: 4px; }
svg { display: block; max-width: 100%; height: auto; min-width: 560px; }
code, pre { font-family: ui-monospace, 'Liberation Mono', monospace; font-size: 14px; }
.key { font-size: 14px; color: var(--muted); }
summary { cursor: pointer; color: var(--accent); min-height: 24px; font-size: 14px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 14px; margin: 8px 0; }
th, td { padding: 4px 16px 4px 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { font-weight: 600; }
.number { text-align: end; }
@media print { details > * { display: block; } }
`;
