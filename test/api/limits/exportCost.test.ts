import { request } from 'node:http';
import { ADA, DEE, ONE } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe.each([
  ['collaborations', `collaborators?id=${encodeURIComponent(ADA)}&format=gexf`, 1 + 1 + 2 + 1 + 3],
  ['papers', `papers?ids=${encodeURIComponent(ONE)}&format=ris`, 1 + 1 + 2 + 1],
  ['papers of an author', `papers?ids=${encodeURIComponent(DEE)}&format=ris`, 1 + 1 + 1 + 1 + 1 + 1],
  [
    'a slice',
    `slice?ids=${encodeURIComponent(ADA)}&kinds=AUTHOR&relations=CO_AUTHORED&format=gexf`,
    1 + 1 + 2 + 1 + 3,
  ],
])('the export of %s', (_, path, cost) => {
  const enough = served({ rateLimit: cost });
  const tooLittle = served({ rateLimit: cost - 1 });

  it(`costs ${cost}: 1 for each entity, page, abstract and edge that is read`, async () => {
    expect((await fetch(`${enough.url}/export/${path}`)).status).toBe(200);
    for (const { url } of [enough, tooLittle]) {
      const response = await fetch(`${url}/export/${path}`);
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'RATE_LIMITED', requestId: expect.any(String) } }],
      });
    }
  });

  it('costs as much if the request line has an absolute URL', async () => {
    const { port } = new URL(tooLittle.url);
    const status = await new Promise((resolve, reject) => {
      const whole = `http://example.org/export/${path}`;
      request({ port, path: whole }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(429);
  });
});

describe('an export that is refused', () => {
  const api = served({ rateLimit: 50 });

  it('costs 20', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      statuses.push((await fetch(`${api.url}/export/slice?format=nonsense`)).status);
    }
    expect(statuses).toEqual([400, 400, 400, 429]);
  });
});
