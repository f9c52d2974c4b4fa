import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sourcesOf } from '../../src/graph/sources/sourceState.ts';
import { runSync } from '../support/sources/runSync.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const known: Record<string, object> = {
  'DOI:10.5555/one': {
    paperId: 'a'.repeat(40),
    corpusId: 11,
    externalIds: { DOI: '10.5555/one', CorpusId: 11 },
    title: 'Another title',
    abstract: 'The abstract of one.',
    references: [
      { paperId: 'b'.repeat(40), corpusId: 12, externalIds: { DOI: '10.5555/two' } },
      { paperId: null, corpusId: null, externalIds: null },
    ],
  },
  'ARXIV:2001.00002': {
    paperId: 'b'.repeat(40),
    corpusId: 12,
    externalIds: {},
    title: 'Two',
    abstract: 'New text.',
    citations: [
      { paperId: 'c'.repeat(40), corpusId: 13, externalIds: { DOI: '10.5555/THREE' } },
      { paperId: 'd'.repeat(40), corpusId: 14, externalIds: { ArXiv: '1', DOI: '10.5555/unknown' } },
      { paperId: null, corpusId: null, externalIds: null },
      null,
    ],
  },
};

const records = [
  { title: 'One', ids: { doi: '10.5555/one' }, year: 2001, authors: [{ name: 'Ada' }, { name: 'Bo' }] },
  { title: 'Two', ids: { arxiv: '2001.00002' }, abstract: 'The old text.', authors: [{ name: 'Bo' }] },
  { title: 'Two again', ids: { doi: '10.5555/two' }, authors: [{ name: 'Cy' }] },
  { title: 'Without an identifier', authors: [{ name: 'Cy' }] },
];

describeStores('sync with Semantic Scholar', ({ open }) => {
  let server: Server;
  let url: string;
  let statuses: number[] = [];
  let reason = 'Too many ids';
  const requests: { ids: string[]; fields: string; key: unknown; time: number }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        const { ids } = JSON.parse(body) as { ids: string[] };
        const fields = new URL(request.url ?? '', url).searchParams.get('fields') ?? '';
        requests.push({ ids, fields, key: request.headers['x-api-key'], time: performance.now() });
        const status = statuses.shift() ?? 200;
        response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' });
        response.end(JSON.stringify(status === 200 ? ids.map((id) => known[id] ?? null) : { error: reason }));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  beforeEach(() => {
    requests.length = 0;
    statuses = [];
    reason = 'Too many ids';
  });
  const complete = { service: 'semantic-scholar', scope: {} } as const;

  it('adds references, identifiers and missing abstracts, and replaces nothing', async () => {
    const store = await open();
    await importRecords(store, records);
    statuses = [429, 500];
    const { error } = await runSync(store, url, { ...complete, apiKey: 'key' });
    expect(error).toBeUndefined();
    expect(requests.map(({ key }) => key)).toEqual(['key', 'key', 'key']);
    expect(requests[0]?.ids.toSorted()).toEqual(['ARXIV:2001.00002', 'DOI:10.5555/one', 'DOI:10.5555/two']);
    const [one, two] = ['paper:doi:10.5555/one', 'paper:arxiv:2001.00002'];
    const found = await store.entities(['paper:s2:11', two]);
    expect(found.get('paper:s2:11')).toMatchObject({ title: 'One', year: 2001, authorCount: 2 });
    const abstracts = await store.abstracts([found.get('paper:s2:11')?.id ?? one, two]);
    expect([...abstracts.values()]).toEqual(['The abstract of one.', 'The old text.']);
    expect((await store.statistics()).citationLinkCount).toBe(1);
    expect(sourcesOf(await store.documents())).toMatchObject([{ recordCount: 4, lastError: null }]);
  });

  it('adds citations by stored papers, also by those that it does not know by their own id', async () => {
    const store = await open();
    const citing = { title: 'Three', ids: { doi: '10.5555/three' }, authors: [{ name: 'Di' }] };
    await importRecords(store, [records[1]!, citing]);
    expect((await runSync(store, url, complete)).error).toBeUndefined();
    expect((await store.statistics()).citationLinkCount).toBe(1);
    const page = { first: 10, order: ['id'], count: false } as const;
    const id = 'paper:arxiv:2001.00002';
    const citedBy = (await store.neighbors([id], [{ relation: 'citedBy', page }])).get(id)?.[0]?.entries;
    expect(citedBy?.map(({ node }) => node.id)).toEqual(['paper:doi:10.5555/three']);
    expect((await runSync(store, url, complete)).report).toMatchObject({ new: 0, changed: 0 });
    // a citing paper that is stored later brings its own references
    await importRecords(store, [{ ...citing, title: 'Unknown', ids: { doi: '10.5555/unknown' } }]);
    expect((await store.statistics()).citationLinkCount).toBe(1);
  });

  it('leaves out the citations of a paper with which the answer would be too large', async () => {
    const store = await open();
    await importRecords(store, records.slice(0, 2));
    statuses = [400, 400];
    const { error, report } = await runSync(store, url, complete);
    expect(error).toBeUndefined();
    expect(report.skipped.total).toBe(0);
    const asked = requests.map(({ ids, fields }) => [ids.length, fields.includes('citations.corpusId')]);
    expect(asked).toEqual([
      [2, true],
      [1, true],
      [1, false],
      [1, true],
    ]);
  });

  it('keeps two papers apart to which it gives one id; the first one keeps the id', async () => {
    const store = await open();
    const pair = ['one', 'one.published'].map((name, index) => ({
      title: `Title ${index}`,
      ids: { doi: `10.5555/${name}`, openalex: `W${index + 1}` },
      authors: [{ name: `Ada ${index}` }],
    }));
    await importRecords(store, pair);
    known['DOI:10.5555/one.published'] = { ...known['DOI:10.5555/one'], abstract: 'The published abstract.' };
    const { report, error } = await runSync(store, url, complete);
    delete known['DOI:10.5555/one.published'];
    expect(error).toBeUndefined();
    expect(report.dropped.kinds).toEqual({ sharedIdentifier: 1 });
    expect(await store.statistics()).toMatchObject({ paperCount: 2, authorCount: 2 });
    const found = await store.entities(['paper:s2:11', 'paper:doi:10.5555/one.published']);
    expect(found.get('paper:s2:11')).toMatchObject({ id: 'paper:doi:10.5555/one', title: 'Title 0' });
    expect(found.get('paper:doi:10.5555/one.published')).toMatchObject({ title: 'Title 1' });
  });

  it('waits a second between requests, and asks for fewer papers if the answer would be too large', async () => {
    const store = await open();
    await importRecords(store, records);
    statuses = [400];
    const { error } = await runSync(store, url, complete);
    expect(error).toBeUndefined();
    expect(requests.map(({ ids }) => ids.length)).toEqual([3, 2, 1]);
    for (const [index, { time }] of requests.entries()) {
      if (index > 0) expect(time - requests[index - 1]!.time).toBeGreaterThanOrEqual(999);
    }
  });

  it.each([
    [400, 'No valid paper ids given'],
    [404, 'Not found'],
  ])('passes papers of which the service knows none: %d %s', async (status, text) => {
    const store = await open();
    await importRecords(store, records);
    statuses = [status];
    reason = text;
    const { error, isComplete } = await runSync(store, url, complete);
    expect([error, isComplete]).toEqual([undefined, true]);
    expect(requests).toHaveLength(1);
    expect(sourcesOf(await store.documents())).toMatchObject([{ recordCount: 4, lastError: null }]);
  });

  it('says that a key is wrong, without the key', async () => {
    const store = await open();
    await importRecords(store, records);
    statuses = [401];
    const { error } = await runSync(store, url, { ...complete, apiKey: 'wrong' });
    expect(error).toMatchObject({
      code: 'SOURCE_REFUSED',
      message: expect.stringContaining('SEMANTIC_SCHOLAR_API_KEY'),
    });
    expect(error?.message).not.toContain('wrong');
  });
});
