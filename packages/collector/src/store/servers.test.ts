import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Servers, serversOf, type Obstacle } from './servers.js';

describe('serversOf', () => {
  it.each([
    ['postgres://u:p@one:1,two:2/db?a=b,c', ['postgres://u:p@one:1/db?a=b,c', 'postgres://u:p@two:2/db?a=b,c']],
    ['postgres://one/db', ['postgres://one/db']],
    ['clickhouse://[::1]:8123,two', ['clickhouse://[::1]:8123', 'clickhouse://two']],
  ])('reads %s', (address, servers) => {
    expect(serversOf(address)).toEqual(servers);
  });
});

describe('Servers', () => {
  const obstacleOf = (error: unknown): Obstacle => (error as { obstacle: Obstacle }).obstacle;
  const failing = (obstacle: Obstacle): Error => Object.assign(new Error(obstacle), { obstacle });

  it('goes to the next server when one is away, and stays there', async () => {
    const servers = new Servers(['one', 'two'], obstacleOf);
    const asked: string[] = [];
    const work = async (server: string): Promise<string> => {
      asked.push(server);
      if (server === 'one') throw failing('away');
      return server;
    };
    expect([await servers.work(work), await servers.work(work)]).toEqual(['two', 'two']);
    expect(asked).toEqual(['one', 'two', 'two']);
  });

  it('tries again where others were in the way', async () => {
    const servers = new Servers(['one', 'two'], obstacleOf);
    let left = 2;
    const work = async (server: string): Promise<string> => {
      if (left-- > 0) throw failing('others');
      return server;
    };
    expect(await servers.work(work)).toBe('one');
  });

  it('tries again what failed late, and gives up only when it keeps failing', async () => {
    let nowMs = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    onTestFinished(() => clock.mockRestore());
    const servers = new Servers(['one'], obstacleOf);
    let tries = 0;
    const work = async (): Promise<string> => {
      nowMs += tries++ === 0 ? 60_000 : 5_000;
      if (tries < 3) throw failing('away');
      return 'done';
    };
    expect(await servers.work(work)).toBe('done');
    const failed = servers.work(async () => {
      nowMs += 5_000;
      throw failing('away');
    });
    await expect(failed).rejects.toThrow('away');
  });

  it('does not repeat what would only fail again', async () => {
    let tries = 0;
    const work = async (): Promise<never> => {
      tries++;
      throw failing('wrong');
    };
    await expect(new Servers(['one'], obstacleOf).work(work)).rejects.toThrow('wrong');
    expect(tries).toBe(1);
  });
});
