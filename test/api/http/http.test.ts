import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
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
    ['a body larger than 100 kB', 'x'.repeat(100_001), json, 413],
    ['invalid JSON', '{', json, 400],
    ['a body that is not JSON', 'query=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a text body, which a page of any origin may send', '{}', { 'content-type': 'text/plain' }, 415],
  ])('refuses %s', async (_, body, headers, status) => {
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe('BAD_REQUEST');
  });

  it('accepts a body of nearly 100 kB', async () => {
    const response = await post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(99_900)}` }));
    expect(response.status).toBe(200);
  });

  it('redirects a browser that opens /graphql to GraphiQL', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      headers: { accept: 'text/html' },
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphiql/']);
  });

  it('allows only the configured origins', async () => {
    const allowed = async (origin: string) => {
      const response = await post('{"query":"{ __typename }"}', { ...json, origin });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowed('https://example.org')).toBe('https://example.org');
    expect(await allowed('https://example.com')).toBeNull();
  });

  it('gives every request an id, or keeps a valid one of the client', async () => {
    const idOf = async (id: string) =>
      (await post('{}', { ...json, 'x-request-id': id })).headers.get('x-request-id');
    expect(await idOf('abc-123')).toBe('abc-123');
    expect(await idOf('no id at all')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says that it is live and ready', async () => {
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
    'serves all files of %s itself, with names that allow caching for good',
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

  it('answers an unknown address with JSON to a program', async () => {
    const response = await fetch(`${api.url}/nowhere?x=1`);
    expect([response.status, response.headers.get('vary')]).toEqual([404, 'Origin, accept']);
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'There is nothing at GET /nowhere.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it.each(['/nowhere/<b>', '/explorer/nothing.js', '/graphiql/nothing.css'])(
    'answers the unknown address %s with the page of the explorer to a browser',
    async (path) => {
      const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
      const response = await fetch(api.url + path, { headers: { accept } });
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      const page = await response.text();
      expect(page).toContain('<graph-explorer>');
      expect(page).not.toContain('<b>');
    },
  );

  it('does not listen on a port that is in use', async () => {
    const other = await createServer(api.store, { port: Number(new URL(api.url).port) });
    await expect(other.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await other.stop();
  });
});

describe('a store that does not answer', () => {
  let onCheck: () => void = () => undefined;
  const checked = new Promise<void>((resolve) => (onCheck = resolve));
  const api = served({}, () => ({
    readiness: () => {
      onCheck();
      return new Promise<never>(() => undefined);
    },
  }));

  it('makes the server not ready within a second, but the server stays live', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    try {
      const answer = fetch(`${api.url}/health/ready`);
      await checked;
      jest.advanceTimersByTime(999);
      const response = await answer;
      expect([response.status, await response.json()]).toEqual([503, { status: 'store unavailable' }]);
    } finally {
      jest.useRealTimers();
    }
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
  });
});

describe('many simultaneous readiness requests', () => {
  let checks = 0;
  let arrived = 0;
  const api = served({}, (store) => ({
    readiness: async () => {
      checks += 1;
      while (arrived < 20) await pause(5);
      await pause(50); // the last request, too, has come as far as the check
      return store.readiness();
    },
  }));

  it('share one check of the store', async () => {
    api.server.fastify.server.on('request', () => (arrived += 1));
    const asked = Array.from({ length: 20 }, () => fetch(`${api.url}/health/ready`));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(checks).toBe(1);
  });
});
