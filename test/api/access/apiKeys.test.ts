import { formatApiKey, hashOfKey, newKey, parseApiKey, type ApiKey } from '../../../src/api/access/apiKey.ts';
import { served } from '../../support/api/served.ts';

const key = newKey();
const revokedKey = newKey();
const ada: ApiKey = { name: 'ada', roles: ['CURATOR'], hash: hashOfKey(key) };
const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
const query = '{ viewer { name roles } }';

describe('a request with an API key', () => {
  const api = served({ apiKeys: [{ ...ada, name: 'first', hash: hashOfKey(newKey()) }, ada] });
  const viewer = (headers: Record<string, string>) => api.ask(query, {}, headers);

  it('is made by the owner of the key', async () => {
    const { data, errors } = await viewer(bearer(key));
    expect(errors).toEqual([]);
    expect(data).toEqual({ viewer: { name: 'ada', roles: ['CURATOR'] } });
    expect((await viewer({ authorization: `bearer  ${key}` })).data).toEqual(data);
  });

  it('is made by nobody without a key, also with the password of a proxy', async () => {
    const others: Record<string, string>[] = [{}, { authorization: 'Basic YTpi' }];
    for (const headers of others) {
      expect(await viewer(headers)).toMatchObject({ data: { viewer: null }, errors: [] });
    }
  });

  it.each([
    ['revoked', bearer(revokedKey), 'not one of this server'],
    ['mistyped', bearer(`${key}x`), 'not one of this server'],
    ['shortened', bearer(key.slice(0, -1)), 'not one of this server'],
    ['sent as its hash', bearer(ada.hash), 'not one of this server'],
    ['without the word Bearer', { authorization: key }, 'header authorization has an API key'],
    ['in another header', { 'x-api-key': key }, 'header x-api-key has an API key'],
  ])('is refused if the key is %s; the error does not repeat the key', async (_, headers, message) => {
    const { data, errors } = await viewer(headers);
    expect(data).toEqual({ viewer: null });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(errors[0]!.message).toContain(message);
    expect(errors[0]!.message).not.toContain('cgk_');
  });
});

describe('a server without API keys', () => {
  const api = served();

  it('accepts none', async () => {
    const { errors } = await api.ask(query, {}, bearer(key));
    expect(errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(errors[0]!.message).toContain('no API keys (setting API_KEYS)');
  });
});

describe('the rate limit', () => {
  const api = served({ rateLimit: 150, apiKeys: [ada] });

  it('counts the requests of a key apart from those of its address', async () => {
    const expensive = '{ papers(first: 99) { nodes { title } } }';
    expect((await api.ask(expensive)).status).toBe(200);
    expect((await api.ask(expensive, {}, bearer(revokedKey))).status).toBe(429);
    expect((await api.ask(expensive, {}, bearer(key))).status).toBe(200);
  });
});

describe('an entry of API_KEYS', () => {
  it('is written and read', () => {
    expect(parseApiKey(formatApiKey(ada))).toEqual(ada);
  });

  it.each([
    'ada',
    'ada:curator',
    `ada:curator:${ada.hash.slice(1)}`,
    `ada:king:${ada.hash}`,
    `ada::${ada.hash}`,
    `:curator:${ada.hash}`,
    `a da:curator:${ada.hash}`,
    `ada:curator:${ada.hash}:more`,
    `ada:curator:${key}`,
  ])('is refused: %s', (entry) => {
    expect(parseApiKey(entry)).toBeUndefined();
  });
});
