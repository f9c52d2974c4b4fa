import type { ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate as nextCheck, setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Connections } from './connections.ts';

export interface StopTimes {
  /**
   * How long the server continues to serve before the stop begins, in ms, so that load balancers notice that it is not
   * ready.
   */
  delayMilliseconds: number;
  /** How long the stop may take after that. Requests that are not answered by then are cut off. In ms. */
  limitMilliseconds: number;
}

/**
 * A connection that was idle for this time, in ms, is closed without notice. A client with shorter pauses learns from
 * the `connection: close` of its next response that it needs a new connection, so its requests are not lost.
 */
const IDLE_LIMIT = 2_000;

/** The time between two checks of the connections, in ms. */
const CHECK_INTERVAL = 25;

/**
 * The port is closed when no connection was opened for this time, in ms. A client that was just told to close its
 * connection opens a new one within a network round trip.
 */
const QUIET_TIME = 200;

/**
 * How long requests are held to wait for QUIET_TIME without a new connection, in ms. After that, the port is closed at
 * the first moment at which no connection is waiting.
 */
const HOLD_LIMIT = 1_000;

/**
 * Stops a server without losing a request. Every response says `connection: close`. When all connections that were open
 * at the start of the stop are closed, the port is closed. Then the remaining requests are answered.
 */
export class GracefulStop {
  readonly #server: FastifyInstance;
  readonly #connections: Connections;
  #stopping: Promise<void> | undefined;
  /** Defined while requests are held. Resolves when they may continue. */
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

  /** Resolves when the last connection is closed. A second call waits for the same stop. */
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
   * When a port is closed, the operating system resets the connections that the server has not yet accepted. So
   * requests are held, because clients that wait open no connections, and the port is closed when no connection is
   * waiting.
   */
  async #closePort(limit: number): Promise<void> {
    let release: () => void = () => undefined;
    this.#hold = new Promise((resolve) => (release = resolve));
    const quietTime = Math.min(QUIET_TIME, limit);
    const start = performance.now();
    const elapsed = () => performance.now() - start;
    while (!(await this.#isQuiet(elapsed() < HOLD_LIMIT ? quietTime : 0)) && elapsed() < limit);
    // http.Server.close would also close idle connections, whose next request may be on its way
    NetServer.prototype.close.call(this.#server.server);
    this.#hold = undefined;
    release();
  }

  /**
   * Whether no connection is opened in this time and no request is running, because it could delay the event loop. This
   * is checked right after the event loop has accepted the connections that were waiting.
   */
  async #isQuiet(milliseconds: number): Promise<boolean> {
    const { openedCount } = this.#connections;
    await pause(milliseconds);
    await nextCheck();
    const { openedCount: newCount, unanswered } = this.#connections;
    return newCount === openedCount && unanswered.every((response) => this.#held.has(response));
  }
}

/** Waits for the condition, or until the time is over. */
const until = async (condition: () => boolean, milliseconds: number): Promise<void> => {
  const end = performance.now() + milliseconds;
  while (!condition() && performance.now() < end) await pause(CHECK_INTERVAL);
};
