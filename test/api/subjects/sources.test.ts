import type { SourceState } from '../../../src/graph/sources/sourceState.ts';
import { served } from '../../support/api/served.ts';

const state: SourceState = {
  name: 'ada',
  service: 'openalex',
  scope: { orcid: '0000-0002-1825-0097', hops: 1 },
  isLargeConfirmed: false,
  recordCount: 12,
  lastRun: '2026-01-02T03:04:05.000Z',
  lastSuccess: '2026-01-02T03:04:05.000Z',
  lastError: null,
  progress: null,
};

const documents = async () =>
  new Map([
    ['source ada', JSON.stringify(state)],
    ['source bob', JSON.stringify({ ...state, name: 'bob', lastSuccess: null, lastError: 'No network.' })],
    ['spending openalex', '{"day":"2026-01-02","spent":100}'],
  ]);
const query = '{ sources { name service scope recordCount lastSuccess nextRun lastError } }';

describe('the sources of a server with a schedule', () => {
  const { ask, url } = ((server) => ({ ask: (text: string) => server.ask(text), url: () => server.url }))(
    served({ syncMilliseconds: 86_400_000 }, () => ({ documents })),
  );

  it('have their state and the time of the next run', async () => {
    const { data, errors } = await ask(query);
    expect(errors).toEqual([]);
    expect(data.sources).toEqual([
      {
        name: 'ada',
        service: 'OpenAlex',
        scope: 'orcid 0000-0002-1825-0097, hops 1',
        recordCount: 12,
        lastSuccess: '2026-01-02T03:04:05.000Z',
        nextRun: '2026-01-03T03:04:05.000Z',
        lastError: null,
      },
      expect.objectContaining({ name: 'bob', nextRun: '2026-01-02T04:04:05.000Z', lastError: 'No network.' }),
    ]);
  });

  it('are in the metrics', async () => {
    const text = await (await fetch(`${url()}/metrics`)).text();
    expect(text).toContain('coauthor_graph_source_records{source="ada"} 12');
    expect(text).toContain('coauthor_graph_source_failed{source="bob"} 1');
    expect(text).toContain('coauthor_graph_source_last_success_timestamp_seconds{source="ada"} 1767323045');
  });
});

describe('the sources of a server without a schedule', () => {
  const server = served({}, () => ({ documents }));

  it('have no next run', async () => {
    const { data } = await server.ask('{ sources { nextRun } }');
    expect(data.sources).toEqual([{ nextRun: null }, { nextRun: null }]);
  });
});
