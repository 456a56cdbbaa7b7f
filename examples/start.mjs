// Builds and starts an example that a server renders: `pnpm start:next`, `pnpm start:nuxt`. It is installed from our packed
// packages into a folder of its own, as it would be from a registry; the second time that takes a moment only.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp, programIn, QUIET } from '../test/trial/build.js';
import { exampleOf, RENDERED } from '../test/trial/example.js';
import { packInto } from '../test/trial/tarballs.js';
import { PORTS } from './ports.js';

const name = RENDERED.find((each) => each === process.argv[2]);
if (!name) throw new Error(`[penchant] Say which example: ${RENDERED.join(' or ')}.`);

const folder = join(tmpdir(), `penchant-example-${name}`);
const { kind, code } = await exampleOf(name);
console.log(`Installing and building ${folder} …`);
const packed = await mkdtemp(join(tmpdir(), 'penchant-tarballs-')); // another place each time: npm takes the same one for the same packages
await buildApp(folder, kind, code, await packInto(packed));
await rm(packed, { recursive: true });

const PORT = process.env.PORT ?? String(PORTS[name]);
const [program, ...args] = kind.serve;
const server = spawn(programIn(folder, program), args, { cwd: folder, env: { ...QUIET, PORT }, stdio: 'inherit' });
console.log(`http://localhost:${PORT}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.kill(signal));
server.once('exit', (status) => (process.exitCode = status ?? 0));
