import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contribution } from '@penchant/core';
import { afterEach, describe, expect, it } from 'vitest';
import { deliver } from './deliver.js';

const contribution = (id: number): Contribution => ({
  version: 1,
  id: id.toString(16).padStart(32, '0'),
  site: 'daily',
  epoch: 2_900,
  family: 'list',
  list: 'bts',
  cells: [{ item: 'a', position: 1, bucket: 0, impressions: 1, clicks: 0 }],
});
const five = [1, 2, 3, 4, 5].map(contribution);
const accepted = '{"status":"added"}';

let server: Server | undefined;
afterEach(() => server?.close());

async function serving(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

describe('deliver', () => {
  it.each([
    [503, '7', 7_000],
    [429, '0', 0],
    [503, undefined, 1_000],
    [503, 'soon', 1_000],
    [429, 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ])('sends the same bytes again after %i with Retry-After %s', async (status, retryAfter, ms) => {
    const bodies: string[] = [];
    const collector = await serving((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        bodies.push(`${request.headers['content-type']} ${body}`);
        if (bodies.length > 1) return response.writeHead(202).end(accepted);
        return response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end();
      });
    });
    const waits: number[] = [];
    const delivered = await deliver([contribution(1)], { collector, wait: async (wait) => waits.push(wait) });
    expect(delivered).toEqual({ requests: 1, added: 1, duplicates: 0, retries: 1 });
    expect(waits).toEqual([ms]);
    expect(bodies).toEqual(Array(2).fill(`text/plain ${JSON.stringify(contribution(1))}`));
  });

  it('gives up on a collector that stays busy', async () => {
    const collector = await serving((_, response) => response.writeHead(503, { 'retry-after': '1' }).end('full'));
    await expect(deliver(five, { collector, wait: async () => {} })).rejects.toThrow('answered 503: full');
  });

  it('stops every sender at the first refusal, with the reason on one line', async () => {
    const asked: ServerResponse[] = [];
    const refusal = { error: 'invalid', path: '/epoch', reason: 'must be\n1 to 2' };
    const collector = await serving((_, response) => {
      asked.push(response);
      if (asked.length === 2) asked[0]?.writeHead(400).end(JSON.stringify(refusal)); // while both wait
    });
    await expect(deliver(five, { collector, concurrency: 2 })).rejects.toThrow(
      '[penchant] the collector answered 400: invalid /epoch must be 1 to 2',
    );
    asked[1]?.writeHead(202).end(accepted);
    await sleep(50);
    expect(asked).toHaveLength(2);
  });

  it('keeps no more requests under way than it may', async () => {
    let underWay = 0;
    let most = 0;
    const collector = await serving((_, response) => {
      most = Math.max(most, ++underWay);
      setTimeout(() => {
        underWay--;
        response.writeHead(202).end(accepted);
      }, 5);
    });
    await deliver(five, { collector, concurrency: 2 });
    expect(most).toBe(2);
  });

  it('is not fooled by something that accepts, and is no collector', async () => {
    const collector = await serving((_, response) => response.writeHead(202).end('<html>'));
    await expect(deliver(five, { collector })).rejects.toThrow('is not a collector');
  });

  it('says where nothing answers', async () => {
    const collector = await serving(() => {});
    await new Promise((resolve) => server?.close(resolve));
    await expect(deliver(five, { collector })).rejects.toThrow(`no collector answers at ${collector} (ECONNREFUSED)`);
  });
});
