import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ada, adasWorks } from '../support/sources/drawnWorks.ts';
import { runSync } from '../support/sources/runSync.ts';
import { SimulatedOpenAlex } from '../support/sources/simulatedOpenAlex.ts';
import { openEmbedded } from '../support/stores.ts';

const scope = { orcid: ada.orcid };

/** An address at which nothing listens. */
const deadAddress = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
};

describe('the budget', () => {
  const open = openEmbedded();
  const spending = async (urls: readonly string[]) => {
    const store = await open();
    const costs: (string | undefined)[] = [];
    for (const url of urls) costs.push((await runSync(store, url, { scope })).costText);
    const document = JSON.parse((await store.documents()).get('spending openalex') ?? '') as {
      spent: number;
    };
    return { costs, spent: document.spent };
  };

  it('does not count requests that were not sent', async () => {
    const urls = [await deadAddress(), 'http://127.0.0.1:9', 'http://openalex.invalid'];
    const { costs, spent } = await spending(urls);
    expect(spent).toBe(0);
    expect(costs).toEqual(urls.map(() => '0 requests for lists, $0; $0 spent today'));
  });

  it('counts requests that were sent and whose answer is not known', async () => {
    const api = await new SimulatedOpenAlex({ works: adasWorks(50) }).start();
    api.constantFault = 'cut';
    const { spent } = await spending([api.url]);
    await api.stop();
    expect([spent, api.requests.length]).toEqual([400, 4]);
  });
});
