import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A line to a server that is cut once, at a chosen step: when the `n`th message is on its way to it, before it arrives or
 * just after, so that its answer is lost. All connections go down together, as when a process or a network ends. Who
 * connects again gets through.
 */
export class CutLine {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #steps = 0;
  #cut: { readonly at: number; readonly arrives: boolean } | undefined;

  private constructor(server: Server, to: number) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port; // it listens on TCP
    server.on('connection', (near) => this.#join(near, connect(to, '127.0.0.1')));
  }

  static async to(port: number): Promise<CutLine> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new CutLine(server, port);
  }

  /** From now on counts steps from 0, and cuts at that one. */
  cutAt(at: number, arrives: boolean): void {
    this.#steps = 0;
    this.#cut = { at, arrives };
  }

  /** Whether it was cut since it was told to. */
  get wasCut(): boolean {
    return this.#cut === undefined;
  }

  async close(): Promise<void> {
    this.#drop();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(near: Socket, far: Socket): void {
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket
        .on('error', () => {})
        .on('close', () => [near, far].forEach((each) => this.#sockets.delete(each.destroy())));
    }
    far.on('data', (data) => near.write(data));
    near.on('data', (data) => {
      const cut = this.#steps++ === this.#cut?.at ? this.#cut : undefined;
      if (!cut) return void far.write(data);
      this.#cut = undefined;
      if (!cut.arrives) return this.#drop();
      far.removeAllListeners('data').resume(); // its answer is lost
      far.write(data, () => setTimeout(() => this.#drop(), ARRIVES_MS));
    });
  }

  #drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

/** Enough for the server to have done what arrived, while the answer is on the line. */
const ARRIVES_MS = 30;

/**
 * Cuts the line at every step of some work, one after the other, until the work is done before it comes to that step.
 * @returns at how many steps it was cut.
 */
export async function cutEverywhere(line: CutLine, work: (cuts: number) => Promise<unknown>): Promise<number> {
  let cuts = 0;
  for (const arrives of [false, true])
    for (let at = 0; ; at++) {
      line.cutAt(at, arrives);
      await work(cuts);
      if (!line.wasCut) break;
      cuts++;
    }
  return cuts;
}
