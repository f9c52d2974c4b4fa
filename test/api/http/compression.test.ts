import { get as httpGet, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ADA } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

interface RawResponse {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** `fetch` would decompress the body. */
const raw = (url: string, headers: Record<string, string>, body?: string): Promise<RawResponse> =>
  new Promise((resolve, reject) => {
    const send = body === undefined ? httpGet : httpRequest;
    const request = send(url, { method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });

const decompressors = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body };
const encodings = Object.keys(decompressors) as (keyof typeof decompressors)[];
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' };

const largeQuery = '{ __schema { types { name description fields { name description } } } }';

describe('answers', () => {
  const api = served({ corsOrigins: ['https://example.org'] });
  const addresses = (): Record<string, string> => ({
    query: `${api.url}/graphql?query=${encodeURIComponent(largeQuery)}`,
    export: `${api.url}/export/slice?ids=${encodeURIComponent(ADA)}&format=gexf`,
    page: `${api.url}/`,
    widget: `${api.url}/widget.js`,
  });

  it.each(encodings)(
    'of more than 1 kB to a POST are sent as %s to a client that accepts it',
    async (encoding) => {
      const headers = { 'content-type': 'application/json', 'accept-encoding': encoding };
      const response = await raw(`${api.url}/graphql`, headers, JSON.stringify({ query: largeQuery }));
      expect(response.headers['content-encoding'] ?? 'identity').toBe(encoding);
      const answer: unknown = JSON.parse(decompressors[encoding](response.body).toString());
      expect(answer).toHaveProperty('data.__schema');
    },
  );

  it('of less than 1 kB are not compressed', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const response = await raw(
      `${api.url}/graphql`,
      { 'content-type': 'application/json', ...browser },
      body,
    );
    expect(response.headers['content-encoding']).toBeUndefined();
    expect(response.headers['content-length']).toBe(String(response.body.length));
  });

  it.each(['query', 'export', 'widget'])('are the same in each encoding: %s', async (name) => {
    const bodies = [];
    for (const encoding of encodings) {
      const { headers, body } = await raw(addresses()[name]!, { 'accept-encoding': encoding });
      expect(headers['content-encoding'] ?? 'identity').toBe(encoding);
      expect(headers.vary).toContain('accept-encoding');
      bodies.push(decompressors[encoding](body).toString());
    }
    expect(new Set(bodies).size).toBe(1);
  });

  it.each(['query', 'export', 'page', 'widget'])(
    'to a GET are 304 for a client that has them: %s',
    async (name) => {
      const url = addresses()[name]!;
      for (const encoding of encodings) {
        const accept = { 'accept-encoding': encoding };
        const first = await raw(url, accept);
        const { etag = '' } = first.headers;
        expect(first.headers['cache-control']).toBe('no-cache');
        const second = await raw(url, { ...accept, 'if-none-match': `"other", ${etag}` });
        expect([second.status, second.body.length, second.headers.etag]).toEqual([304, 0, etag]);
        expect(second.headers.vary).toContain('accept-encoding');
        expect((await raw(url, { ...accept, 'if-none-match': 'W/"other"' })).status).toBe(200);
      }
    },
  );

  it('with an error have no ETag', async () => {
    const response = await fetch(`${api.url}/graphql?query=${encodeURIComponent('{ nope }')}`);
    expect([response.status, response.headers.get('etag')]).toEqual([400, null]);
  });
});

describe('the files of the built pages', () => {
  const api = served();

  it.each(['/graphiql/', '/'])('of %s are sent as the build has compressed them', async (path) => {
    const page = await (await fetch(api.url + path)).text();
    const [, script = ''] = /src="([^"]+\.js)"/.exec(page) ?? [];
    const url = new URL(script, api.url + path).href;
    const plain = await raw(url, {});
    const sizes = [plain.body.length];
    for (const [encoding, accepted] of [
      ['gzip', 'gzip'],
      ['br', browser['accept-encoding']],
    ] as const) {
      const { headers, body } = await raw(url, { 'accept-encoding': accepted });
      expect(headers).toMatchObject({
        'content-encoding': encoding,
        'content-type': 'application/javascript; charset=utf-8',
        'content-length': String(body.length),
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      });
      expect(decompressors[encoding](body).equals(plain.body)).toBe(true);
      sizes.push(body.length);
    }
    expect(sizes[1]).toBeLessThan(0.6 * sizes[0]!);
    expect(sizes[2]).toBeLessThan(sizes[1]!);
  });
});

describe('the script of the widget', () => {
  const api = served({ corsOrigins: ['https://example.org'] });

  it.each(['https://example.org', 'https://example.com'])('may be loaded by a page of %s', async (origin) => {
    const { status, headers } = await fetch(`${api.url}/widget.js`, { headers: { origin } });
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('content-type')).toMatch(/javascript; charset=utf-8$/);
  });
});
