import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What happens to what comes through: it passes, late by some milliseconds, or nothing does. */
type Way = { late: number } | 'silent' | 'reset';

interface Pair {
  near: Socket;
  far: Socket;
  /** Made while nothing passed, or there when it stopped: as behind a firewall that forgot it, it never passes again. */
  isDead: boolean;
}

/** Stands between a store and a real Neo4j, and breaks the connection in the ways networks and servers do. */
export class FaultProxy {
  #target: URL;
  readonly #pairs = new Set<Pair>();
  #server: Server | undefined;
  #port = 0;
  #way: Way = { late: 0 };
  /** Connections accepted so far. */
  accepted = 0;

  /** @param uri of the database, bolt://host:port */
  constructor(uri: string) {
    this.#target = new URL(uri);
  }

  /** Where to find the database through the proxy. */
  get uri(): string {
    return `bolt://127.0.0.1:${this.#port}`;
  }

  /** Lets everything pass, each part later by some milliseconds; what was silent stays so. */
  async pass(late = 0): Promise<void> {
    this.#way = { late };
    await this.#listen();
  }

  /** Leads to another database from now on. */
  lead(uri: string): void {
    this.#target = new URL(uri);
    this.reset();
  }

  /** From now on nothing passes and nothing is closed, as when a cable is pulled. */
  async silence(): Promise<void> {
    this.#way = 'silent';
    for (const pair of this.#pairs) pair.isDead = true;
    await this.#listen();
  }

  /** Breaks all connections that there are. New ones are as before. */
  reset(): void {
    for (const { near, far } of this.#pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
    this.#pairs.clear();
  }

  /** Breaks all connections that there are, and each new one as soon as it is made. */
  async resetAll(): Promise<void> {
    this.#way = 'reset';
    this.reset();
    await this.#listen();
  }

  /** Breaks all connections and listens no longer, as when a server has ended. */
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
    this.accepted += 1;
    if (this.#way === 'reset') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(this.#target.port), this.#target.hostname);
    const pair: Pair = { near, far, isDead: this.#way === 'silent' };
    this.#pairs.add(pair);
    this.#carry(pair, near, far);
    this.#carry(pair, far, near);
  }

  #carry(pair: Pair, from: Socket, to: Socket): void {
    from.on('data', (bytes: Buffer) => {
      if (pair.isDead) return;
      const late = typeof this.#way === 'object' ? this.#way.late : 0;
      if (late === 0) to.write(bytes);
      else setTimeout(() => !to.destroyed && to.write(bytes), late);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#pairs.delete(pair);
      to.destroy();
    });
  }
}
