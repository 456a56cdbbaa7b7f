import { spawnSync, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ends a program and everything it started, with no chance to tidy up, and waits until nothing of it lives. */
export async function killGroup({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  signal(pid);
  for (let tries = 0; tries < 50 && lives(pid); tries++) await sleep(20);
}

/** The same, for when the process that asks is ending and cannot wait. */
export function killGroupNow({ pid }: ChildProcess): void {
  if (pid !== undefined) signal(pid);
}

/** False when nobody is left in the group to hear it. */
function signal(group: number): boolean {
  try {
    return process.kill(-group, 'SIGKILL');
  } catch {
    return false;
  }
}

/** A container without an init never buries its dead, and the dead still take signals: `ps` tells them from the living. */
function lives(group: number): boolean {
  const { status, stdout } = spawnSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' });
  if (status !== 0) return signal(group); // a system without ps
  return new RegExp(`^\\s*${group}\\s+[^Z]`, 'm').test(stdout);
}
