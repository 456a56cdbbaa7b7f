#!/usr/bin/env node
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { hashToken, keptToken } from './admin-token.js';
import { isCommand, runCommand } from './commands.js';
import { readConfig, type Config } from './config.js';
import { createCollector, type Collector } from './server.js';
import { ANY_ORIGIN } from './sites.js';
import { openStore, shownAddress } from './store/open.js';
import type { Store } from './store/store.js';
import { version } from './version.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

process.stdout.on('error', () => {}); // who read it may be gone: that is no reason to stop collecting

try {
  const argv = process.argv.slice(2);
  await (isCommand(argv) ? runCommand(argv, say) : run(readConfig(argv)));
} catch (error) {
  if (!(error instanceof CommanderError && error.exitCode === 0)) fail(error); // 0: --help or --version
}

async function run(config: Config): Promise<void> {
  const store = await openStore(config.store);
  try {
    const collector = await collectorOver(store, config);
    const url = await collector.listen(config);
    announce(url, collector, config);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void collector.close().catch(fail)); // a second one ends it at once
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function collectorOver(store: Store, config: Config): Promise<Collector> {
  const {
    publishSeconds,
    publishMib,
    minContributions,
    openEpochs,
    adminToken,
    limitPerAddress,
    limitPerSite,
    proxies,
  } = config;
  const script = config.script ?? findScript();
  return createCollector({
    store,
    storeAddress: config.store,
    sites: config.sites,
    publishSeconds,
    publishMib,
    minContributions,
    openEpochs,
    proxies,
    ...(config.retainWeeks !== undefined &&
      config.archive !== undefined && { retention: { weeks: config.retainWeeks, archive: config.archive } }),
    limits: { perAddress: limitPerAddress, perSite: limitPerSite },
    adminTokenHash: adminToken === undefined ? await introduceToken(store) : hashToken(adminToken),
    ...(script === undefined ? {} : { script }),
    // Failures only, and of a request no more than this: no address is written down.
    logger: { level: config.log, stream: process.stderr, serializers: { req: ({ method, url }) => ({ method, url }) } },
  });
}

/** Said as soon as it is made, before anything can fail: no later start can say it. */
async function introduceToken(store: Store): Promise<string> {
  const { hash, generated } = await keptToken(store);
  if (generated) say(`admin token, shown this once (the store keeps only its hash): ${generated}`);
  return hash;
}

/** The script of @penchant/browser, installed beside this package or in the folder it was started in. */
function findScript(): string | undefined {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')])
    try {
      return createRequire(from).resolve('@penchant/browser/penchant.js');
    } catch {
      // not installed there, or not built: the collector works without it
    }
  return undefined;
}

function announce(url: string, { script }: Collector, { sites, store }: Config): void {
  say(`penchant-collector ${version} listens on ${url}, store ${shownAddress(store)}`);
  for (const [site, origins] of Object.entries(sites)) {
    say(`site ${site}: ${origins.join(', ')}`);
    if (origins.includes(ANY_ORIGIN))
      say(`warning: any page may send contributions of ${site} (--origin *); for development only`);
  }
  say(
    script === undefined
      ? 'script: none; install @penchant/browser, or name the file with --script'
      : `script ${url}/penchant.js\nnever changes: src="${url}${script.path}" integrity="${script.integrity}" crossorigin`,
  );
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const mend = isTaken ? '; stop what listens there, or choose another --port' : '';
  process.stderr.write(
    `penchant-collector: ${message.replace(/^(\[penchant\]|error:) /, '').replaceAll('\n', ' ')}${mend}\n`,
  );
  process.exitCode = 1;
}
