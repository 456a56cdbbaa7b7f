import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Books } from './books.mjs';
import { Installed, SENDERS } from './installed.mjs';

const run = promisify(execFile);

/** Restarts the database under load, with a command of the person who started it. */
export async function restarts({ store, command, times }) {
  const collector = await Installed.start(store);
  const books = new Books();
  const end = new AbortController();
  const statuses = new Map();
  const send = async () => {
    while (!end.signal.aborted) {
      const status = await books.send(collector);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status !== 'added') await sleep(100);
    }
  };
  const senders = Array.from({ length: SENDERS }, send);
  for (let restart = 0; restart < times; restart++) {
    await sleep(2_000);
    await run('sh', ['-c', command]);
  }
  await sleep(2_000);
  end.abort();
  await Promise.all(senders);
  const { holds, result } = await books.close(collector);
  const { isRunning } = collector;
  await collector.end();
  const said = [...statuses].map(([status, many]) => `${many} × ${status}`).join(', ');
  return { what: `database restarted × ${times}`, holds: holds && isRunning, result: `${said}; ${result}` };
}
