import type { Explanation, ProfileView, Suppressed } from '@penchant/browser';
import { html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { explained } from '../ledger.js';
import marks from '../mark.css?inline';
import { moving } from '../moving.js';
import { PenchantElement, type Ending } from '../penchant-element.js';
import type { PageTracker } from '../page-tracker.js';
import { words } from '../words.js';
import { download } from './download.js';
import { interest, type InterestActions } from './interest.js';
import { interestsIn, type Interest } from './interests-in.js';
import styles from './interests.css?inline';
import { mutes } from './mutes.js';
import { notices } from './notices.js';
import { yourData } from './your-data.js';

const FIRST = 8; // as many as one looks through
const LIVE_MS = 100; // how often a slider that is moved is heard
const COUNTDOWN_MS = 30_000;
const FILE = 'penchant-profile.json';

/** `<penchant-interests>`: what is thought of the visitor, and how they change it. Sliders put the page in order at once. */
export class PenchantInterests extends PenchantElement {
  static override styles = [...PenchantElement.styles, unsafeCSS(marks), unsafeCSS(styles)];

  #view: ProfileView | undefined;
  #muted: readonly Suppressed[] = [];
  #order: readonly string[] = [];
  /** What sliders say and the tracker was not told yet, or does not answer yet. */
  readonly #moved = new Map<string, number>();
  #telling: ReturnType<typeof setTimeout> | undefined;
  readonly #why = new Map<string, Explanation | undefined>();
  #isWhole = false;
  #noted = '';

  protected watch(tracker: PageTracker): readonly Ending[] {
    this.#order = [];
    const counting = setInterval(() => this.requestUpdate(), COUNTDOWN_MS);
    const seen = (): void => this.requestUpdate(); // another tab may have turned profiling off
    document.addEventListener('visibilitychange', seen);
    return [
      tracker.profile$.subscribe((view) => void this.#take(tracker, view)),
      tracker.reordered$.subscribe(seen),
      { unsubscribe: () => clearInterval(counting) },
      { unsubscribe: () => document.removeEventListener('visibilitychange', seen) },
    ];
  }

  async #take(tracker: PageTracker, view: ProfileView): Promise<void> {
    this.#view = view;
    this.requestUpdate();
    for (const name of this.#why.keys()) void this.#explain(name);
    // A tracker that is stopped meanwhile does not answer: what was shown stays.
    const isMuting = Object.keys(view.suppressed).length > 0;
    this.#muted = isMuting ? await tracker.suppressions().catch(() => this.#muted) : [];
    this.requestUpdate();
  }

  readonly #actions: InterestActions = {
    state: (name, strength) => {
      if (strength === undefined) {
        this.#moved.delete(name);
        moving(() => this.tracker?.setInterest(name));
      } else {
        this.#moved.set(name, strength);
        if (this.#telling === undefined) this.#telling = setTimeout(() => this.#tell(), LIVE_MS);
      }
      this.requestUpdate();
    },
    explain: (name, isOpen) => {
      if (isOpen) void this.#explain(name);
      else this.#why.delete(name);
    },
  };

  #tell(): void {
    this.#telling = undefined;
    const told = [...this.#moved];
    moving(() => {
      for (const [name, strength] of told) this.tracker?.setInterest(name, strength);
    });
    setTimeout(() => {
      // The profile says it now; or it was refused, and the slider goes back.
      for (const [name, strength] of told) if (this.#moved.get(name) === strength) this.#moved.delete(name);
      this.requestUpdate();
    });
  }

  async #explain(name: string): Promise<void> {
    const { tracker } = this;
    if (!tracker) return;
    if (!this.#why.has(name)) this.#why.set(name, undefined);
    const explanation = await explained(tracker, { id: '', features: [name] });
    if (this.#why.has(name)) this.#why.set(name, explanation);
    this.requestUpdate();
  }

  #note(noted: string): void {
    this.#noted = noted;
    this.requestUpdate();
  }

  async #tried(act: () => Promise<string>): Promise<void> {
    this.#note(await act().catch(() => words().failed));
  }

  #unmute(name: string): void {
    moving(() => this.tracker?.unsuppress(name));
    this.#note(words().unmuted(words().nameOf(name)));
    this.renderRoot.querySelector<HTMLElement>('#mutes')?.focus(); // its button is gone
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override render(): TemplateResult {
    const { tracker } = this;
    const status = tracker?.status();
    const isOff = status?.profiling === false;
    return html`
      <h2>${words().interests}</h2>
      <p class="muted">${words().interestsExplained}</p>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          .checked=${live(!isOff)}
          ?disabled=${!tracker}
          @change=${() => moving(() => tracker?.setProfiling(isOff))}
        />
        ${words().profiling}
      </label>
      ${notices(status).map((notice) => html`<p class="notice">${notice}</p>`)}
      ${status && status.consent !== 'denied' ? this.#learnt(isOff, status.state === 'loading' || !this.#view) : nothing}
      <p class="noted" role="status">${this.#noted}</p>
    `;
  }

  #learnt(isOff: boolean, isLoading: boolean): TemplateResult {
    const found = this.#view ? interestsIn(this.#view, this.#order).map((each) => this.#asMoved(each)) : [];
    this.#order = found.map(({ name }) => name);
    return html`
      ${
        found.length === 0
          ? html`<p class="empty">${isLoading ? words().loading : words().nothingYet}</p>`
          : html`<p class="muted sides">${words().sides}</p>
              <ul class=${isOff ? 'interests off' : 'interests'}>
                ${repeat(
                  this.#isWhole ? found : found.slice(0, FIRST),
                  ({ name }) => name,
                  (each) => interest(each, this.#why.get(each.name), isOff, this.#actions),
                )}
              </ul>`
      }
      ${
        this.#isWhole || found.length <= FIRST
          ? nothing
          : html`<button type="button" class="plain" @click=${() => this.#showAll()}>
              ${words().showAll(found.length)}
            </button>`
      }
      <h3 id="mutes" tabindex="-1">${words().mutes}</h3>
      ${mutes(this.#muted, Date.now(), (name) => this.#unmute(name))}
      <h3>${words().data}</h3>
      ${yourData({
        download: () =>
          void this.#tried(async () => {
            download(await this.tracker?.export(), FILE);
            return words().downloaded(FILE);
          }),
        ask: () => this.#dialog?.showModal(),
        keep: () => this.#dialog?.close(),
        forget: () =>
          void this.#tried(async () => {
            this.#dialog?.close();
            await this.tracker?.forget();
            return words().forgotten;
          }),
      })}
    `;
  }

  #showAll(): void {
    this.#isWhole = true;
    this.requestUpdate();
  }

  #asMoved(each: Interest): Interest {
    const liking = this.#moved.get(each.name);
    return liking === undefined ? each : { ...each, liking, confidence: 1, isStated: true };
  }
}
