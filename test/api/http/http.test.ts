import { createServer } from '../../../src/server.ts';
import { served } from '../../support/api/served.ts';

const json = { 'content-type': 'application/json' };

describe('the server', () => {
  const api = served({ corsOrigins: ['https://example.org'] });

  const post = (body: string, headers: Record<string, string> = json) =>
    fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
  const codeOf = async (response: Response): Promise<unknown> => {
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    return errors[0]?.extensions.code;
  };

  it.each([
    ['a body past 100 kB', 'x'.repeat(100_001), json, 413],
    ['broken JSON', '{', json, 400],
    ['several operations in one request', '[{"query":"{ __typename }"}]', json, 400],
    ['a body that is not JSON', 'query=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a text that a page of any origin may send', '{}', { 'content-type': 'text/plain' }, 415],
  ])('refuses %s', async (_, body, headers, status) => {
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe('BAD_REQUEST');
  });

  it('takes a body of nearly 100 kB', async () => {
    const response = await post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(99_900)}` }));
    expect(response.status).toBe(200);
  });

  it('answers GET to clients that are not just any page', async () => {
    const url = `${api.url}/graphql?query=%7B__typename%7D`;
    expect((await fetch(url)).status).toBe(400);
    const allowed = await fetch(url, { headers: { 'apollo-require-preflight': '1' } });
    expect(await allowed.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('leads a browser that opens /graphql to the page', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      headers: { accept: 'text/html' },
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphiql/']);
  });

  it('allows the origins that are set, and no other', async () => {
    const allowed = async (origin: string) => {
      const response = await post('{"query":"{ __typename }"}', { ...json, origin });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowed('https://example.org')).toBe('https://example.org');
    expect(await allowed('https://example.com')).toBeNull();
  });

  it('gives every request an id: the caller’s where it is one', async () => {
    const idOf = async (id: string) =>
      (await post('{}', { ...json, 'x-request-id': id })).headers.get('x-request-id');
    expect(await idOf('abc-123')).toBe('abc-123');
    expect(await idOf('no id at all')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says that it is alive and ready', async () => {
    const answer = async (path: string) => (await fetch(`${api.url}/health/${path}`)).json();
    expect(await answer('live')).toEqual({ status: 'live' });
    expect(await answer('ready')).toEqual({ status: 'ready', importUnfinished: false });
  });

  it.each(['/', '/author/author:name:x', '/paper/paper:doi:10.1000/x', '/search?text=x', '/paths/authors'])(
    'serves the explorer at %s under a strict policy',
    async (path) => {
      const response = await fetch(api.url + path);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await response.text()).toContain('<graph-explorer>');
      const policy = response.headers.get('content-security-policy');
      expect(policy).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
      expect(policy).not.toContain('unsafe');
    },
  );

  it.each(['/', '/graphiql/'])(
    'serves the files of %s from itself alone, to be kept for good',
    async (path) => {
      const page = await (await fetch(api.url + path)).text();
      const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
      expect(files.filter((file) => /^(?:https?:)?\/\//.test(file))).toEqual([]);
      const script = files.find((file) => file.endsWith('.js')) ?? '';
      const response = await fetch(new URL(script, api.url + path));
      expect([response.status, response.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
    },
  );

  it('answers what is not there with a code', async () => {
    const response = await fetch(`${api.url}/nowhere`);
    expect(response.status).toBe(404);
    expect(await codeOf(response)).toBe('BAD_REQUEST');
  });

  it('fails to listen on a port in use', async () => {
    const other = await createServer(api.store, { port: Number(new URL(api.url).port) });
    await expect(other.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await other.stop();
  });
});

describe('a store that does not answer', () => {
  const api = served({}, () => ({ readiness: () => new Promise<never>(() => undefined) }));

  it('is not ready, which is said in under a second, and the server is alive', async () => {
    const began = performance.now();
    const response = await fetch(`${api.url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([503, { status: 'store unavailable' }]);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
  });
});

describe('a store that is asked by many whether it is ready', () => {
  let times = 0;
  const api = served({}, (store) => ({
    readiness: async () => {
      times += 1;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return store.readiness();
    },
  }));

  it('says so to all of them at once', async () => {
    const asked = Array.from({ length: 20 }, () => fetch(`${api.url}/health/ready`));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(times).toBeLessThan(5);
  });
});
