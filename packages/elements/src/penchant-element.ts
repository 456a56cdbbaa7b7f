import { LitElement, unsafeCSS } from 'lit';
import base from './base.css?inline';
import { followTracker, pageTracker, type PageTracker } from './page-tracker.js';
import tokens from './tokens.css?inline';
import { followWords } from './words.js';

/** A subscription to a tracker's stream, or whatever else ends. */
export interface Ending {
  unsubscribe(): void;
}

/** An element that speaks of the page's tracker: it follows it while it is in view, and not a moment longer. */
export abstract class PenchantElement extends LitElement {
  static override styles = [unsafeCSS(tokens), unsafeCSS(base)];

  #own: PageTracker | undefined;
  #watching: readonly Ending[] = [];
  #stops: readonly (() => void)[] = [];
  #isInView = false;

  /** The tracker it speaks of: the page's (`defineElements`), unless it was given one of its own. */
  get tracker(): PageTracker | undefined {
    return this.#own ?? pageTracker();
  }
  set tracker(tracker: PageTracker | undefined) {
    this.#own = tracker;
    this.rewatch();
  }

  /** What it follows of a tracker. */
  protected abstract watch(tracker: PageTracker): readonly Ending[];

  /** Follows anew: there is another tracker, or something else to follow. */
  protected rewatch(): void {
    for (const each of this.#watching) each.unsubscribe();
    const { tracker } = this;
    this.#watching = tracker && this.#isInView ? this.watch(tracker) : [];
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const looking = new IntersectionObserver((seen) => this.#seen(seen.at(-1)?.isIntersecting === true));
    looking.observe(this);
    this.#stops = [
      followTracker(() => this.rewatch()),
      followWords(() => this.requestUpdate()),
      () => looking.disconnect(),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#seen(false);
  }

  #seen(isInView: boolean): void {
    this.#isInView = isInView;
    this.rewatch();
  }
}
