import { createServer } from 'node:net';
import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ada, adasWorks } from '../support/sources/drawnWorks.ts';
import type { Fault } from '../support/sources/faults.ts';
import { runSync } from '../support/sources/runSync.ts';
import { SimulatedOpenAlex } from '../support/sources/simulatedOpenAlex.ts';
import { untrustedCertificate } from '../support/sources/untrustedCertificate.ts';
import { openEmbedded } from '../support/stores.ts';

const scope = { orcid: ada.orcid };
const KEY = 'secret-key-of-ada';

describe('sync in bad weather', () => {
  const open = openEmbedded();
  let api: SimulatedOpenAlex;
  beforeEach(async () => {
    api = await new SimulatedOpenAlex({ works: adasWorks(150), key: KEY }).start();
  });
  afterEach(() => api.stop());

  it.each<[Fault]>([
    ['tooMany'],
    ['tooFast'],
    ['failing'],
    ['html'],
    ['otherJson'],
    ['cut'],
    ['cutJson'],
    ['stuck'],
    ['slow'],
    ['endless'],
    ['sameCursor'],
    ['withPassword'],
  ])('reads everything although single answers fail: %s', async (fault) => {
    const store = await open();
    api.faults = [fault, undefined, fault];
    const { error, isComplete } = await runSync(store, api.url, { scope, apiKey: KEY });
    expect([error, isComplete]).toEqual([undefined, true]);
    expect((await store.statistics()).paperCount).toBe(150);
  });

  it.each<[Fault, string, RegExp]>([
    ['tooMany', 'SOURCE_UNAVAILABLE', /too fast \(status 429\)\. It was tried 4 times/],
    ['waitLong', 'SOURCE_UNAVAILABLE', /asks to wait 7200 seconds/],
    ['tooFast', 'SOURCE_UNAVAILABLE', /too fast \(status 403\)/],
    ['failing', 'SOURCE_UNAVAILABLE', /failed \(status 500\)/],
    ['html', 'SOURCE_UNAVAILABLE', /answered HTML or XML instead of JSON/],
    ['otherJson', 'SOURCE_UNAVAILABLE', /not a page of works/],
    ['cut', 'SOURCE_UNAVAILABLE', /cut off its answer/],
    ['cutJson', 'SOURCE_UNAVAILABLE', /incomplete or invalid text instead of JSON/],
    ['stuck', 'SOURCE_UNAVAILABLE', /did not complete its answer within 1.5 seconds/],
    ['endless', 'SOURCE_UNAVAILABLE', /more than 4000000 bytes/],
    ['sameCursor', 'SOURCE_UNAVAILABLE', /repeats a cursor/],
    ['elsewhere', 'SOURCE_UNAVAILABLE', /redirects to http:\/\/elsewhere\.invalid\. .*not followed/],
    ['encrypted', 'SOURCE_UNAVAILABLE', /redirects from http: to https:.* in the settings to https:\/\/127/],
  ])('says what is wrong if all answers fail, and continues later: %s', async (fault, code, message) => {
    const store = await open();
    api.faults = [undefined];
    api.constantFault = fault;
    const { error } = await runSync(store, api.url, { scope, apiKey: KEY });
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(error?.message).not.toContain(KEY);
    expect(JSON.stringify([...(await store.documents())])).not.toContain(KEY);
    expect((await store.statistics()).paperCount).toBe(100);
    api.constantFault = undefined;
    expect((await runSync(store, api.url, { apiKey: KEY })).error).toBeUndefined();
    expect((await store.statistics()).paperCount).toBe(150);
  });

  it('reports a list that is much shorter than its count, stores it, and reads it again later', async () => {
    const store = await open();
    api.countError = 20;
    const { error } = await runSync(store, api.url, { scope, apiKey: KEY });
    expect(error?.message).toMatch(
      /says that 170 works match, but its list has 150.* What was read is stored/,
    );
    expect((await store.statistics()).paperCount).toBe(150);
    api.countError = 0;
    const { isComplete } = await runSync(store, api.url, { apiKey: KEY });
    expect(isComplete).toBe(true);
    expect((await store.statistics()).paperCount).toBe(150);
  });

  it('says that a key is wrong, without the key', async () => {
    const store = await open();
    const { error } = await runSync(store, api.url, { scope, apiKey: 'wrong-key' });
    expect(error).toMatchObject({
      code: 'SOURCE_REFUSED',
      message: expect.stringContaining('OPENALEX_API_KEY'),
    });
    expect(error?.message).not.toContain('wrong-key');
    expect(api.requests).toHaveLength(1);
  });

  it('sends nothing to a host whose certificate is not trusted, and says so', async () => {
    const store = await open();
    const requests: string[] = [];
    const server = createHttpsServer(untrustedCertificate, ({ url = '' }, response) => {
      requests.push(url);
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { error } = await runSync(store, `https://127.0.0.1:${port}`, { scope, apiKey: KEY });
    server.close();
    expect(error).toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: expect.stringMatching(/^The certificate of 127\.0\.0\.1:\d+ is not trusted \(\w+\)/),
    });
    expect(error?.message).not.toContain(KEY);
    expect(requests).toEqual([]);
  });

  it('says that a filter is wrong', async () => {
    const store = await open();
    const { error } = await runSync(store, api.url, { scope: { filter: 'nonsense:1' }, apiKey: KEY });
    expect(error).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('Unknown filter field'),
    });
  });

  it('says that the host cannot be reached or is unknown', async () => {
    const store = await open();
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const closed = await runSync(store, `http://127.0.0.1:${port}`, { scope, apiKey: KEY });
    expect(closed.error?.message).toMatch(/cannot be reached \(ECONNREFUSED\)/);
    const wrongPort = await runSync(store, 'http://127.0.0.1:9', { scope, apiKey: KEY });
    expect(wrongPort.error?.message).toMatch(
      /^Nothing was sent to 127\.0\.0\.1:9, because its port belongs to/,
    );
    const unknown = await runSync(store, 'http://openalex.invalid', { scope, apiKey: KEY });
    expect(unknown.error?.message).toMatch(/host openalex\.invalid is unknown, or there is no network/);
  });

  it('refuses a second sync while one runs, and is refused while an import runs', async () => {
    const store = await open();
    const session = await store.beginImport();
    await expect(runSync(store, api.url, { scope, apiKey: KEY })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    expect(api.requests).toHaveLength(0);
    await session.abandon();
    api.faults = ['slow'];
    const first = runSync(store, api.url, { scope, apiKey: KEY });
    const second = runSync(store, api.url, { scope, apiKey: KEY, name: 'other' });
    await expect(second).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect((await first).error).toBeUndefined();
  });

  it('ends at once when it is aborted, and continues later', async () => {
    const store = await open();
    const controller = new AbortController();
    api.faults = [undefined, 'stuck'];
    const running = runSync(store, api.url, { scope, apiKey: KEY, signal: controller.signal, limits: {} });
    while (api.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect((await runSync(store, api.url, { apiKey: KEY })).report.new).toBeGreaterThanOrEqual(50);
    expect((await store.statistics()).paperCount).toBe(150);
  });
});
