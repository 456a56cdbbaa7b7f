// One case in a process and a thread of its own, as the collector estimates: what the thread takes, and the process at its most.
// `node --expose-gc bench/estimate/case.mjs <lists|pairs> <items> <most MiB of the thread> [views|nearest]`
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { estimate } from '@penchant/core/estimate';
import { listSums, pairSums } from './sums.mjs';

const MIN_CONTRIBUTIONS = 20; // as a collector is set up

if (isMainThread) {
  const [kind, items, limitMib, fill] = process.argv.slice(2);
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { kind, items: Number(items), fill: fill === undefined ? undefined : Number(fill) },
    resourceLimits: { maxOldGenerationSizeMb: Number(limitMib) },
  });
  worker.once('message', (told) => {
    console.log(JSON.stringify({ ...told, peakMib: process.resourceUsage().maxRSS / 1_024 }));
  });
  worker.once('error', ({ code }) => console.log(JSON.stringify({ code })));
} else {
  const { kind, items, fill } = workerData;
  estimate('warm', listSums(1_000, 10), MIN_CONTRIBUTIONS);
  const sums = kind === 'lists' ? listSums(items, fill) : pairSums(items, fill);
  globalThis.gc();
  const sumsMib = process.memoryUsage.rss() / 2 ** 20;
  const start = process.cpuUsage();
  const model = estimate('daily', sums, MIN_CONTRIBUTIONS);
  const { user, system } = process.cpuUsage(start);
  const [curve] = model.lists;
  const outcome = kind === 'pairs' ? (model.neighbours?.length ?? 0) : (curve?.fallback ?? 'estimated');
  parentPort.postMessage({
    cells: sums.lists.length + sums.pairs.length,
    sumsMib,
    cpuSeconds: (user + system) / 1e6,
    outcome,
  });
}
