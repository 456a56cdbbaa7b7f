import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const DATABASE = 'bench';
export const INFLUXDB_PATH = `/write?db=${DATABASE}`;
const BASE_NS = BigInt(Date.now()) * 1_000_000n;

/** InfluxDB 1 with its defaults: points are on the disk when they are answered, each by itself: nothing is added up until somebody asks. */
export async function influxdb() {
  const folder = mkdtempSync(join(tmpdir(), 'penchant-influxdb-'));
  const [port, rpc] = [20_000 + (process.pid % 20_000), 40_000 + (process.pid % 20_000)];
  const conf = `reporting-disabled = true
bind-address = "127.0.0.1:${rpc}"
[meta]
dir = "${folder}/meta"
[data]
dir = "${folder}/data"
wal-dir = "${folder}/wal"
[http]
bind-address = "127.0.0.1:${port}"
log-enabled = false
[logging]
level = "error"`;
  writeFileSync(join(folder, 'influxdb.conf'), conf);
  const child = spawn('influxd', ['-config', join(folder, 'influxdb.conf')], { stdio: 'ignore' });
  const create = () =>
    fetch(`http://127.0.0.1:${port}/query`, {
      method: 'POST',
      body: new URLSearchParams({ q: `CREATE DATABASE ${DATABASE}` }),
    });
  while (!(await create().catch(() => undefined))?.ok) await sleep(50);
  const close = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(folder, { recursive: true });
  };
  return { port, close };
}

/** A contribution as InfluxDB is told it: a point a cell, in its line protocol. */
export const pointsOf = ({ id, site, list, cells }) =>
  cells
    .map(({ item, position, bucket, impressions, clicks }) => {
      const tags = `site=${site},list=${list},item=${item.replaceAll(' ', '\\ ')},position=${position},bucket=${bucket}`;
      return `cells,${tags} impressions=${impressions}i,clicks=${clicks}i ${BASE_NS + BigInt(`0x${id}`)}`;
    })
    .join('\n');
