import { render } from 'lit-html';
import { ask, type Answer, type Question } from './ask.js';
import { every } from './every.js';
import { moving } from './flip.js';
import { session } from './session.js';
import type { Actions, State } from './state.js';
import { app } from './view/app.js';

const REFRESH_MS = 3_000;
const TYPING_MS = 200;

const root = document.querySelector<HTMLElement>('#dashboard');
if (!root) throw new Error('[penchant] the page has no #dashboard.');

let token = session.token();
let question: Question = { sort: 'best', search: '', page: 1 };
let state: State = token === undefined ? { phase: 'signed-out', isChecking: false } : { phase: 'asking' };
let typing: ReturnType<typeof setTimeout> | undefined;

const refresh = every(REFRESH_MS, async () => {
  if (token === undefined) return;
  const [asked, by] = [question, token];
  const answer = await ask(by, asked);
  // Somebody may have asked something else, or left, while this was on its way.
  if (asked === question && by === token) take(answer);
});

const actions: Actions = {
  signIn(typed) {
    token = typed;
    show({ phase: 'signed-out', isChecking: true });
    refresh();
  },
  signOut: () => leave(),
  chooseSite(site) {
    clearTimeout(typing);
    inquire({ site, search: '', page: 1 });
  },
  sort: (sort) => inquire({ sort, page: 1 }),
  search(search) {
    clearTimeout(typing);
    typing = setTimeout(() => inquire({ search, page: 1 }), TYPING_MS);
  },
  turnTo: (page) => inquire({ page }),
  retry: refresh,
};

function inquire(changes: Partial<Question>): void {
  question = { ...question, ...changes };
  if (state.phase === 'shown') show({ ...state, question });
  refresh();
}

function take(answer: Answer): void {
  switch (answer.kind) {
    case 'told': {
      const isFirst = state.phase === 'signed-out';
      if (token !== undefined) session.keep(token);
      show({ phase: 'shown', overview: answer.overview, question, receivedAt: Date.now() });
      if (isFirst) document.querySelector<HTMLElement>('h1')?.focus();
      return;
    }
    case 'refused':
      return leave('This is not the token of this collector. Check that all of it was copied.');
    case 'no-such-site': {
      const { site: _gone, ...rest } = question;
      question = rest;
      return refresh();
    }
    case 'failed':
      return stumble(answer.why);
  }
}

/** No answer: what was shown stays, marked as old. */
function stumble(why: string): void {
  switch (state.phase) {
    case 'signed-out':
      token = undefined;
      return show({ phase: 'signed-out', isChecking: false, why: `The collector did not answer: ${why}.` });
    case 'asking':
      return show({ phase: 'asking', why });
    case 'shown':
      return show({ ...state, trouble: { why } });
  }
}

function leave(why?: string): void {
  token = undefined;
  session.forget();
  show({ phase: 'signed-out', isChecking: false, ...(why === undefined ? {} : { why }) });
  document.querySelector<HTMLElement>('#token')?.focus();
}

function show(next: State): void {
  state = next;
  const { body } = document;
  moving(body, () => root && render(app(state, actions), root));
  document.title = state.phase === 'shown' ? `${state.overview.site} · Penchant collector` : 'Penchant collector';
}

// A device that lost or found its network knows at once.
for (const change of ['offline', 'online']) addEventListener(change, refresh);
show(state);
refresh();
