import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runSync } from '../support/sources/runSync.ts';
import { importRecords, openEmbedded } from '../support/stores.ts';

describe('a service that refuses a user', () => {
  const open = openEmbedded();
  let answer: [status: number, body: object];
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]));
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const run = async (service: 'openalex' | 'semantic-scholar', apiKey?: string) => {
    requests = 0;
    const store = await open();
    await importRecords(store, [{ title: 'One', ids: { doi: '10.5555/one' } }]);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const scope = service === 'openalex' ? { filter: 'type:article' } : {};
    return runSync(store, url, { service, scope, ...(apiKey !== undefined && { apiKey }) });
  };

  it.each<[string, string | undefined, RegExp]>([
    ['a wrong key', 'wrong', /\(status 403\)\. Check SEMANTIC_SCHOLAR_API_KEY\. It says: Forbidden/],
    ['no key', undefined, /No key is set in SEMANTIC_SCHOLAR_API_KEY/],
  ])('is understood if Semantic Scholar answers 403 to %s, and is asked once', async (_, key, message) => {
    answer = [403, { message: 'Forbidden' }];
    const { error } = await run('semantic-scholar', key);
    expect(error).toMatchObject({ code: 'SOURCE_REFUSED', message: expect.stringMatching(message) });
    expect(requests).toBe(1);
  });

  it.each([
    [402, 'Insufficient budget'],
    [403, 'Daily budget of $0.01 exceeded. Resets at midnight UTC.'],
    [429, 'Insufficient budget. This request costs $0.001.'],
  ])('is quoted if OpenAlex says that the budget is used up: %d', async (status, message) => {
    answer = [status, { error: 'Refused', message }];
    const { error } = await run('openalex', 'key');
    expect(error).toMatchObject({ code: 'BUDGET_EXHAUSTED', message: expect.stringContaining(message) });
    expect(requests).toBe(1);
  });
});
