import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { CLUSTER, configOf, USERS, zookeeperConfig, type Node } from './clickhouse-config.js';
import { findDatabases, ZOOKEEPER_CLASSES } from './find.js';
import { end, eventually, launch, newFolder } from './processes.js';
import { freePort } from '../free-port.js';

const programs = findDatabases().clickhouse ?? '';

/** Two shards of two replicas each, and the ZooKeeper they agree through. */
export class ClickHouseCluster {
  readonly nodes: readonly ClickHouseNode[];
  readonly #folder: string;
  readonly #zookeeper: ChildProcess;

  private constructor(folder: string, zookeeper: ChildProcess, nodes: readonly ClickHouseNode[]) {
    this.#folder = folder;
    this.#zookeeper = zookeeper;
    this.nodes = nodes;
  }

  static async create(): Promise<ClickHouseCluster> {
    const folder = newFolder('penchant-clickhouse-');
    const zookeeperPort = await freePort();
    writeFileSync(join(folder, 'zoo.cfg'), zookeeperConfig(folder, zookeeperPort));
    const zookeeper = launch(
      'java',
      ['-Xmx256m', '-cp', ZOOKEEPER_CLASSES.join(':'), 'org.apache.zookeeper.server.quorum.QuorumPeerMain', 'zoo.cfg'],
      folder,
    );
    zookeeper.stderr?.resume();
    await eventually(() => answers(zookeeperPort));

    const nodes: Node[] = [];
    for (const [shard, replica] of [
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ] as const) {
      const ports = { http: await freePort(), tcp: await freePort(), interserver: await freePort() };
      nodes.push({ folder: join(folder, `${shard}-${replica}`), shard, replica, ports });
    }
    const started = nodes.map((node) => new ClickHouseNode(node, configOf(node, nodes, zookeeperPort)));
    const cluster = new ClickHouseCluster(folder, zookeeper, started);
    try {
      await Promise.all(started.map((node) => node.start()));
      return cluster;
    } catch (problem) {
      await cluster.remove();
      throw problem;
    }
  }

  /** The address of a database that is spread over the cluster, where both replicas must have what is acknowledged. */
  address(database: string): string {
    const hosts = this.nodes.map(({ port }) => `127.0.0.1:${port}`).join(',');
    return `clickhouse://${hosts}/${database}?cluster=${CLUSTER}&quorum=2`;
  }

  /** Stops it, and leaves nothing of it behind. */
  async remove(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
    await end(this.#zookeeper, 'SIGKILL');
    await rm(this.#folder, { recursive: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** One server of the cluster. */
export class ClickHouseNode {
  readonly port: number;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  constructor({ folder, ports }: Node, config: string) {
    this.port = ports.http;
    this.#folder = folder;
    mkdirSync(folder);
    chmodSync(folder, 0o777); // the server is somebody else's when the tests are root's
    writeFileSync(join(folder, 'config.xml'), config);
    writeFileSync(join(folder, 'users.xml'), USERS);
  }

  async start(): Promise<void> {
    this.#process = launch(
      join(programs, 'clickhouse-server'),
      [`--config-file=${join(this.#folder, 'config.xml')}`],
      this.#folder,
    );
    this.#process.stderr?.resume();
    await eventually(() => this.query('SELECT 1'));
  }

  async kill(): Promise<void> {
    if (this.#process) await end(this.#process, 'SIGKILL');
  }

  async query(sql: string): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${this.port}/`, { method: 'POST', body: sql });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text.trimEnd();
  }
}

const answers = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    }).on('error', reject);
  });
