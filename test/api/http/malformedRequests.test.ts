import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type GraphServer } from '../../../src/server.ts';
import { served } from '../../support/api/served.ts';

/* Bytes that are not a valid HTTP request. */

/** Sends the texts, with pauses in ms between them. Gives all that the server sent until it closed the connection. */
const exchange = (url: string, ...parts: (string | number)[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let text = '';
    socket.on('data', (bytes: Buffer) => (text += bytes.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
    void (async () => {
      for (const part of parts) {
        if (!socket.writable) return;
        if (typeof part === 'number') await pause(part);
        else socket.write(part);
      }
    })();
  });

const expectError = (text: string, status: number, message: string): void => {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/^content-type: application\/json; charset=utf-8$/im);
  expect(head).toMatch(/^x-content-type-options: nosniff$/im);
  const id = /^x-request-id: ([\w-]{36})$/im.exec(head)?.[1];
  expect(id).toBeDefined();
  expect(JSON.parse(body)).toEqual({
    errors: [{ message, extensions: { code: 'BAD_REQUEST', requestId: id } }],
  });
};

const post = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const live = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n';
const invalid = 'The request is not valid HTTP/1.1.';

describe('a malformed request', () => {
  const api = served();

  it.each([
    ['a text that is not HTTP', 'NONSENSE\r\n\r\n', 400, invalid],
    ['the first bytes of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, invalid],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, invalid],
    ['an unknown method', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 400, invalid],
    ['a CONNECT for a proxy', 'CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n', 400, invalid],
    [
      'two body lengths',
      `${post}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n`,
      400,
      invalid,
    ],
    ['a negative body length', `${post}Content-Length: -1\r\n\r\n`, 400, invalid],
    ['an invalid chunk of a body', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`, 400, invalid],
    [
      'headers larger than 16 kB',
      `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(17_000)}\r\n\r\n`,
      431,
      'The headers of the request are larger than 16 kB.',
    ],
    ['no Host header', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'The request has no Host header.'],
    [
      'an address that is not a URL',
      'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      400,
      'The address is not a valid URL. In an address, % is written as %25.',
    ],
  ])('with %s is refused with a code and a request id', async (_, sent, status, message) => {
    expectError(await exchange(api.url, sent), status, message);
  });

  it('is answered after the requests before it on the same connection', async () => {
    const text = await exchange(api.url, `${live}${live}${post}Content-Length: -1\r\n\r\n`);
    const [first, second, third = ''] = text.split(/(?=HTTP\/1\.1 )/);
    expect([first, second]).toEqual(Array(2).fill(expect.stringMatching(/^HTTP\/1\.1 200 .*"live"}$/s)));
    expectError(third, 400, invalid);
  });

  it('is not a request with an unknown Expect header, which is answered', async () => {
    const text = await exchange(
      api.url,
      live.replace('\r\n\r\n', '\r\nExpect: much\r\nConnection: close\r\n\r\n'),
    );
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
  });
});

/** The time limits of the fast server are divided by this. */
const SPEEDUP = 50;

describe('the time limit', () => {
  const api = served();
  let url: string;
  let fastServer: GraphServer;
  beforeAll(async () => {
    fastServer = await createServer(api.store, { port: 0 });
    const times = fastServer.fastify.server as unknown as Record<string, number>;
    for (const name of ['headersTimeout', 'requestTimeout', 'timeout', 'connectionsCheckingInterval']) {
      times[name]! /= SPEEDUP;
    }
    fastServer.fastify.get('/large', (_, reply) => reply.send('x'.repeat(50_000_000)));
    url = await fastServer.listen();
  });
  afterAll(() => fastServer.stop());

  it.each([
    ['for the start of a request', []],
    ['for headers that arrive letter by letter', ['GET / HTTP/1.1\r\nHost: x', 100, 'x', 100, 'x', 100, 'x']],
    ['for a body that never ends', [`${post}Content-Length: 26\r\n\r\n{"query"`]],
    [
      'for a body that arrives byte by byte',
      [`${post}Content-Length: 26\r\n\r\n`, ...Array(20).fill([100, '{']).flat()],
    ],
  ])('%s is kept', async (_, parts) => {
    expectError(
      await exchange(url, ...(parts as string[])),
      408,
      'The request did not arrive completely within the time limit.',
    );
  });

  it('for an answer that the client does not read is kept', async () => {
    const connections = () =>
      new Promise((resolve) => fastServer.fastify.server.getConnections((_, count) => resolve(count)));
    const socket = connect(Number(new URL(url).port), '127.0.0.1').pause();
    socket.on('error', () => undefined);
    socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
    while ((await connections()) === 0) await pause(10);
    while ((await connections()) !== 0) await pause(50); // only the server closes it
    socket.destroy();
  });
});
