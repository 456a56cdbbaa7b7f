import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Installed, byMany } from './installed.mjs';

/** What all of them would come to, if only one at a time were inflated, is more than this. */
const ROOM_MIB = 64;

const LARGE = Buffer.alloc(60 * 1_048_576, ' ');
const BOMBS = {
  gzip: gzipSync(LARGE, { level: 9 }),
  br: brotliCompressSync(LARGE, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

/** Small bodies that would be 60 MiB. */
export async function bombs({ store, times }) {
  const collector = await Installed.start(store);
  const throwOne = async (n) => {
    const encoding = n % 2 ? 'gzip' : 'br';
    const response = await collector.post(BOMBS[encoding], {
      'content-encoding': encoding,
      'content-type': 'text/plain',
    });
    await response.arrayBuffer();
    return response.status;
  };
  await byMany(64, throwOne); // until it is warm
  const warmMiB = collector.memoryMiB;
  let most = 0;
  const statuses = new Map();
  await byMany(times, async (n) => {
    const status = await throwOne(n);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    most = Math.max(most, collector.memoryMiB);
  });
  await collector.end();
  return {
    what: `${times} bombs of 60 MiB, gzip and Brotli`,
    holds: [...statuses.keys()].join() === '413' && most < warmMiB + ROOM_MIB,
    result: `${[...statuses].map(([status, many]) => `${many} × ${status}`).join(', ')}; ${warmMiB.toFixed(0)} MiB, at most ${most.toFixed(0)}`,
  };
}
