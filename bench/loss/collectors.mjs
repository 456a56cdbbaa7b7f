import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { createCollector, sqliteStore } from '@penchant/collector';
import { indexesIn } from '../peers/event.mjs';

/** Our own collector, for real: an SQLite file and a port of its own. Events are its sums. */
export async function ourCollector(file, origin) {
  const store = sqliteStore(file);
  const collector = createCollector({ store, sites: { bench: [origin] } });
  const at = await collector.listen({ port: 0 });
  return {
    commit: (sent) => passOn(at, sent),
    async tally() {
      const { reactions } = await store.sums('bench');
      return new Map(reactions.flatMap(({ item, likes }) => indexesIn(item).map((index) => [index, likes])));
    },
    close: () => collector.close(),
  };
}

/** Sends a request on as it came, and gives the answer. */
function passOn(at, { method, url, headers, body }) {
  return new Promise((resolve, reject) => {
    const onward = request(new URL(url, at), { method, headers: { ...headers, host: new URL(at).host } }, (answer) => {
      const {
        statusCode: status,
        headers: { 'content-type': type = 'text/plain' },
      } = answer;
      text(answer).then((said) => resolve({ status, headers: { 'content-type': type }, body: said }), reject);
    });
    onward.on('error', reject).end(body);
  });
}
