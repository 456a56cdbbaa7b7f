import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defaultPolicy } from '@penchant/core';
import { median } from '../median.mjs';
import { acquainted } from './visitor.mjs';

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
  const profiles = [];
  const grown = Array.from({ length: 9 }, () => {
    const before = heap();
    profiles.push(acquainted(defaultPolicy, Number(process.argv[2])));
    return heap() - before;
  });
  console.log(median(grown));
}
