import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What is compared: the name in the tables, the page's end of it, and its package when it is somebody else's. */
const TRACKERS = [
  { name: 'Penchant', page: 'penchant', ours: true },
  { name: 'Snowplow', page: 'snowplow', package: '@snowplow/browser-tracker' },
  { name: 'Amplitude', page: 'amplitude', package: '@amplitude/analytics-browser' },
  { name: 'Segment', page: 'segment', package: '@segment/analytics-next' },
  { name: 'PostHog', page: 'posthog', package: 'posthog-js' },
  { name: 'Plausible', page: 'plausible', package: '@plausible-analytics/tracker' },
  { name: 'page alone', page: 'nothing' },
  { name: 'IntersectionObserver', page: 'observer' },
];

/** Trackers by their names, each with the script that its page runs, or with why it cannot be run. */
export const loadTrackers = (names) =>
  Promise.all(names.map((name) => load(TRACKERS.find((tracker) => tracker.name === name))));

async function load(tracker) {
  try {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`pages/${tracker.page}.js`, import.meta.url))],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      target: 'es2020',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'silent',
    });
    return { ...tracker, version: await versionOf(tracker), script: outputFiles[0].text };
  } catch (error) {
    return { ...tracker, notRun: String(error.message).split('\n')[0] };
  }
}

async function versionOf(tracker) {
  if (!tracker.package && !tracker.ours) return undefined;
  const folder = tracker.ours ? '../../packages/browser' : `node_modules/${tracker.package}`;
  const manifest = new URL(`${folder}/package.json`, import.meta.url);
  return JSON.parse(await readFile(manifest, 'utf8')).version;
}
