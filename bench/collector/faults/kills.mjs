import { Books } from './books.mjs';
import { Installed, SENDERS } from './installed.mjs';

/** Kills it again and again under load, then sends everything once more. */
export async function kills({ store, times }) {
  const books = new Books();
  for (let kill = 0; kill < times; kill++) {
    const collector = await Installed.start(store);
    const until = books.acknowledged.size + 200 + Math.floor(Math.random() * 800);
    const send = async () => {
      while (collector.isRunning) {
        await books.send(collector);
        if (books.acknowledged.size >= until) collector.child.kill('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, send));
    await collector.end('SIGKILL');
  }
  const collector = await Installed.start(store);
  const closed = await books.close(collector);
  await collector.end();
  return { what: `kill −9 × ${times}`, ...closed };
}
