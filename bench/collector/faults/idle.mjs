import { get } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Installed } from './installed.mjs';

/** Most time that others may have to wait: Node looks once a second for who says nothing for five. */
const PATIENCE_S = 15;

/** Connections that say nothing, more than it keeps. */
export async function idle({ store, connections }) {
  const collector = await Installed.start(store);
  const { port, hostname } = new URL(collector.url);
  const sockets = Array.from({ length: connections }, () => connect(Number(port), hostname).on('error', () => {}));
  await sleep(1_000);
  const since = performance.now();
  let answered = false;
  while (!answered && performance.now() - since < 60_000)
    answered = await new Promise((resolve) => {
      const request = get(`${collector.url}/health/live`, { agent: false, timeout: 1_000 }, (response) =>
        resolve(response.resume().statusCode === 200),
      );
      request.on('timeout', () => request.destroy()).on('error', () => resolve(false));
    }); // over a connection of its own, as a newcomer
  const seconds = (performance.now() - since) / 1_000;
  const memory = collector.memoryMiB.toFixed(0);
  for (const socket of sockets) socket.destroy();
  await collector.end();
  return {
    what: `${connections} idle connections`,
    holds: answered && seconds < PATIENCE_S,
    result: `${answered ? `answers others after ${seconds.toFixed(1)} s` : 'ANSWERS NOBODY'}; ${memory} MiB`,
  };
}
