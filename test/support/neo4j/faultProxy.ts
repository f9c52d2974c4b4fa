import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * What happens to bytes and connections: bytes pass after a delay in milliseconds, wait until the next mode, or are
 * lost; connections are reset as soon as they are made.
 */
type Mode = { delay: number } | 'stalled' | 'silent' | 'resetting';

interface Pair {
  near: Socket;
  far: Socket;
  /** Lost bytes once, and never passes any again: like a connection that a firewall forgot. */
  isDead: boolean;
}

/** Stands between a store and a real Neo4j, and breaks the connection in the ways networks and servers do. */
export class FaultProxy {
  #target: URL;
  readonly #pairs = new Set<Pair>();
  #stalledWrites: (() => void)[] = [];
  #onStalledBytes: () => void = () => undefined;
  #server: Server | undefined;
  #port = 0;
  #mode: Mode = { delay: 0 };

  /** @param uri of the database, bolt://host:port */
  constructor(uri: string) {
    this.#target = new URL(uri);
  }

  /** The address of the database through the proxy. */
  get uri(): string {
    return `bolt://127.0.0.1:${this.#port}`;
  }

  /** Passes everything, including bytes that waited, after a delay in milliseconds. Dead connections stay dead. */
  async pass(delay = 0): Promise<void> {
    this.#mode = { delay };
    for (const write of this.#stalledWrites.splice(0)) write();
    await this.#listen();
  }

  /** Leads to another database from now on. */
  lead(uri: string): void {
    this.#target = new URL(uri);
    this.reset();
  }

  /** Keeps all bytes back until `pass`, as an overloaded network does. Resolves when the first bytes wait. */
  stall(): Promise<void> {
    this.#mode = 'stalled';
    return new Promise((resolve) => {
      this.#onStalledBytes = resolve;
    });
  }

  /** Loses all bytes and closes nothing, as when a cable is pulled. */
  async silence(): Promise<void> {
    this.#mode = 'silent';
    for (const pair of this.#pairs) pair.isDead = true;
    await this.#listen();
  }

  /** Breaks all existing connections. New ones are treated as before. */
  reset(): void {
    for (const { near, far } of this.#pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
    this.#pairs.clear();
  }

  /** Breaks all existing connections, and each new one as soon as it is made. */
  async resetAll(): Promise<void> {
    this.#mode = 'resetting';
    this.reset();
    await this.#listen();
  }

  /** Breaks all connections and stops listening, as when a server has ended. */
  async refuse(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.reset();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  async #listen(): Promise<void> {
    if (this.#server) return;
    this.#server = createServer((near) => this.#accept(near));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #accept(near: Socket): void {
    if (this.#mode === 'resetting') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(this.#target.port), this.#target.hostname);
    const pair: Pair = { near, far, isDead: this.#mode === 'silent' };
    this.#pairs.add(pair);
    this.#forward(pair, near, far);
    this.#forward(pair, far, near);
  }

  #forward(pair: Pair, from: Socket, to: Socket): void {
    from.on('data', (bytes: Buffer) => {
      const write = (): void => {
        if (!pair.isDead && !to.destroyed) to.write(bytes);
      };
      if (this.#mode === 'stalled') {
        this.#stalledWrites.push(write);
        this.#onStalledBytes();
      } else if (typeof this.#mode === 'object' && this.#mode.delay > 0) setTimeout(write, this.#mode.delay);
      else write();
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#pairs.delete(pair);
      to.destroy();
    });
  }
}
