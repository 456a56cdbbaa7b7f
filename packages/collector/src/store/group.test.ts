import { describe, expect, it } from 'vitest';
import { Group } from './group.js';
import { StoreBusy } from './store.js';

const done = (items: readonly number[]): PromiseSettledResult<string>[] =>
  items.map((item) => ({ status: 'fulfilled', value: `done ${item}` }));

describe('Group', () => {
  it('commits what arrives in one turn together, and answers each with its own result', async () => {
    const groups: (readonly number[])[] = [];
    const group = new Group<number, string>(
      async (items) => {
        groups.push(items);
        return done(items);
      },
      { maxWaiting: 10, maxTogether: 3 },
    );
    expect(await Promise.all([1, 2, 3, 4].map((item) => group.add(item)))).toEqual([
      'done 1',
      'done 2',
      'done 3',
      'done 4',
    ]);
    expect(groups).toEqual([[1, 2, 3], [4]]);
  });

  it('lets what arrives during a commit wait for the next one, up to its bound', async () => {
    const commits: (() => void)[] = [];
    const group = new Group<number, string>(
      (items) => new Promise((resolve) => commits.push(() => resolve(done(items)))),
      { maxWaiting: 2, maxTogether: 10 },
    );
    const first = group.add(1);
    await expect.poll(() => commits.length).toBe(1);
    const later = [group.add(2), group.add(3)];
    await expect(group.add(4)).rejects.toBeInstanceOf(StoreBusy);
    commits[0]?.();
    expect(await first).toBe('done 1');
    await expect.poll(() => commits.length).toBe(2);
    commits[1]?.();
    expect(await Promise.all(later)).toEqual(['done 2', 'done 3']);
  });

  it('rejects each of a group whose commit failed, and goes on with the next', async () => {
    let failing = true;
    const group = new Group<number, string>(
      async (items) => {
        if (failing) throw new Error('disk full');
        return done(items);
      },
      { maxWaiting: 10, maxTogether: 10 },
    );
    const results = await Promise.allSettled([group.add(1), group.add(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    failing = false;
    expect(await group.add(3)).toBe('done 3');
  });
});
