import { spawn } from 'node:child_process';
import { killGroup } from '../browsers/processes.js';
import { programIn, QUIET, type Kind } from './build.js';

/** Starts an app's own server on a port, and waits until it answers. */
export async function serveApp(
  folder: string,
  [program = '', ...args]: NonNullable<Kind['serve']>,
  port: number,
): Promise<() => Promise<void>> {
  const server = spawn(programIn(folder, program), args, {
    cwd: folder,
    env: { ...QUIET, PORT: String(port), HOST: '127.0.0.1', HOSTNAME: '127.0.0.1' },
    stdio: 'ignore',
    detached: true, // a group of its own, which ends together
  });
  for (let tries = 0; tries < 300; tries++) {
    const answered = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined);
    if (answered?.ok) return () => killGroup(server);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await killGroup(server);
  throw new Error(`[penchant] ${program} ${args.join(' ')} never answered.`);
}
