import { serverAudits } from 'graphql-http';
import { served } from '../../support/api/served.ts';

const crossSite =
  'a GET without a header that browsers ask leave for could come from any page: such requests are refused';
const statuses =
  'what is refused says so in its status, also to clients that only know application/json: logs, proxies and rate limits go by it';

/** What this server does otherwise than the draft would have it (none of it a MUST), and why. */
const otherwise: Readonly<Record<string, string>> = {
  'MAY accept application/x-www-form-urlencoded formatted GET requests': crossSite,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json':
    crossSite,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json':
    crossSite,
  'SHOULD use 200 status code on document parsing failure when accepting application/json': statuses,
  'SHOULD use 200 status code on document validation failure when accepting application/json': statuses,
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json': statuses,
};

describe('GraphQL over HTTP, as its draft has it', () => {
  const api = served();
  const ask: typeof fetch = (url, init) => fetch(url, init);
  const audits = serverAudits({ url: () => `${api.url}/graphql`, fetchFn: ask });
  const kept = audits.filter(({ name }) => !(name in otherwise));

  it.each(kept.map((audit) => [audit.name, audit]))('%s', async (_, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });

  it('does otherwise only where it means to', () => {
    expect(audits.length - kept.length).toBe(Object.keys(otherwise).length);
    expect(Object.keys(otherwise).filter((name) => name.startsWith('MUST'))).toEqual([]);
  });

  it('answers a GET of whoever is no page of another site', async () => {
    const query = new URLSearchParams({ query: '{ __typename }' });
    const response = await fetch(`${api.url}/graphql?${query.toString()}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });
});
