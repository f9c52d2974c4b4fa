import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { served, type Served } from '../../support/api/served.ts';
import { gate } from '../../support/gate.ts';
import { startProgram } from '../../support/program.ts';
import { stopMethods, stopUnderLoad } from '../../support/stops.ts';

/** Sends a GET over the agent's connections. Gives the status and the `connection` header, or the error code. */
const send = (url: string, agent: Agent): Promise<string> =>
  new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume().on('close', () => resolve(`${response.statusCode} ${response.headers.connection}`));
    }).on('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'no code'));
  });

describe('a graceful stop', () => {
  const [arrival, released] = [gate(), gate()];
  const api = served({ stopMilliseconds: 10_000 }, (store) => ({
    statistics: async () => {
      arrival.open();
      await released.opened;
      return store.statistics();
    },
  }));

  it('answers running and new requests with connection: close, then refuses connections', async () => {
    const keptAlive = new Agent({ keepAlive: true, maxSockets: 1 });
    const live = `${api.url}/health/live`;
    const query = new URLSearchParams({ query: '{ statistics { paperCount } }' });
    expect(await send(live, keptAlive)).toBe('200 keep-alive');
    const running = fetch(`${api.url}/graphql?${query.toString()}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    await arrival.opened;
    const stopped = api.server.stop();
    await pause(200);
    // the connection that was idle at the signal still answers, and so does a new one
    expect(await send(live, keptAlive)).toBe('200 close');
    expect(await send(live, new Agent())).toBe('200 close');
    expect(await send(`${api.url}/health/ready`, new Agent())).toBe('503 close');
    released.open();
    const { status, headers } = await running;
    expect([status, headers.get('connection')]).toEqual([200, 'close']);
    await stopped;
    expect(await send(live, new Agent())).toBe('ECONNREFUSED');
    keptAlive.destroy();
  });
});

describe('a graceful stop of a server with idle connections', () => {
  const longIdle = served({ stopMilliseconds: 10_000 });
  const other = served({ stopMilliseconds: 10_000 });

  it('closes a connection that was idle for two seconds, and waits only for those that were not', async () => {
    const keptAlive = new Agent({ keepAlive: true });
    expect(await send(`${longIdle.url}/health/live`, keptAlive)).toBe('200 keep-alive');
    await pause(2_100);
    expect(await send(`${other.url}/health/live`, keptAlive)).toBe('200 keep-alive');
    const stopped: Served[] = [];
    await Promise.all([other, longIdle].map((api) => api.server.stop().then(() => stopped.push(api))));
    expect(stopped).toEqual([longIdle, other]);
    keptAlive.destroy();
  });
});

describe('the program at a signal', () => {
  let directory = '';
  let settings: Record<string, string> = {};
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-stopping-'));
    settings = { DATA_DIR: directory, PORT: '0' };
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(Object.keys(stopMethods) as (keyof typeof stopMethods)[])(
    'loses no request of 16 clients on kept-alive connections: %s',
    async (method) => {
      const { answered, failed, exitCodes } = await stopUnderLoad(1, method);
      expect(answered).toBeGreaterThan(0);
      expect(failed).toEqual({});
      expect([...exitCodes]).toEqual([0]);
    },
  );

  it('loses no request of clients that pause between requests', async () => {
    const { failed } = await stopUnderLoad(2, 'SIGTERM to the process', { pauseMilliseconds: 500 });
    expect(failed).toEqual({});
  });

  it('is not ready at once, and serves until STOP_DELAY_SECONDS are over', async () => {
    const { child, ended, listening } = startProgram(['serve'], {
      settings: { ...settings, STOP_DELAY_SECONDS: '2' },
    });
    const address = await listening();
    const agent = new Agent();
    expect(await send(`${address}/health/ready`, agent)).toMatch(/^200/);
    child.kill('SIGTERM');
    while ((await send(`${address}/health/ready`, agent)) !== '503 close') await pause(20);
    expect(await send(`${address}/health/live`, agent)).toBe('200 close');
    expect((await ended).code).toBe(0);
  });

  it('ends at once on a second signal, unless that follows within a second', async () => {
    const { child, ended, listening } = startProgram(['serve'], {
      settings: { ...settings, STOP_DELAY_SECONDS: '600' },
    });
    await listening();
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    await pause(1_500);
    expect([child.exitCode, child.signalCode]).toEqual([null, null]);
    // a program that has got the first signal late on a busy machine still ignores the next one
    while (child.signalCode === null) {
      child.kill('SIGTERM');
      await pause(200);
    }
    expect((await ended).signal).toBe('SIGTERM');
  });

  it('ends after STOP_LIMIT_SECONDS although a request and a database never end', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const uri = `bolt://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { child, ended, listening } = startProgram(['serve'], {
      settings: { ...settings, NEO4J_URI: uri, STOP_LIMIT_SECONDS: '1' },
    });
    const address = await listening();
    const endless = fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({ start: () => undefined }),
      duplex: 'half',
    }).catch(() => 'cut off');
    await pause(300);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(await endless).toBe('cut off');
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});
