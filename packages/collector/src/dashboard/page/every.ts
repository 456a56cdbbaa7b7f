/**
 * Runs a task again and again, this long after it last ended, while the page can be seen: at once when it is back.
 * Gives a way to run it now.
 */
export function every(ms: number, task: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0; // the task that was asked for last is the one that goes on
  const run = (): void => {
    clearTimeout(timer);
    const mine = ++turn;
    void task().finally(() => {
      if (mine === turn && !document.hidden) timer = setTimeout(run, ms);
    });
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : run()));
  return run;
}
