import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli.js';

async function told(...argv: readonly string[]): Promise<{ text: string; exitCode: number; problem?: string }> {
  const lines: string[] = [];
  const ended = await run(['simulate', ...argv], { say: (line) => void lines.push(line) });
  return { text: lines.join('\n'), ...ended };
}

describe('penchant-lab simulate', () => {
  it('prints the same figures for the same seeds, beside what there was to reach', async () => {
    const args = ['figures', '--worlds', 'plain', '--seeds', '2', '--lists', '2000'];
    const first = await told(...args);
    expect(first.exitCode).toBe(0);
    expect(first.text).toMatch(/plain +θ error +fixed effects, items +0\.\d{3} +± 0\.\d{3} +0\.017 +missed/);
    expect((await told(...args)).text).toBe(first.text);
  }, 20_000);

  it('says how often the alarm is raised', async () => {
    const { text } = await told('alarm', '--worlds', 'plain,trust', '--seeds', '1', '--lists', '20000');
    expect(text).toMatch(/plain +position +0 of 1 +0\.0 %/);
    expect(text).toMatch(/trust +trust +1 of 1 +100\.0 %/);
  }, 20_000);

  it('draws figures and alarms as pages, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'penchant-lab-'));
    for (const what of ['figures', 'alarm']) {
      const file = join(folder, `${what}.html`);
      await told(what, '--worlds', 'plain', '--seeds', '2', '--lists', '500', '--html', file);
      const page = await readFile(file, 'utf8');
      expect(page).toContain(`penchant-lab simulate ${what} --worlds plain --seeds 2 --lists 500`);
      expect(page).toContain('<svg');
    }
    await rm(folder, { recursive: true });
  }, 20_000);

  it('tells how far it is', async () => {
    const steps: string[] = [];
    const onProgress = (done: number, of?: number): void => void steps.push(`${done}/${of}`);
    await run(['simulate', 'figures', '--worlds', 'plain,weak', '--seeds', '2', '--lists', '200'], {
      say: () => {},
      onProgress,
    });
    expect(steps).toEqual(['1/4', '2/4', '3/4', '4/4']);
  }, 20_000);

  it('runs epochs one after the other', async () => {
    const { text } = await told('loop', '--worlds', 'plain', '--seeds', '1', '--lists', '500', '--epochs', '2');
    expect(text.match(/^plain +quality +[12] /gm)).toHaveLength(2);
    expect(text.match(/^plain +quality, 10 % by chance +[12] /gm)).toHaveLength(2);
  }, 20_000);

  it('shows that a score by quantiles does not go by the length of what is played, and a completion rate does', async () => {
    const { text } = await told('plays', '--seeds', '3', '--devices', '1000');
    const figuresOf = (name: string): number[] =>
      (new RegExp(`^${name} +(\\S+) +(\\S+) +(\\S+)$`, 'm').exec(text) ?? []).slice(1).map(Number);
    const [, completion = 0, byCompletion = 1] = figuresOf('completion rate');
    const [, placed = 1, byPlaced = 0] = figuresOf('score, by quantiles');
    expect(completion).toBeGreaterThan(0.3);
    expect(placed).toBeLessThan(0.05);
    expect(byPlaced).toBeGreaterThan(byCompletion);
  }, 20_000);

  it('refuses a world that it does not know, and names those it knows', async () => {
    const { exitCode, problem } = await told('figures', '--worlds', 'flat');
    expect(exitCode).toBe(1);
    expect(problem).toContain('plain, weak, personal');
  });
});
