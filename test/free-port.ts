import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems give away themselves (Linux: from 32,768): a port is still free when its server starts, later. */
const FIRST = 10_000;
const LAST = 29_999;

/** A port on this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1));
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
