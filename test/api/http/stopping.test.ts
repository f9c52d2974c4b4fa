import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProgram } from '../../support/program.ts';
import { stopUnderLoad } from '../../support/stops.ts';

/* The built program, told to end. */

describe('a server that is told to end', () => {
  let directory = '';
  let settings: Record<string, string> = {};
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-stopping-'));
    settings = { DATA_DIR: directory, PORT: '0' };
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s while many ask answers all it accepted', async (signal) => {
    const { accepted, lost, exitCodes } = await stopUnderLoad(2, { signal });
    expect(accepted).toBeGreaterThan(0);
    expect(lost).toBe(0);
    expect([...exitCodes]).toEqual([0]);
  });

  it('is not ready at once, and serves on for as long as it is set to', async () => {
    const { child, ended, listening } = startProgram(['serve'], {
      settings: { ...settings, STOP_DELAY_SECONDS: '2' },
    });
    const address = await listening();
    const ready = async () => {
      const response = await fetch(`${address}/health/ready`);
      return [response.status, await response.json()];
    };
    expect((await ready())[0]).toBe(200);
    child.kill('SIGTERM');
    await pause(500);
    expect(await ready()).toEqual([503, { status: 'stopping' }]);
    const query = encodeURIComponent('{ statistics { paperCount } }');
    const response = await fetch(`${address}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(200);
    expect((await ended).code).toBe(0);
  });

  it('ends at once when told so again', async () => {
    const { child, ended, listening } = startProgram(['serve'], {
      settings: { ...settings, STOP_DELAY_SECONDS: '600' },
    });
    await listening();
    child.kill('SIGTERM');
    await pause(300);
    child.kill('SIGTERM');
    expect((await ended).signal).toBe('SIGTERM');
  });

  it('ends in the time it is set to, whatever a client or a silent database does', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const uri = `bolt://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { child, ended, listening } = startProgram(['serve'], {
      settings: { ...settings, NEO4J_URI: uri, STOP_LIMIT_SECONDS: '1' },
    });
    const address = await listening();
    // a request that never ends: its body does not come
    const { port } = new URL(address);
    const hanging = fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({ start: () => undefined }),
      duplex: 'half',
    }).catch(() => 'cut off');
    await pause(300);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(await hanging).toBe('cut off');
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});
