import { connect } from 'node:net';

/**
 * Sends bodies over some connections, each as soon as the one before it was answered. Sockets and bytes only: a full HTTP
 * client would need more of the machine than the servers that are measured.
 */
export async function press({ port, body, connections, seconds, method = 'POST', path = '/v1/contributions' }) {
  const waits = [];
  let refused = 0;
  const start = performance.now();
  const until = start + seconds * 1_000;
  const one = () =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1').setNoDelay(true).on('error', reject).on('close', resolve);
      let sentAt = 0;
      let answer = '';
      const send = () => {
        if (performance.now() > until) return void socket.end();
        const text = body();
        const head = `${method} ${path} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip, deflate, br\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n`;
        sentAt = performance.now();
        socket.write(head + text);
      };
      socket.on('connect', send).on('data', (data) => {
        answer += data.toString('latin1');
        const end = answer.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? 0);
        if (answer.length < end + 4 + length) return;
        waits.push(performance.now() - sentAt);
        if (!answer.startsWith('HTTP/1.1 20')) refused++;
        answer = '';
        send();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  const elapsed = (performance.now() - start) / 1_000;
  waits.sort((a, b) => a - b);
  const at = (share) => waits[Math.floor(waits.length * share)] ?? NaN;
  return { perSecond: (waits.length - refused) / elapsed, p50: at(0.5), p99: at(0.99), refused };
}
