import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runSync } from '../support/sources/runSync.ts';
import { failingWhims, toleratedWhims, wellBehaved, WORKS, type Answer } from '../support/sources/whims.ts';
import { openEmbedded } from '../support/stores.ts';

const scope = { filter: 'type:article' };

describe('sync with a service that has whims', () => {
  const open = openEmbedded();
  let answer: Answer;
  let requests = 0;
  const server = createServer(({ url = '' }, response) => {
    const cursor = new URL(url, 'http://localhost').searchParams.get('cursor') ?? '*';
    answer(response, cursor === '*' ? 0 : parseInt(cursor), requests++);
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const run = async (whim: Answer) => {
    answer = whim;
    requests = 0;
    const store = await open();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const outcome = await runSync(store, url, { scope });
    const papers = (await store.statistics()).paperCount;
    return { ...outcome, papers, store, url };
  };

  it.each(toleratedWhims)('reads everything from one that %s', async (_, whim, expected) => {
    const { error, isComplete, papers } = await run(whim);
    expect([error, isComplete, papers]).toEqual([undefined, true, expected]);
  });

  it.each(failingWhims)('says what is wrong with one that %s', async (_, whim, expected, message) => {
    const { error, papers, store, url } = await run(whim);
    expect(error?.message).toMatch(message);
    expect(papers).toBe(expected);
    answer = wellBehaved;
    expect((await runSync(store, url, { scope })).isComplete).toBe(true);
    expect((await store.statistics()).paperCount).toBe(WORKS);
  });
});
