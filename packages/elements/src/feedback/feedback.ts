import { html, unsafeCSS, type TemplateResult } from 'lit';
import { PenchantElement, type Ending } from '../penchant-element.js';
import type { PageTracker } from '../page-tracker.js';
import { words } from '../words.js';
import styles from './feedback.css?inline';
import { ICONS } from './icons.js';
import { opinionsOf, type OpinionKind, type Opinions } from './opinions.js';

const KINDS: readonly OpinionKind[] = ['like', 'dislike', 'hide'];
const DONE = { like: 'liked', dislike: 'disliked', hide: 'hidden' } as const;

/** `<penchant-feedback item="a42">`: buttons that say what the visitor thinks of an item. Pressed again, one takes it back. */
export class PenchantFeedback extends PenchantElement {
  static override styles = [...PenchantElement.styles, unsafeCSS(styles)];
  static override properties = { item: { type: String } };

  /** The item's id. */
  declare item: string;
  #opinions: Opinions | undefined;
  #noted = '';

  constructor() {
    super();
    this.item = '';
  }

  protected watch(tracker: PageTracker): readonly Ending[] {
    this.#opinions = opinionsOf(tracker);
    return [{ unsubscribe: this.#opinions.follow(() => this.requestUpdate()) }];
  }

  #press(kind: OpinionKind): void {
    const [{ tracker, item }, opinions] = [this, this.#opinions];
    if (!tracker || !opinions) return;
    const next = opinions.of(item)?.kind === kind ? undefined : kind;
    this.#noted = opinions.say(item, next) ? words()[next ? DONE[next] : 'takenBack'] : whyNot(tracker);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { item } = this;
    const said = this.#opinions?.of(item)?.kind;
    return html`
      <div class="choices" role="group" aria-label=${words().feedback}>
        ${KINDS.map(
          (kind) =>
            html`<button
              type="button"
              class=${kind}
              aria-pressed=${said === kind}
              ?disabled=${!this.#opinions || !item}
              @click=${() => this.#press(kind)}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">${ICONS[kind]}</svg>${words()[kind]}
            </button>`,
        )}
      </div>
      <p class="muted" role="status">${this.#noted}</p>
    `;
  }
}

function whyNot(tracker: PageTracker): string {
  const { profiling, consent } = tracker.status();
  if (!profiling) return words().profilingIsOff;
  return consent === 'denied' ? words().noConsent : words().notNoted;
}
