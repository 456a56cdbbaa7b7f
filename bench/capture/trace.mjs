const US = 1_000;
const SCRIPT = ['EvaluateScript', 'v8.compile', 'v8.compileModule', 'v8.evaluateModule'];

/** What a window of the page is to tell of itself. Each category costs the page something, so only what is asked is traced. */
const CATEGORIES = {
  tasks: ['disabled-by-default-devtools.timeline'],
  frames: ['disabled-by-default-devtools.timeline', 'devtools.timeline'],
  script: ['devtools.timeline', 'v8'],
};

/**
 * Traces a page while `work` is done, and tells of its main thread; times are CPU times of that thread, in ms.
 * @param {'tasks' | 'frames' | 'script'} what
 */
export async function traced(page, what, work) {
  await page.tracing.start({ categories: ['-*', 'blink.user_timing', ...CATEGORIES[what]] });
  await work();
  await page.evaluate(() => performance.mark('bench'));
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const { pid, tid } = traceEvents.find(({ name }) => name === 'bench');
  const events = traceEvents.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X');
  const tasks = events.filter(({ name }) => name === 'RunTask').map(({ ts, tdur = 0 }) => ({ ts, ms: tdur / US }));
  return {
    /** Everything the thread did. */
    taskMs: tasks.reduce((sum, { ms }) => sum + ms, 0),
    longestMs: Math.max(0, ...tasks.map(({ ms }) => ms)),
    /** What the thread did from each animation frame to the next. */
    frameMs: () => {
      const starts = events.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts);
      const within = (from, to) => tasks.filter(({ ts }) => ts >= from && ts < to).reduce((sum, { ms }) => sum + ms, 0);
      return starts
        .toSorted((a, b) => a - b)
        .flatMap((from, i, all) => (i + 1 < all.length ? within(from, all[i + 1]) : []));
    },
    /** Compiling and running scripts until they return. */
    scriptMs: (paths) => {
      const own = events.filter(({ name, args }) => {
        const url = args.fileName ?? args.data?.url;
        return SCRIPT.includes(name) && URL.canParse(url) && paths.includes(new URL(url).pathname);
      });
      const inside = (a, b) => a !== b && a.ts >= b.ts && a.ts + a.dur <= b.ts + b.dur;
      const outermost = own.filter((event) => !own.some((other) => inside(event, other)));
      return outermost.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / US;
    },
  };
}
