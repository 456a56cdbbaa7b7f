import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { clickhouseStore, sqliteStore } from '@penchant/collector';
import { storeContract } from '@penchant/collector/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSame, nth } from '../load.js';
import { newFolder } from '../processes.js';

const folder = newFolder('penchant-modern-');
let server: ChildProcess;
let origin: string;
let databases = 0;

beforeAll(async () => {
  server = fork(fileURLToPath(new URL('serve.js', import.meta.url)), [folder]);
  const [port] = (await once(server, 'message')) as [number];
  origin = `127.0.0.1:${port}`;
});
afterAll(async () => {
  server.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const newAddress = (): string => `clickhouse://${origin}/modern${++databases}`;

describe('clickhouse store in a modern ClickHouse', () => {
  storeContract(
    it,
    async () => {
      const address = newAddress();
      return () => clickhouseStore(address);
    },
    { transactions: false },
  );

  it('is of this decade', async () => {
    const version = await (
      await fetch(`http://${origin}/?query=SELECT%20version()%20FORMAT%20TSV`, { method: 'POST' })
    ).text();
    expect(Number.parseInt(version)).toBeGreaterThanOrEqual(25);
  });

  it('comes to the same sums as SQLite, though every insert is repeated and parts are merged meanwhile', async () => {
    const store = await clickhouseStore(newAddress());
    const truth = sqliteStore(':memory:');
    const ids = Array.from({ length: 600 }, (_, id) => id);
    await Promise.all(ids.map((id) => truth.add(nth(id))));
    for (let time = 0; time < 2; time++) {
      for (let start = 0; start < ids.length; start += 100)
        await Promise.all(
          ids
            .slice(start, start + 100)
            .reverse()
            .map((id) => store.add(nth(id))),
        );
      const query = `OPTIMIZE TABLE modern${databases}.contributions`;
      expect((await fetch(`http://${origin}/`, { method: 'POST', body: query })).status).toBe(200);
    }
    await expectSame(store, truth);
    await Promise.all([store.close(), truth.close()]);
  });
});
