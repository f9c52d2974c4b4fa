import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

interface Connection {
  /** The responses that are not finished, in the order of their requests. */
  unanswered: Set<ServerResponse>;
  /**
   * When the last response ended or, before the first one, when the connection was opened: a time of
   * `performance.now()`.
   */
  idleSince: number;
  /**
   * How many bytes the socket had received at the time `idleSince`. If it has received more bytes by now, a request is
   * arriving.
   */
  bytesRead: number;
}

/** Keeps track of the open connections of an HTTP server, and of the requests on them that are not yet answered. */
export class Connections {
  readonly #connections = new Map<Socket, Connection>();
  #isClosing = false;
  #openedCount = 0;

  watch(server: Server): void {
    server.on('connection', (socket) => this.#add(socket));
    // this listener sets a header, so it must run before the listener of Fastify, which may send the response at once
    server.prependListener('request', (request, response) => this.#addRequest(request, response));
  }

  get sockets(): Socket[] {
    return [...this.#connections.keys()];
  }

  /** How many connections were opened since the server started. */
  get openedCount(): number {
    return this.#openedCount;
  }

  /** The responses of all connections that are not finished. */
  get unanswered(): ServerResponse[] {
    return [...this.#connections.values()].flatMap(({ unanswered }) => [...unanswered]);
  }

  /** The responses of a connection that are not finished, in the order of their requests. */
  unansweredOn(socket: Socket): ServerResponse[] {
    return [...(this.#connections.get(socket)?.unanswered ?? [])];
  }

  /**
   * From now on every response has the header `connection: close`, so that Node closes the connection after the
   * response.
   */
  closeAfterResponse(): void {
    this.#isClosing = true;
    for (const { unanswered } of this.#connections.values()) unanswered.forEach(announceClose);
  }

  /** Closes the connections on which nothing has been received or sent for this time. */
  closeIdle(milliseconds: number): void {
    const now = performance.now();
    for (const [socket, connection] of this.#connections) {
      if (connection.unanswered.size > 0) continue;
      if (socket.bytesRead !== connection.bytesRead) touch(socket, connection);
      else if (now - connection.idleSince >= milliseconds) socket.destroy();
    }
  }

  #add(socket: Socket): void {
    this.#openedCount += 1;
    this.#connections.set(socket, { unanswered: new Set(), idleSince: performance.now(), bytesRead: 0 });
    socket.once('close', () => this.#connections.delete(socket));
  }

  #addRequest({ socket }: IncomingMessage, response: ServerResponse): void {
    const connection = this.#connections.get(socket);
    if (!connection) return;
    connection.unanswered.add(response);
    if (this.#isClosing) announceClose(response);
    response.once('close', () => {
      connection.unanswered.delete(response);
      touch(socket, connection);
    });
  }
}

const touch = (socket: Socket, connection: Connection): void => {
  connection.idleSince = performance.now();
  connection.bytesRead = socket.bytesRead;
};

const announceClose = (response: ServerResponse): void => {
  if (!response.headersSent) response.setHeader('connection', 'close');
};
