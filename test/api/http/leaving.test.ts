import { request } from 'node:http';
import { ADA } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe('a client that leaves', () => {
  let asked: () => void;
  let stopped: (reason: unknown) => void;
  const api = served({}, (_, signal) => ({
    metrics: () => {
      asked();
      return new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          stopped(signal.reason);
          reject(signal.reason as Error);
        });
      });
    },
  }));

  it('stops its query in the store', async () => {
    const wasAsked = new Promise<void>((resolve) => (asked = resolve));
    const wasStopped = new Promise<unknown>((resolve) => (stopped = resolve));
    const client = request(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    client.on('error', () => undefined);
    client.end(JSON.stringify({ query: `{ author(id: "${ADA}") { metrics { hIndex } } }` }));
    await wasAsked;
    client.destroy();
    expect(await wasStopped).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringContaining('closed the connection'),
    });
  });
});
