import type { Explanation, ProfileView } from '@penchant/browser';
import { html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { explained } from '../ledger.js';
import marks from '../mark.css?inline';
import { PenchantElement, type Ending } from '../penchant-element.js';
import type { PageTracker } from '../page-tracker.js';
import { words } from '../words.js';
import { withLine, type Line } from './feed.js';
import styles from './inspector.css?inline';
import { item } from './item.js';
import { live } from './live.js';
import { profile } from './profile.js';
import { tablist, type Tab } from './tabs.js';

/**
 * `<penchant-inspector>`: laid over the page, what counts as it happens, what does not and why, the profile, and any
 * item's ledger. Closed, it follows nothing. It says nothing of itself: nothing in it is an item.
 */
export class PenchantInspector extends PenchantElement {
  static override styles = [...PenchantElement.styles, unsafeCSS(marks), unsafeCSS(styles)];
  static override properties = { open: { type: Boolean, reflect: true } };

  /** Whether it is laid open over the page. */
  declare open: boolean;
  #tab: Tab = 'live';
  #feed: readonly Line[] = [];
  #view: ProfileView | undefined;
  #item = '';
  #explanation: Explanation | undefined;

  constructor() {
    super();
    this.open = false;
  }

  protected watch(tracker: PageTracker): readonly Ending[] {
    if (!this.open) return [];
    const tell = (what: Line['what']): void => {
      this.#feed = withLine(this.#feed, what, Date.now());
      this.requestUpdate();
    };
    return [
      tracker.signals$.subscribe(tell),
      tracker.rejected$.subscribe(tell),
      tracker.profile$.subscribe((view) => {
        this.#view = view;
        void this.#explain();
        this.requestUpdate();
      }),
    ];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.rewatch();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('open') !== undefined)
      this.renderRoot.querySelector<HTMLElement>(this.open ? '.close' : '.toggle')?.focus();
  }

  async #explain(): Promise<void> {
    const [id, { tracker }] = [this.#item, this];
    if (this.#tab !== 'item' || !id || !tracker) return;
    const explanation = await explained(tracker, id);
    if (id === this.#item) this.#explanation = explanation;
    this.requestUpdate();
  }

  readonly #inspect = (id: string): void => {
    this.#item = id;
    this.#explanation = undefined;
    this.#turnTo('item');
  };

  #turnTo(tab: Tab): void {
    this.#tab = tab;
    void this.#explain();
    this.requestUpdate();
  }

  #pressed({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.open = false;
  }

  protected override render(): TemplateResult {
    if (!this.open)
      return html`<button type="button" class="toggle" aria-expanded="false" @click=${() => (this.open = true)}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 13h4l2-7 4 12 2-5h4"></path></svg
        >${words().openInspector}
      </button>`;
    return html`<section aria-labelledby="title" @keydown=${(event: KeyboardEvent) => this.#pressed(event)}>
      <header>
        <h2 id="title">${words().inspector}</h2>
        <button type="button" class="close" aria-label=${words().closeInspector} @click=${() => (this.open = false)}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"></path></svg>
        </button>
      </header>
      ${tablist(this.#tab, (tab) => this.#turnTo(tab))}
      <div class="panel" role="tabpanel" id="panel" aria-labelledby=${this.#tab} tabindex="0">${this.#panel()}</div>
    </section>`;
  }

  #panel(): TemplateResult | typeof nothing {
    const { tracker } = this;
    if (!tracker) return html`<p class="empty">${words().loading}</p>`;
    switch (this.#tab) {
      case 'live':
        return live(this.#feed, this.#inspect, () => {
          this.#feed = [];
          this.requestUpdate();
        });
      case 'profile':
        return this.#view ? profile(this.#view, tracker.status(), this.#inspect) : nothing;
      case 'item':
        return item(this.#item, this.#explanation, itemsOnPage(), this.#inspect);
    }
  }
}

const itemsOnPage = (): string[] => [
  ...new Set(
    [...document.querySelectorAll<HTMLElement>('[data-penchant-item]')].flatMap(
      ({ dataset }) => dataset['penchantItem'] ?? [],
    ),
  ),
];
