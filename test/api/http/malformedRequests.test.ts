import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type GraphServer } from '../../../src/server.ts';
import { served } from '../../support/api/served.ts';

/* What the server is sent here is no request that a client of HTTP would send. */

/** Sends the parts, with breaks in ms between them. Gives what came back until the server ended the connection. */
const said = (url: string, ...parts: (string | number)[]): Promise<string> =>
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
const noHttp = 'This is no HTTP that can be read here.';

describe('what is no request', () => {
  const api = served();

  it.each([
    ['no HTTP at all', 'NONSENSE\r\n\r\n', 400, noHttp],
    ['the beginning of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, noHttp],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, noHttp],
    ['a method that there is not', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 400, noHttp],
    ['what is meant for a proxy', 'CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n', 400, noHttp],
    ['two lengths', `${post}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n`, 400, noHttp],
    ['a length that is none', `${post}Content-Length: -1\r\n\r\n`, 400, noHttp],
    ['a broken body', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`, 400, noHttp],
    [
      'headers of more than 16 kB',
      `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(17_000)}\r\n\r\n`,
      431,
      'The headers of the request are larger than 16 kB.',
    ],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'The request names no host.'],
    [
      'an address that is none',
      'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      400,
      'The address is not a valid one.',
    ],
  ])('%s is refused with a code and an id', async (_, sent, status, message) => {
    expectError(await said(api.url, sent), status, message);
  });

  it('does not keep what came before it from being answered', async () => {
    const text = await said(api.url, `${live}${live}${post}Content-Length: -1\r\n\r\n`);
    const [first, second, third = ''] = text.split(/(?=HTTP\/1\.1 )/);
    expect([first, second]).toEqual(Array(2).fill(expect.stringMatching(/^HTTP\/1\.1 200 .*"live"}$/s)));
    expectError(third, 400, noHttp);
  });

  it('leaves other connections alone, and expectations that nobody knows', async () => {
    const text = await said(
      api.url,
      live.replace('\r\n\r\n', '\r\nExpect: much\r\nConnection: close\r\n\r\n'),
    );
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
  });
});

/** How much faster than others the time runs out of a server that is hasty. */
const HASTE = 50;

describe('what does not go on in time', () => {
  const api = served();
  let url: string;
  let hasty: GraphServer;
  beforeAll(async () => {
    hasty = await createServer(api.store, { port: 0 });
    const times = hasty.fastify.server as unknown as Record<string, number>;
    for (const name of ['headersTimeout', 'requestTimeout', 'timeout', 'connectionsCheckingInterval']) {
      times[name]! /= HASTE;
    }
    hasty.fastify.get('/large', (_, reply) => reply.send('x'.repeat(50_000_000)));
    url = await hasty.listen();
  });
  afterAll(() => hasty.stop());

  it.each([
    ['a request that never begins', []],
    ['headers that come letter by letter', ['GET / HTTP/1.1\r\nHost: x', 100, 'x', 100, 'x', 100, 'x']],
    ['a body that stops', [`${post}Content-Length: 26\r\n\r\n{"query"`]],
    ['a body that drips', [`${post}Content-Length: 26\r\n\r\n`, ...Array(20).fill([100, '{']).flat()]],
  ])('%s', async (_, parts) => {
    const began = performance.now();
    expectError(await said(url, ...(parts as string[])), 408, 'The request did not arrive in time.');
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('an answer that nobody reads', async () => {
    const connections = () =>
      new Promise((resolve) => hasty.fastify.server.getConnections((_, count) => resolve(count)));
    const socket = connect(Number(new URL(url).port), '127.0.0.1').pause();
    socket.on('error', () => undefined);
    socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
    while ((await connections()) === 0) await pause(10);
    const began = performance.now();
    while ((await connections()) !== 0 && performance.now() - began < 5_000) await pause(50);
    expect(await connections()).toBe(0);
    socket.destroy();
  });
});
