import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { killGroup, killGroupNow } from './processes.js';

/** A folder and the programs that live in it; they end together, also when this process does. */
export interface Household {
  readonly home: string;
  run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcessByStdio<null, Readable, null>;
  end(): Promise<void>;
}

export function setUpHousehold(): Household {
  const home = mkdtempSync(join(tmpdir(), 'penchant-webkit-'));
  const started: ChildProcess[] = [];
  const clean = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  const abandon = () => {
    started.forEach(killGroupNow);
    clean();
  };
  process.once('exit', abandon);
  return {
    home,
    run(program, args, env) {
      const child = spawn(program, args, {
        stdio: ['ignore', 'pipe', 'ignore'],
        detached: true,
        env: { ...process.env, ...env },
      });
      child.stdout.resume(); // nobody else reads it
      started.push(child);
      return child;
    },
    async end() {
      await Promise.all(started.map(killGroup));
      process.off('exit', abandon);
      clean();
    },
  };
}
