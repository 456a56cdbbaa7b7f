import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What is compared: the name in the table, the page's end of it, and its package when it is not ours. */
const TRACKERS = [
  { name: 'Penchant', page: 'penchant' },
  { name: 'Snowplow', page: 'snowplow', package: '@snowplow/browser-tracker' },
  { name: 'Amplitude', page: 'amplitude', package: '@amplitude/analytics-browser' },
  { name: 'Segment', page: 'segment', package: '@segment/analytics-next' },
  { name: 'PostHog', page: 'posthog', package: 'posthog-js' },
  { name: 'Plausible', page: 'plausible', package: '@plausible-analytics/tracker' },
];

/** Every tracker with the script that its page runs, or with why it cannot be run. */
export const loadTrackers = () => Promise.all(TRACKERS.map(load));

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
    return { ...tracker, ours: !tracker.package, version: await versionOf(tracker), script: outputFiles[0].text };
  } catch (error) {
    return { ...tracker, notRun: String(error.message).split('\n')[0] };
  }
}

async function versionOf(tracker) {
  const folder = tracker.package ? `node_modules/${tracker.package}` : '../../packages/browser';
  const manifest = new URL(`${folder}/package.json`, import.meta.url);
  return JSON.parse(await readFile(manifest, 'utf8')).version;
}
