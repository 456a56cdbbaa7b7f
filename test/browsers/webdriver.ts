/** The W3C's name for the key under which a driver returns an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** No driver call may hang a test run. */
const CALL_LIMIT_MS = 30_000;

/** One WebDriver session: https://www.w3.org/TR/webdriver2/ in the few calls that specs need. */
export interface Session {
  goto(url: string): Promise<void>;
  /** Puts the following calls inside a frame, or back in the page. */
  enterFrame(css: string | null): Promise<void>;
  click(css: string): Promise<void>;
  wheel(at: { readonly x: number; readonly y: number }, deltaY: number): Promise<void>;
  press(key: string): Promise<void>;
  evaluate<T>(script: string): Promise<T>;
  /** Calls a function in the page, which sees its arguments and the page's globals only; what it promises is awaited. */
  ask<T, A extends unknown[]>(question: (...args: A) => T, args: A): Promise<Awaited<T>>;
  back(): Promise<void>;
  /** The handle of the tab that the calls are in. */
  tab(): Promise<string>;
  /** Opens a tab and says its handle. */
  newTab(): Promise<string>;
  /** Puts the following calls in a tab. */
  enterTab(handle: string): Promise<void>;
  /** Closes the tab that the calls are in. */
  closeTab(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  minimize(): Promise<void>;
  /** Leaves minimized state. */
  restore(): Promise<void>;
  end(): Promise<void>;
}

/** Starts a session with the driver that listens at this address; rejects when that takes too long. */
export async function startSession(driver: string, capabilities: object, limitMs: number): Promise<Session> {
  const wish = { capabilities: { alwaysMatch: capabilities } };
  const { sessionId } = await call<{ sessionId: string }>(driver, 'POST', '/session', wish, limitMs);
  const post = <T>(path: string, body: object = {}) => call<T>(driver, 'POST', `/session/${sessionId}${path}`, body);
  const find = (css: string) => post<Record<string, string>>('/element', { using: 'css selector', value: css });
  const act = async (source: object) => void (await post('/actions', { actions: [source] }));

  let turns = 0;

  return {
    goto: (url) => post('/url', { url }),
    enterFrame: async (css) => post('/frame', { id: css === null ? null : await find(css) }),
    click: async (css) => post(`/element/${(await find(css))[ELEMENT]}/click`),
    wheel: (at, deltaY) =>
      act({
        type: 'wheel',
        id: `wheel-${++turns}`, // WebKitGTK turns a wheel it knows by the difference to its last turn
        actions: [{ type: 'scroll', ...at, deltaX: 0, deltaY, duration: 0, origin: 'viewport' }],
      }),
    press: (value) =>
      act({
        type: 'key',
        id: 'keyboard',
        actions: [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ],
      }),
    evaluate: (script) => post('/execute/sync', { script: `return ${script}`, args: [] }),
    async ask(question, args) {
      const { failed, answer } = await post<{ failed?: string; answer: never }>('/execute/async', {
        script: `const [args, done] = arguments;
          (async () => (${String(question)})(...args))().then((answer) => done({ answer }), (failed) => done({ failed: String(failed) }));`,
        args: [args],
      });
      if (failed !== undefined) throw new Error(failed);
      return answer;
    },
    back: () => post('/back'),
    tab: () => call(driver, 'GET', `/session/${sessionId}/window`),
    newTab: async () => (await post<{ handle: string }>('/window/new', { type: 'tab' })).handle,
    enterTab: (handle) => post('/window', { handle }),
    closeTab: () => call(driver, 'DELETE', `/session/${sessionId}/window`),
    resize: (width, height) => post('/window/rect', { x: 0, y: 0, width, height }),
    minimize: () => post('/window/minimize'),
    restore: () => post('/window/rect', { x: 0, y: 0 }),
    end: () => call(driver, 'DELETE', `/session/${sessionId}`),
  };
}

/** Whether the driver listens yet. */
export function isReady(driver: string): Promise<boolean> {
  return call(driver, 'GET', '/status').then(
    () => true,
    () => false,
  );
}

async function call<T>(
  driver: string,
  method: string,
  path: string,
  body?: object,
  limitMs = CALL_LIMIT_MS,
): Promise<T> {
  const response = await fetch(driver + path, {
    method,
    signal: AbortSignal.timeout(limitMs),
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebDriver ${path}: ${value.error} ${value.message}`);
  return value;
}
