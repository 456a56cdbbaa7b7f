import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { createCollector, sqliteStore } from '@penchant/collector';

/** How often each event was counted, by its index. @typedef {Map<number, number>} Tally */

/** Our own collector, for real: an SQLite file and a port of its own. Events are its sums. */
export async function ourCollector(file, origin) {
  const store = sqliteStore(file);
  const collector = createCollector({ store, sites: { bench: [origin] } });
  const at = await collector.listen({ port: 0 });
  return {
    commit: (sent) => passOn(at, sent),
    async tally() {
      const { reactions } = await store.sums('bench');
      return new Map(reactions.map(({ item, likes }) => [Number(item.slice('item-'.length)), likes]));
    },
    close: () => collector.close(),
  };
}

/** A collector that takes everything, for any peer: it counts the events it finds by the index in them. */
export function standIn() {
  const tally = new Map();
  return {
    async commit({ body }) {
      for (const [, index] of readable(body).matchAll(/idx_(\d+)_/g))
        tally.set(Number(index), (tally.get(Number(index)) ?? 0) + 1);
      return { status: 200, headers: { 'content-type': 'application/json' }, body: ACCEPTED };
    },
    tally: async () => new Map(tally),
    close: async () => undefined,
  };
}

/** What each of the peers takes for a yes. */
const ACCEPTED = JSON.stringify({ code: 200, status: 1, success: true });

/** A body's text: some peers compress it, some encode it for a form. */
function readable(body) {
  const plain = body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body;
  const [, form] = /^data=([^&]*)/.exec(plain.toString()) ?? [];
  return form === undefined ? plain.toString() : Buffer.from(decodeURIComponent(form), 'base64').toString();
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
