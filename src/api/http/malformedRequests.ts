import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import type { Connections } from './connections.ts';
import { errorAnswer } from './errorAnswer.ts';

/** The answers to errors and timeouts of Node's HTTP parser, by error code. */
const refusals: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers of the request are larger than 16 kB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive completely within the time limit.'],
};
const invalidHttp = [400, 'The request is not valid HTTP/1.1.'] as const;

/** How long a client may take to read the answer before its socket is destroyed, in ms. */
const LINGER = 1_000;

/**
 * Answers data from which Node makes no request: invalid HTTP, too large headers, and headers or bodies that do not
 * arrive in time. The answer is written to the socket, after the answers to earlier requests on the same connection.
 */
export class MalformedRequests {
  readonly #log: FastifyBaseLogger;
  readonly #connections: Connections;
  readonly #refused = new WeakSet<Socket>();

  constructor(log: FastifyBaseLogger, connections: Connections) {
    this.#log = log;
    this.#connections = connections;
  }

  /**
   * Handles events of Node's HTTP server that Fastify does not handle. Errors of its HTTP parser are not among them:
   * Fastify's option `clientErrorHandler` must call `refuse` for them.
   */
  watch(server: Server): void {
    // requests with the method CONNECT are refused, because this server is not a proxy
    server.on('connect', (_, socket: Socket) => this.refuse({ code: 'CONNECT' }, socket));
    // a request with an unknown `Expect` header is handled as if it had none (RFC 9110, 10.1.1)
    server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  }

  /**
   * Sends the error for a malformed request and closes the connection. First waits until the complete requests that
   * arrived earlier on the same connection are answered.
   */
  refuse({ code = '' }: { code?: string }, socket: Socket): void {
    if (this.#refused.has(socket)) return;
    this.#refused.add(socket);
    const previous = this.#connections.unansweredOn(socket).findLast(({ req }) => req.complete);
    if (previous) previous.once('close', () => this.#end(code, socket));
    else this.#end(code, socket);
  }

  #end(code: string, socket: Socket): void {
    const isAnswering = this.#connections.unansweredOn(socket).some(({ headersSent }) => headersSent);
    if (socket.writable && !isAnswering) this.#send(refusals[code] ?? invalidHttp, code, socket);
    setTimeout(() => socket.destroy(), LINGER).unref();
  }

  #send([status, message]: readonly [number, string], reason: string, socket: Socket): void {
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
    this.#log.info({ requestId, status, reason }, 'malformed request refused');
  }
}
