import { cooperativeScheduler } from '../../src/graph/cooperativeScheduler.ts';
import { GraphError } from '../../src/graph/errors.ts';
import { relations } from '../../src/graph/model/relations.ts';
import type { CollaborationPathQuery } from '../../src/graph/paths.ts';
import type { GraphReads, GraphStore } from '../../src/graph/store.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { openNeo4jStore, type Neo4jStoreOptions } from '../../src/neo4j/index.ts';
import { Neo4jStore } from '../../src/neo4j/neo4jStore.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { FaultProxy } from '../support/neo4j/faultProxy.ts';
import { describeStores, importRecords, openEmbedded } from '../support/stores.ts';

const authorId = (name: string): string => `author:test-name:${name}`;
const [ada, bob] = [authorId('Ada'), authorId('Bob')];
const topics = { from: 'topic:keyword:a', to: 'topic:keyword:b' };
const page = { first: 10, order: relations.collaborators.orders.STRONGEST, count: true };
const requests = [{ relation: 'collaborators', page }] as const;
const pathQuery: CollaborationPathQuery = {
  from: ada,
  to: bob,
  k: 1,
  maxLength: 20,
  avoidIds: [],
  cost: 'HOPS',
};

/** A call of every read of the contract: the type demands an entry for a read that is added. */
const calls: { [Read in keyof GraphReads]: (reads: GraphReads) => Promise<unknown> } = {
  entities: (reads) => reads.entities([ada]),
  abstracts: (reads) => reads.abstracts(['paper:acl:P1']),
  latexTexts: (reads) => reads.latexTexts(['paper:acl:P1']),
  neighbors: (reads) => reads.neighbors([ada], requests),
  neighborhoods: (reads) => reads.neighborhoods([ada], requests),
  egoNetwork: (reads) => reads.egoNetwork(ada, requests, ['CO_AUTHORED']),
  commonNeighbors: (reads) =>
    reads.commonNeighbors('collaborators', [{ from: ada, to: bob }], { ...page, which: 'shared' }),
  collaborations: (reads) => reads.collaborations([{ from: ada, to: bob }], undefined),
  list: (reads) => reads.list('PAPER', { first: 10, order: ['-day', 'id'], count: true }),
  search: (reads) => reads.search({ words: ['ada'], kinds: [], first: 10, count: true }),
  metrics: (reads) => reads.metrics([ada]),
  statistics: (reads) => reads.statistics(),
  activities: (reads) => reads.activities([ada]),
  feed: (reads) => reads.feed({ days: { to: 20_000 }, orderBy: 'NEWEST', first: 10 }),
  authorEvents: (reads) => reads.authorEvents([ada], { kinds: ['FIRST_PAPER'], first: 10, count: true }),
  breakdown: (reads) => reads.breakdown({ by: ['YEAR'], first: 10 }),
  suggestions: (reads) => reads.suggestions([ada], { scoring: 'ADAMIC_ADAR', first: 10, count: true }),
  relatedPapers: (reads) =>
    reads.relatedPapers(['paper:acl:P1'], { by: ['AUTHORS'], first: 10, count: true }),
  surroundingWorks: (reads) => reads.surroundingWorks(['paper:acl:P1'], { direction: 'PRIOR', first: 10 }),
  reviewers: (reads) =>
    reads.reviewers({
      subject: { paperId: 'paper:acl:P1' },
      year: 2020,
      excluding: { authorIds: [], coauthorsWithinYears: 4, sameInstitutionWithinYears: 4 },
      ...{ first: 10, count: true, excludedFirst: 0 },
    }),
  duplicates: (reads) => reads.duplicates(undefined, { minScore: 0, first: 10, count: true }),
  mixtures: (reads) => reads.mixtures([ada]),
  collaborationPaths: (reads) => reads.collaborationPaths([pathQuery]),
  topicPaths: (reads) => reads.topicPaths([{ ...pathQuery, ...topics, through: 'PAPERS' }]),
  corrections: (reads) => reads.corrections(),
  formerIds: (reads) => reads.formerIds([ada]),
  removals: (reads) => reads.removals([ada]),
  documents: (reads) => reads.documents(),
  links: (reads) => reads.links([ada, bob], ['CO_AUTHORED'], [ada]),
};
const papers: ImportRecord[] = [
  {
    record: 'paper',
    source: 'test',
    ids: { acl: 'P1' },
    title: 'A paper',
    authors: [{ name: 'Ada' }, { name: 'Bob' }],
    topics: [{ name: 'a' }, { name: 'b' }],
  },
];
const readNames = Object.keys(calls) as (keyof GraphReads)[];

const reason = new GraphError('TIMEOUT', 'The request is aborted.');

describeStores('a read with an aborted signal', ({ open }) => {
  it('fails with the reason, whichever it is', async () => {
    const store = await open();
    const failures = readNames.map(async (read) => {
      const error: unknown = await calls[read](store.during(AbortSignal.abort(reason))).catch(
        (thrown: unknown) => thrown,
      );
      return [read, error];
    });
    expect(await Promise.all(failures)).toEqual(readNames.map((read) => [read, reason]));
  });
});

describe('an aborted read, embedded store', () => {
  const open = openEmbedded();

  it.each(readNames)('%s fails while it waits for the processor', async (read) => {
    const store = await open();
    await store.statistics(); // loads the graph
    const controller = new AbortController();
    useUpSlice();
    const failing = expect(calls[read](store.during(controller.signal))).rejects.toBe(reason);
    controller.abort(reason);
    await failing;
  });
});

/** Now the next read has to give the processor to others first. */
const useUpSlice = (): void => {
  cooperativeScheduler.startSlice();
  while (!cooperativeScheduler.isSliceOver);
};

describeWithNeo4j('an aborted read, Neo4j store', (server) => {
  const proxy = new FaultProxy(server.uri);
  const stores: GraphStore[] = [];
  beforeEach(() => proxy.pass());
  afterEach(async () => {
    await proxy.pass();
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(() => proxy.refuse());

  const optionsWith = (options: Partial<Neo4jStoreOptions>): Neo4jStoreOptions => ({
    ...{ ...server, uri: proxy.uri, collaborationCap: 100 },
    ...options,
  });
  const open = async (options: Partial<Neo4jStoreOptions>): Promise<GraphStore> => {
    const store = await openNeo4jStore(optionsWith(options));
    stores.push(store);
    return store;
  };
  /** Calls a read, aborts it as soon as bytes are kept back, and expects that it ends by that alone. */
  const expectAbort = async (
    store: GraphStore,
    read: keyof GraphReads,
    stalled = proxy.stall(),
  ): Promise<void> => {
    const controller = new AbortController();
    const failing = expect(calls[read](store.during(controller.signal))).rejects.toBe(reason);
    await stalled;
    controller.abort(reason);
    await failing;
  };
  /** Answers by statements. Paths are found in the memory graph, which is read then. */
  const byStatements = { memoryGraphLimitMb: 0 };

  it.each(readNames)('%s fails while constraints and indexes are looked up', async (read) => {
    const store = new Neo4jStore(optionsWith({}));
    stores.push(store);
    await expectAbort(store, read);
  });

  describe.each([
    ['a statement runs, or the memory graph is read', byStatements],
    ['the version of the memory graph is compared', { waitForMemoryGraph: true }],
  ])('while %s', (_, options) => {
    let store: GraphStore;
    beforeAll(async () => {
      await proxy.pass();
      store = await openNeo4jStore(optionsWith(options));
    });
    afterAll(() => store.close());

    it.each(readNames)('%s fails', (read) => expectAbort(store, read));
  });

  const memoryReadNames = readNames.filter(
    (read) => !['abstracts', 'corrections', 'documents', 'latexTexts', 'search'].includes(read),
  );
  it.each(memoryReadNames)('%s fails while it waits for the memory graph', async (read) => {
    let onStalled: () => void = () => undefined;
    const stalled = new Promise<void>((resolve) => (onStalled = resolve));
    const onStatement = (statement: string): void => {
      if (statement === 'graphSize') void proxy.stall().then(onStalled); // the memory graph is read next
    };
    await expectAbort(await open({ waitForMemoryGraph: true, onStatement }), read, stalled);
  });

  it.each(['collaborationPaths', 'topicPaths', 'relatedPapers'] as const)(
    '%s fails while records are read, once the memory graph is there',
    async (read) => {
      const store = await open(byStatements);
      await importRecords(store, papers);
      await calls[read](store);
      await expectAbort(store, read);
    },
  );

  it('leaves the read of the memory graph to the others who wait for it', async () => {
    const store = await open(byStatements);
    await importRecords(store, papers);
    const controller = new AbortController();
    const stalled = proxy.stall();
    const failing = expect(calls.collaborationPaths(store.during(controller.signal))).rejects.toBe(reason);
    const other = store.collaborationPaths([pathQuery]);
    await stalled;
    controller.abort(reason);
    await failing;
    await proxy.pass();
    expect(await other).toMatchObject([{ status: 'FOUND', paths: [{ nodes: [{ id: ada }, { id: bob }] }] }]);
  });
});

/** Papers of 100 authors, each of which shares one author with the next: very many paths lead from end to end. */
const PAPERS = 12;
const name = (paper: number, author: number): string =>
  author === 99 && paper + 1 < PAPERS ? `P${paper + 1}A0` : `P${paper}A${author}`;
const chainOfPapers = Array.from({ length: PAPERS }, (_, paper): ImportRecord => ({
  record: 'paper',
  source: 'test',
  ids: { acl: `W${paper}` },
  title: `Paper ${paper}`,
  year: 2020,
  authors: Array.from({ length: 100 }, (_, author) => ({ name: name(paper, author) })),
}));

/** Takes much longer than the test waits. */
const endless: CollaborationPathQuery = {
  from: authorId('P0A1'),
  to: authorId(`P${PAPERS - 1}A98`),
  k: 20,
  maxLength: 20,
  avoidIds: [],
  cost: 'STRENGTH',
};

describeStores('a path search that is aborted', ({ open }) => {
  it('stops, and later searches find the same paths as before', async () => {
    const store = await open();
    await importRecords(store, chainOfPapers);
    const shortest: CollaborationPathQuery = { ...endless, k: 1, cost: 'HOPS' };
    const [expected] = await store.collaborationPaths([shortest]);
    expect(expected).toMatchObject({ status: 'FOUND', paths: [{ nodes: { length: PAPERS + 1 } }] });
    const stop = new AbortController();
    let rounds = 0;
    const stopSoon = (): void => {
      rounds += 1;
      if (rounds === 10) stop.abort(reason);
      else setTimeout(stopSoon, 5);
    };
    const stopped = store.during(stop.signal).collaborationPaths([endless]);
    stopSoon();
    await expect(stopped).rejects.toBe(reason);
    expect(await store.collaborationPaths([shortest])).toEqual([expected]);
  }, 120_000);
});
