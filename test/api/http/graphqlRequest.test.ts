import { brotliCompressSync, gzipSync } from 'node:zlib';
import { served } from '../../support/api/served.ts';

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
}

describe('a GraphQL request over HTTP', () => {
  const api = served();
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as Answer) };
  };
  const get = async (parameters: Record<string, string>, headers: Record<string, string> = {}) => {
    const search = new URLSearchParams(parameters).toString();
    const response = await fetch(`${api.url}/graphql?${search}`, { headers });
    return { status: response.status, ...((await response.json()) as Answer) };
  };
  const query = '{ __typename }';
  const success = { status: 200, data: { __typename: 'Query' } };

  it('may have an empty operationName, variables and extensions, which count as absent', async () => {
    const empty = { operationName: '', variables: '', extensions: '' };
    expect(await post({ query, ...empty })).toMatchObject(success);
    expect(await get({ query, ...empty })).toMatchObject(success);
  });

  it.each([
    ['variables that are a text in a POST', () => post({ query, variables: '{}' }), '`variables` in a POST'],
    ['variables that are not JSON in a GET', () => get({ query, variables: '{' }), 'contains invalid JSON'],
    ['an array of requests', () => post([{ query }]), 'Operation batching disabled'],
    ['no query', () => post({ variables: {} }), 'must contain a non-empty `query`'],
  ])('with %s is refused with the reason', async (_, send, message) => {
    const { status, errors } = await send();
    expect(status).toBe(400);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it('may be a GET with the content type of a form, whose parameters are in the address', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await get({ query, variables: '{"first":1}' }, form)).toMatchObject(success);
  });

  describe('with a gzip body', () => {
    const gzip = { 'content-encoding': 'gzip' };

    it('is answered', async () => {
      expect(await post(gzipSync(JSON.stringify({ query })), gzip)).toMatchObject(success);
    });

    it('of 100 kB that decompresses to 100 MB is refused, without decompressing it', async () => {
      const bomb = gzipSync(Buffer.alloc(100_000_000));
      expect(bomb.length).toBeLessThan(100_000);
      bomb.fill(0, bomb.length - 8); // a wrong checksum: whoever decompresses all of it says that it is not gzip
      expect(await post(bomb, gzip)).toMatchObject({
        status: 413,
        errors: [{ message: 'The request body is larger than 100 kB.' }],
      });
    });

    it('that is larger than 100 kB before decompression is refused', async () => {
      const members = Buffer.concat(Array<Buffer>(6_000).fill(gzipSync('')));
      expect(await post(members, gzip)).toMatchObject({ status: 413 });
    });

    it('that is not gzip data is refused with the reason', async () => {
      expect(await post({ query }, gzip)).toMatchObject({
        status: 400,
        errors: [{ message: 'The request body is not valid gzip data.' }],
      });
    });

    it('that ends too early is refused with the reason', async () => {
      const cut = gzipSync(JSON.stringify({ query })).subarray(0, 25);
      expect(await post(cut, gzip)).toMatchObject({ status: 400 });
    });
  });

  it('with another content encoding is refused with 415 and the reason', async () => {
    const body = brotliCompressSync(JSON.stringify({ query }));
    expect(await post(body, { 'content-encoding': 'br' })).toMatchObject({
      status: 415,
      errors: [{ message: 'The content encoding "br" is not supported. Use gzip or none.' }],
    });
  });

  describe('that cannot be executed', () => {
    it.each([
      ['a syntax error', { query: '{' }],
      ['an unknown field', { query: '{ nope }' }],
      ['an invalid variable', { query: 'query ($id: ID!) { author(id: $id) { name } }' }],
      ['an unknown operation name', { query: 'query A { __typename }', operationName: 'B' }],
      [
        'too high a cost',
        { query: '{ papers(first: 99) { nodes { authors(first: 99) { nodes { name } } } } }' },
      ],
    ])('because of %s has the status that the accepted format requires', async (_, body) => {
      const statusFor = async (accept: string) => (await post(body, { accept })).status;
      expect(await statusFor('application/json')).toBe(200);
      expect(await statusFor('application/graphql-response+json')).toBe(400);
      expect(await statusFor('application/graphql-response+json, application/json;q=0.9')).toBe(400);
      expect(await statusFor('*/*')).toBe(400);
    });
  });

  describe('that a browser sends as a GET', () => {
    const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0' };

    it.each([
      ['a page of another site', { ...browser, 'sec-fetch-site': 'cross-site' }],
      ['a page of a sibling domain', { ...browser, 'sec-fetch-site': 'same-site' }],
      ['any page over plain HTTP', browser],
      ['a page of another origin', { origin: 'https://example.com' }],
    ])('for %s is refused', async (_, headers) => {
      const { status, errors } = await get({ query }, headers);
      expect(status).toBe(400);
      expect(errors?.[0]?.message).toContain('Cross-Site Request Forgery');
    });

    it.each([
      ['a page of this server', { ...browser, 'sec-fetch-site': 'same-origin' }],
      ['the user', { ...browser, 'sec-fetch-site': 'none' }],
      ['a page that got leave by a preflight', { ...browser, 'apollo-require-preflight': '1' }],
    ])('for %s is answered', async (_, headers) => {
      expect(await get({ query }, headers)).toMatchObject(success);
    });
  });
});
