import { markdownTable } from '../markdown.mjs';
import { median } from '../median.mjs';

/** The measured runs as a Markdown table: medians, and the worst where it is worse. */
export function tableOf(scenarios, trackers, runs) {
  const of = (scenario, tracker) =>
    runs.filter((run) => run.scenario === scenario.name && run.tracker === tracker.name);
  const rows = scenarios.map((scenario) => [
    scenario.name,
    ...trackers.map((tracker) => (tracker.notRun ? 'not run' : cell(of(scenario, tracker)))),
  ]);
  const head = [
    'events lost of 100 (counted twice)',
    ...trackers.map(({ name, version }) => `${name} ${version ?? ''}`),
  ];
  return markdownTable([head, ...rows]);
}

/** How often the cells of each tracker were measured: the same for all, or from the fewest to the most. */
export function repetitions(runs) {
  const trackers = [...new Set(runs.map(({ tracker }) => tracker))];
  const said = trackers.map((name) => {
    const times = new Map();
    for (const { tracker, scenario } of runs) if (tracker === name) times.set(scenario, (times.get(scenario) ?? 0) + 1);
    const [fewest, most] = [Math.min(...times.values()), Math.max(...times.values())];
    return `${name} ${fewest === most ? most : `${fewest} to ${most}`}`;
  });
  return `Repetitions: ${said.join(', ')}`;
}

function cell(runs) {
  const done = runs.filter(({ failed }) => failed === undefined);
  const failed = done.length < runs.length ? [`${runs.length - done.length} failed`] : [];
  if (done.length === 0) return failed.join('');
  const [lost, twice] = [done.map((run) => run.lost), done.map((run) => run.twice)];
  const usual = `${median(lost)} (${median(twice)})`;
  const worst = `${Math.max(...lost)} (${Math.max(...twice)})`;
  return [usual, ...(usual === worst ? [] : [`worst ${worst}`]), ...killed(done), ...failed].join(', ');
}

/** When the kills came in truth, in milliseconds from the last event. */
function killed(runs) {
  const after = runs.flatMap(({ killedAfterMs }) => killedAfterMs ?? []);
  return after.length > 0 ? [`at ${Math.round(median(after)).toLocaleString('en')} ms`] : [];
}
