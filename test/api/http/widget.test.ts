import { served } from '../../support/api/served.ts';

describe('the file of the widget, over HTTP', () => {
  const api = served({ corsOrigins: ['https://example.org'] });
  const get = (headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${api.url}/widget.js`, { headers });

  it('may be loaded by pages of any origin, whoever may ask', async () => {
    for (const origin of ['https://example.org', 'https://example.com']) {
      const { status, headers } = await get({ origin });
      expect(status).toBe(200);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    }
  });

  it('is compressed for those who take it so, and the same to both', async () => {
    const [plain, compressed] = await Promise.all([
      get({ 'accept-encoding': 'identity' }),
      get({ 'accept-encoding': 'gzip' }),
    ]);
    expect([plain, compressed].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'gzip']);
    expect(await compressed.text()).toBe(await plain.text());
  });

  it('is sent once to those who have it', async () => {
    const { headers } = await get();
    const again = await get({ 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});
