import { Installed, byMany } from './installed.mjs';
import { malformed } from './malformed.mjs';

/** Memory that a collector may need for a while and give back. */
const ROOM_MIB = 64;

/** Bodies that are no contributions. */
export async function lies({ store, times }) {
  const collector = await Installed.start(store);
  const before = (await collector.sums()).join();
  let unanswered = 0;
  /** Told again when the connection was closed in the middle, as a starved machine's timeouts do: each gets an answer. */
  const tell = async (n) => {
    const body = malformed(n);
    while (collector.isRunning)
      try {
        const response = await collector.post(body);
        await response.arrayBuffer();
        return response.status;
      } catch {
        unanswered++;
      }
    return 'DIED';
  };
  await byMany(Math.min(times / 10, 5_000), tell); // until it is warm
  const warmMiB = collector.memoryMiB;
  const statuses = new Map();
  await byMany(times, async (n) => {
    const status = await tell(n);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  });
  const isRefused = [...statuses.keys()].every((status) => status >= 400 && status < 500);
  const isSame = (await collector.sums()).join() === before;
  const endMiB = collector.memoryMiB;
  await collector.end();
  const answers = [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, many]) => `${many} × ${status}`)
    .join(', ');
  return {
    what: `${times} malformed bodies`,
    holds: isRefused && isSame && endMiB < warmMiB + ROOM_MIB,
    result: `${answers}; ${unanswered} told again; ${isSame ? 'nothing stored' : 'SOMETHING STORED'}; ${warmMiB.toFixed(0)} → ${endMiB.toFixed(0)} MiB`,
  };
}
