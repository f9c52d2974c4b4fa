import { serverAudits } from 'graphql-http';
import { served } from '../../support/api/served.ts';

describe('GraphQL over HTTP: the audits of graphql-http', () => {
  const api = served();
  const audits = serverAudits({
    url: () => `${api.url}/graphql`,
    fetchFn: (url: string, init?: RequestInit) => fetch(url, init),
  });

  it.each(audits.map((audit) => [audit.name, audit]))('%s', async (_, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});
