import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Database servers refuse to run as root; they run as `nobody` then, who owns their folder. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** An empty folder that servers may write to. */
export function newFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  if (NOBODY) chownSync(folder, NOBODY.uid, NOBODY.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** Starts a server, as somebody who is not root. It does not outlive this process. */
export function launch(
  program: string,
  args: readonly string[],
  cwd: string,
  options: SpawnOptions = {},
): ChildProcess {
  const child = spawn(program, args, { cwd, ...NOBODY, stdio: ['ignore', 'ignore', 'pipe'], ...options });
  running.add(child.once('exit', () => running.delete(child)));
  return child;
}

/** Runs a program to its end. What it complains about is in the error. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  const child = launch(program, args, cwd);
  let complaint = '';
  child.stderr?.on('data', (data) => (complaint += String(data)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaint}`);
}

/** Ends a server by a signal, and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** Tries again and again until it succeeds; after the time is over, fails as it did last. */
export async function eventually<T>(attempt: () => Promise<T>, timeoutMs = 30_000): Promise<T> {
  const until = performance.now() + timeoutMs;
  for (;;)
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
