import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defaultPolicy } from '@penchant/core';
import { acquainted } from './visitor.mjs';

/** Enough that what the collector of garbage leaves for later, up to 0.3 MiB at a time, is nothing beside them. */
const PROFILES = 20;

const here = fileURLToPath(import.meta.url);

/** What a profile that knows 10,000 features holds on the heap, in bytes: in a process of its own, that can collect garbage when asked. */
export function bytesOfProfile(featuresOfAnItem) {
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', here, String(featuresOfAnItem)], {
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return Number(stdout);
}

function heap() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

if (process.argv[1] === here) {
  acquainted(defaultPolicy, Number(process.argv[2])); // compiles what is needed
  const before = heap();
  const profiles = Array.from({ length: PROFILES }, () => acquainted(defaultPolicy, Number(process.argv[2])));
  console.log(Math.round((heap() - before) / profiles.length));
}
