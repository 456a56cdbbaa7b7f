// A page that measures nothing.
globalThis.bench = { ready: Promise.resolve(), event: () => undefined, flush: () => undefined, hurry: () => undefined };
