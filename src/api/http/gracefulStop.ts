import type { ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate as nextCheck, setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Connections } from './connections.ts';

interface StopTimes {
  /**
   * How long the server continues to answer requests before the stop begins, in ms, so that load balancers notice that
   * the server is not ready any more.
   */
  delayMilliseconds: number;
  /** How long the stop may take after the delay, in ms. Requests that are not answered by then are cut off. */
  limitMilliseconds: number;
}

/**
 * A connection that was idle for this time, in ms, is closed without notice. If a client sends requests more often, it
 * gets `connection: close` with its next response and opens a new connection, so none of its requests is lost.
 */
const IDLE_LIMIT = 2_000;

/** The time between two checks of the connections, in ms. */
const CHECK_INTERVAL = 25;

/**
 * The port is closed when no connection was opened for this time, in ms. The time is longer than a network round trip,
 * which a client needs to open a new connection after it was told to close the old one.
 */
const QUIET_TIME = 200;

/**
 * The maximum time, in ms, for which requests are held back while the server waits until no connection is opened for
 * QUIET_TIME. After this time, the port is closed as soon as no connection is waiting to be accepted.
 */
const HOLD_LIMIT = 1_000;

/**
 * Stops a server without losing a request. First every response gets the header `connection: close`. When all
 * connections that were open at the start of the stop are closed, the port is closed. Then the requests on newer
 * connections are answered, and the server ends.
 */
export class GracefulStop {
  readonly #server: FastifyInstance;
  readonly #connections: Connections;
  #stopping: Promise<void> | undefined;
  /** Set while requests are held back; resolves when the server may continue to answer them. */
  #hold: Promise<void> | undefined;
  readonly #held = new Set<ServerResponse>();

  constructor(server: FastifyInstance, connections: Connections) {
    this.#server = server;
    this.#connections = connections;
    server.addHook('onRequest', (_request, reply, done) => {
      if (this.#hold) {
        this.#held.add(reply.raw);
        void this.#hold.then(() => done());
      } else {
        done();
      }
    });
  }

  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** Stops the server; resolves when the last connection is closed. A second call waits for the same stop. */
  stop(times: StopTimes): Promise<void> {
    this.#stopping ??= this.#run(times);
    return this.#stopping;
  }

  async #run({ delayMilliseconds, limitMilliseconds: limit }: StopTimes): Promise<void> {
    const { sockets } = this.#connections;
    this.#connections.closeAfterResponse();
    await pause(delayMilliseconds);
    const sweep = setInterval(() => this.#connections.closeIdle(IDLE_LIMIT), CHECK_INTERVAL);
    const end = performance.now() + limit;
    await until(() => sockets.every(({ destroyed }) => destroyed), Math.min(IDLE_LIMIT, limit / 2));
    await this.#closePort(limit / 4);
    await until(() => this.#connections.sockets.length === 0, end - performance.now());
    clearInterval(sweep);
    for (const socket of this.#connections.sockets) socket.destroy();
    await this.#server.close();
  }

  /**
   * Closes the port. When a port is closed, the operating system resets all connections that the server has not yet
   * accepted. So this method first waits until there are none. Meanwhile it holds requests back, because a client that
   * waits for a response opens no new connection.
   */
  async #closePort(limit: number): Promise<void> {
    let release: () => void = () => undefined;
    this.#hold = new Promise((resolve) => (release = resolve));
    const quietTime = Math.min(QUIET_TIME, limit);
    const start = performance.now();
    const elapsed = () => performance.now() - start;
    while (!(await this.#isQuiet(elapsed() < HOLD_LIMIT ? quietTime : 0)) && elapsed() < limit);
    // http.Server.close would also close idle connections, on which a request may be arriving
    NetServer.prototype.close.call(this.#server.server);
    this.#hold = undefined;
    release();
  }

  /**
   * Whether no connection is opened in this time, and no request is running that could delay the event loop. The check
   * runs right after the event loop has accepted the connections that were waiting.
   */
  async #isQuiet(milliseconds: number): Promise<boolean> {
    const { openedCount } = this.#connections;
    await pause(milliseconds);
    await nextCheck();
    const { openedCount: newCount, unanswered } = this.#connections;
    return newCount === openedCount && unanswered.every((response) => this.#held.has(response));
  }
}

/** Waits until the condition is true, but not longer than this time. */
const until = async (condition: () => boolean, milliseconds: number): Promise<void> => {
  const end = performance.now() + milliseconds;
  while (!condition() && performance.now() < end) await pause(CHECK_INTERVAL);
};
