import { execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { killGroup } from '../browsers/processes.js';

const run = promisify(execFile);

/** An app as somebody begins one: what its own starter gives (`scaffold`), what it needs, and how it is built and served. */
export interface Kind {
  readonly scaffold: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  /** Which of our packages it installs. */
  readonly packages: readonly string[];
  readonly build: readonly [program: string, ...args: string[]];
  /** Left out, `dist` is served as it is. */
  readonly serve?: readonly [program: string, ...args: string[]];
}

/** Writes an app into an empty folder, installs it from the tarballs, and builds it. */
export async function buildApp(
  folder: string,
  { scaffold, dependencies, packages, build: [program, ...args] }: Kind,
  code: Readonly<Record<string, string>>,
  tarballs: Readonly<Record<string, string>>,
): Promise<void> {
  const ours = Object.fromEntries(packages.map((name) => [name, tarballs[name]]));
  const manifest = {
    name: 'trial',
    private: true,
    type: 'module',
    dependencies: { ...dependencies, ...ours },
    overrides: { ...tarballs, ...Object.fromEntries(packages.map((name) => [name, `$${name}`])) }, // what they need of each other is not on a registry yet
  };
  const files = { ...scaffold, ...code, 'package.json': JSON.stringify(manifest, undefined, 2) };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder });
  await run(join(folder, 'node_modules/.bin', program), args, { cwd: folder, env: QUIET, maxBuffer: 1e8 });
}

const QUIET: NodeJS.ProcessEnv = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  NODE_ENV: 'production',
};

/** Starts an app's own server on a port, and waits until it answers. */
export async function serveApp(
  folder: string,
  [program, ...args]: NonNullable<Kind['serve']>,
  port: number,
): Promise<() => Promise<void>> {
  const path = program === 'node' ? program : join(folder, 'node_modules/.bin', program);
  const server = spawn(path, args, {
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

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
