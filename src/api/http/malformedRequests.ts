import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import type { Connections } from './connections.ts';
import { errorAnswer } from './httpErrors.ts';

/** By the codes of Node's HTTP parser and of its timeouts. */
const refusals: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers of the request are larger than 16 kB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};
const noHttp = [400, 'This is no HTTP that can be read here.'] as const;

/** How long a client that was refused may take to read why, in ms. Closed at once, a socket may lose its last words. */
const LINGER = 1_000;

/**
 * Answers on the bare socket what never becomes a request: no HTTP, too large headers, parts that do not come. Such
 * a socket is of no more use. Requests that came before on it are answered first.
 */
export class MalformedRequests {
  readonly #log: FastifyBaseLogger;
  readonly #connections: Connections;
  readonly #refused = new WeakSet<Socket>();

  constructor(log: FastifyBaseLogger, connections: Connections) {
    this.#log = log;
    this.#connections = connections;
  }

  /** Watches what a server is asked. It is told of errors by `refuse`. */
  watch(server: Server): void {
    server.on('connect', (_, socket: Socket) => this.refuse({ code: 'CONNECT' }, socket)); // this is no proxy
    // who expects what nobody knows is answered like anybody (RFC 9110, 10.1.1)
    server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  }

  /** Says why, as soon as what came before is answered, and ends the connection. */
  refuse({ code = '' }: { code?: string }, socket: Socket): void {
    if (this.#refused.has(socket)) return; // whatever else comes is not read, either
    this.#refused.add(socket);
    const before = this.#connections.unansweredOn(socket).findLast(({ req }) => req.complete);
    if (before) before.once('close', () => this.#end(code, socket));
    else this.#end(code, socket);
  }

  #end(code: string, socket: Socket): void {
    const isBegun = this.#connections.unansweredOn(socket).some(({ headersSent }) => headersSent);
    if (socket.writable && !isBegun) this.#say(refusals[code] ?? noHttp, code, socket);
    setTimeout(() => socket.destroy(), LINGER).unref();
  }

  #say([status, message]: readonly [number, string], reason: string, socket: Socket): void {
    const requestId = randomUUID();
    const body = JSON.stringify(errorAnswer(requestId, 'BAD_REQUEST', message));
    const headers = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'connection: close',
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'x-content-type-options: nosniff',
      `x-request-id: ${requestId}`,
    ];
    socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
    this.#log.info({ requestId, status, reason }, 'not read');
  }
}
