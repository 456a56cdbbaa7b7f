/** The page's one style sheet: tokens first, and no colour but them. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --paper: #fbfaf7; --card: #ffffff; --muted: #5b6470; --line: #dcd9d1;
  --liked: #0b7069; --disliked: #a5431f; --accent: #4446b5; --warn: #8a5a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #ecebe6; --paper: #14171a; --card: #1c2024; --muted: #a3adb8; --line: #353b42;
    --liked: #4fc4b8; --disliked: #f0916b; --accent: #a5a8ff; --warn: #e8b04a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.5 system-ui, sans-serif;
  font-variant-numeric: tabular-nums; }
a { color: var(--accent); } a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
header, main { max-width: 1120px; margin: 0 auto; padding: 16px; }
header { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: baseline; border-bottom: 1px solid var(--line); }
h1 { font-size: 20px; margin: 0; } h2 { font-size: 16px; margin: 0 0 8px; } h3 { font-size: 14px; margin: 12px 0 4px; }
nav { display: flex; flex-wrap: wrap; gap: 16px; } nav a { padding: 4px 0; } nav [aria-current] { color: var(--ink); font-weight: 600; }
.verdict { font-size: 28px; line-height: 1.2; margin: 8px 0 4px; } .good { color: var(--liked); } .bad { color: var(--warn); }
.muted { color: var(--muted); }
.grid { columns: 320px; column-gap: 16px; margin-top: 16px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 16px; margin: 0 0 16px;
  break-inside: avoid; }
table { width: 100%; border-collapse: collapse; } th { text-align: start; font-weight: 400; color: var(--muted); font-size: 12px; }
td, th { padding: 4px 8px 4px 0; border-bottom: 1px solid var(--line); } td:first-child { overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; } .n { text-align: end; } .n, .nowrap { white-space: nowrap; }
svg { display: block; width: 100%; height: auto; } svg text { fill: var(--muted); font: 12px system-ui, sans-serif; }
td svg { display: inline-block; width: 64px; vertical-align: middle; margin-inline-end: 8px; }
.axis { stroke: var(--line); } .curve { fill: none; stroke: var(--accent); stroke-width: 2; } .curve.fallback { stroke-dasharray: 4 4; }
.dot, .bar { fill: var(--accent); } .liking.up { fill: var(--liked); } .liking.down { fill: var(--disliked); }
summary { cursor: pointer; padding: 4px 0; color: var(--muted); min-height: 24px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0; } dt { color: var(--muted); } dd { margin: 0; text-align: end; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; }
`;
