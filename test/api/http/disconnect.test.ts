import { request } from 'node:http';
import { ADA } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe('a client that disconnects', () => {
  let onRead: () => void;
  let onAbort: (reason: unknown) => void;
  const api = served({}, (_, signal) => ({
    metrics: () => {
      onRead();
      return new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          onAbort(signal.reason);
          reject(signal.reason as Error);
        });
      });
    },
  }));

  it('cancels its query in the store', async () => {
    const read = new Promise<void>((resolve) => (onRead = resolve));
    const abort = new Promise<unknown>((resolve) => (onAbort = resolve));
    const client = request(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    client.on('error', () => undefined);
    client.end(JSON.stringify({ query: `{ author(id: "${ADA}") { metrics { hIndex } } }` }));
    await read;
    client.destroy();
    expect(await abort).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringContaining('closed the connection'),
    });
  });
});
