import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Installed } from './installed.mjs';

/** Limits of 5 s for headers and 15 s for a request, which Node looks after once a second. */
const CUT_WITHIN_S = { headers: 9, body: 19 };

const REQUEST = 'POST /v1/contributions HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n';
const SLOW = {
  headers: { first: REQUEST, more: 'x-a: b\r\n' },
  body: { first: `${REQUEST}Content-Length: 60000\r\n\r\n`, more: ' ' },
};

/** Senders that never come to an end: some in their headers, some in their body, a little every half second. */
export async function slow({ store, connections }) {
  const collector = await Installed.start(store);
  const { port, hostname } = new URL(collector.url);
  const cut = { headers: [], body: [] };
  const sendSlowly = (where) =>
    new Promise((resolve) => {
      let timer;
      let since = Infinity;
      const socket = connect(Number(port), hostname, () => {
        since = performance.now();
        socket.write(SLOW[where].first);
        timer = setInterval(() => socket.write(SLOW[where].more), 500);
      });
      socket
        .resume()
        .on('error', () => {})
        .on('close', () => {
          clearInterval(timer);
          cut[where].push((performance.now() - since) / 1_000);
          resolve();
        });
    });
  const all = Object.keys(SLOW).flatMap((where) =>
    Array.from({ length: Math.floor(connections / 2) }, () => sendSlowly(where)),
  );
  const end = new AbortController();
  const waits = [];
  const honest = (async () => {
    for (let id = 0; !end.signal.aborted; id++) {
      const since = performance.now();
      if ((await collector.add(id)) === 'lost') waits.push(Infinity);
      waits.push(performance.now() - since);
      await sleep(50);
    }
  })();
  await Promise.race([Promise.all(all), sleep(40_000)]);
  end.abort();
  await honest;
  const { isRunning } = collector;
  await collector.end('SIGKILL');
  const last = Object.fromEntries(Object.entries(cut).map(([where, seconds]) => [where, Math.max(...seconds)]));
  const isCut = Object.entries(CUT_WITHIN_S).every(
    ([where, within]) => cut[where].length === Math.floor(connections / 2) && last[where] < within,
  );
  return {
    what: `${connections} senders that never end`,
    holds: isRunning && isCut && Math.max(...waits) < 2_000,
    result: `cut after ${last.headers?.toFixed(1)} s in headers, ${last.body?.toFixed(1)} s in bodies; ${waits.length} others answered meanwhile, the last of them after ${Math.max(...waits).toFixed(0)} ms`,
  };
}
