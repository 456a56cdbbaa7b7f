import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contribution } from '../contributions.mjs';

const MAIN = fileURLToPath(new URL('../../../packages/collector/dist/main.js', import.meta.url));
const TOKEN = 'a token of some length';
const FLAGS = ['--site', 'daily', '--origin', '*', '--port', '0', '--limit-per-address', '0', '--log', 'silent'];

export const SENDERS = 64;

/** The collector as it is installed: a process of its own over a store. */
export class Installed {
  #exit;

  static async start(store, more = []) {
    const child = spawn(process.execPath, [MAIN, ...FLAGS, '--admin-token', TOKEN, '--store', store, ...more]);
    let said = '';
    child.stderr.on('data', (data) => (said += data));
    const url = await new Promise((resolve, reject) => {
      child.stdout.on('data', (data) => {
        said += data;
        const [, at] = /listens on (\S+),/.exec(said) ?? [];
        if (at) resolve(at);
      });
      child.once('exit', () => reject(new Error(`the collector does not start: ${said}`)));
    });
    return new Installed(child, url);
  }

  constructor(child, url) {
    this.child = child;
    this.url = url;
    this.#exit = once(child, 'exit');
  }

  get isRunning() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async end(signal = 'SIGTERM') {
    this.child.kill(signal);
    await this.#exit;
  }

  get memoryMiB() {
    return this.#memory('VmRSS');
  }

  /** The most that it had since it was started, however short. */
  get peakMiB() {
    return this.#memory('VmHWM');
  }

  #memory(kind) {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(new RegExp(`${kind}:\\s+(\\d+)`).exec(status)[1]) / 1_024;
  }

  post(body, headers = {}) {
    return fetch(`${this.url}/v1/contributions`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain', ...headers },
    });
  }

  /** Sends the `id`th contribution: `added`, `duplicate`, why it was refused, or `lost` where no answer came. */
  async add(id) {
    try {
      const answer = await (await this.post(JSON.stringify(contribution(id)))).json();
      return answer.status ?? answer.error;
    } catch {
      return 'lost';
    }
  }

  async isReady() {
    const response = await fetch(`${this.url}/health/ready`);
    await response.arrayBuffer();
    return response.ok;
  }

  /** Every sum, a text each, in an order of their own. */
  async sums() {
    const response = await fetch(`${this.url}/admin/export?site=daily`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const lines = (await response.text()).split('\n').filter(Boolean);
    return lines.map((line) => textOf(JSON.parse(line))).sort();
  }
}

/** The same text for the same row, whatever the order of its columns. */
export const textOf = (row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Does something as often as asked, by many at once. */
export async function byMany(times, one, many = SENDERS) {
  let next = 0;
  const each = async () => {
    while (next < times) await one(next++);
  };
  await Promise.all(Array.from({ length: Math.min(many, times) }, each));
}
