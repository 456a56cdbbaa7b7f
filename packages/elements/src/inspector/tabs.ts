import { html, type TemplateResult } from 'lit';
import { words } from '../words.js';

const TABS = ['live', 'profile', 'item'] as const;
export type Tab = (typeof TABS)[number];

/** The tabs, of which arrows choose one: the next or the one before, and round. */
export function tablist(chosen: Tab, choose: (tab: Tab) => void): TemplateResult {
  const pressed = ({ key, currentTarget }: KeyboardEvent): void => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(chosen) + step + TABS.length) % TABS.length];
    if (step === 0 || !next || !(currentTarget instanceof HTMLElement)) return;
    choose(next);
    currentTarget.querySelector<HTMLElement>(`#${next}`)?.focus();
  };
  return html`<div role="tablist" aria-label=${words().inspector} @keydown=${pressed}>
    ${TABS.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id=${tab}
          aria-controls="panel"
          aria-selected=${tab === chosen}
          tabindex=${tab === chosen ? 0 : -1}
          @click=${() => choose(tab)}
        >
          ${words().tabs[tab]}
        </button>`,
    )}
  </div>`;
}
