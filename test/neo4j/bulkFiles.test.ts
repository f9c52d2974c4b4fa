import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import { entityKinds } from '../../src/graph/model/entityKinds.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { openNeo4jStore, writeBulkFiles } from '../../src/neo4j/index.ts';
import { answersOf } from '../support/answersOf.ts';
import { describeUnless } from '../support/describeUnless.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { describeWithNeo4j, emptyNeo4j, type Neo4jForTests } from '../support/neo4j/available.ts';
import { javaMissing } from '../support/neo4j/java.ts';
import { startNeo4j, type RunningNeo4j } from '../support/neo4j/start.ts';
import { storedGraph } from '../support/neo4j/storedGraph.ts';
import { importRecords } from '../support/stores.ts';

/** What is hard to write to files: quotation marks, separators, line breaks, lists with gaps, keys of nobody. */
const hardRecords: ImportRecord[] = [
  {
    ids: { doi: '10.5555/hard', acl: 'P18-1001' },
    title: 'He said "no", "yes"; and, \\ twice\'',
    abstract: '"Quoted"\n\nlines, with \u001f a separator\tand more\\',
    url: 'https://example.org/a\nb"c"',
    year: 2020,
    citationCount: 0,
    authors: [
      {
        name: 'Ada "Countess" Lovelace',
        ids: { orcid: '0000-0002-1825-0097' },
        alternativeNames: ['A, L', 'Ada; King'],
        affiliations: [{ printed: 'Line, one' }, { name: 'Uni "A"', countryCode: 'DE' }, {}],
      },
      { name: '\u{1d49c}lan', affiliations: [{ printed: '"' }, { printed: 'x' }] },
      { name: '???', affiliations: [{ name: 'Only a name' }] },
    ],
    topics: [{ name: 'a;b', score: 0.5 }, { name: 'unscored' }],
    references: ['doi:10.5555/missing', 'acl:P18-1001', 'doi:10.5555/other', 'acl:P18-1002'],
  },
  { ids: { doi: '10.5555/other', acl: 'P18-1002' }, title: '…', references: ['doi:10.5555/missing'] },
  { ids: { doi: '10.5555/alone' }, title: 'Without authors', year: -300, isRetracted: true },
  { record: 'topic', name: 'a;b', level: 'KEYWORD', broader: [{ name: 'without papers', level: 'FIELD' }] },
  { record: 'citation', from: 'doi:10.5555/alone', to: 'doi:10.5555/hard' },
  { record: 'citation', from: 'doi:10.5555/not-yet', to: 'doi:10.5555/hard' },
  { record: 'citation', from: 'doi:10.5555/not-yet', to: 'doi:10.5555/missing' },
];

/** Later imports: papers that were missing arrive, one changes, and one joins two that were apart. */
const laterRecords: ImportRecord[] = [
  { ids: { doi: '10.5555/missing' }, title: 'Found', authors: [{ name: 'Ada "Countess" Lovelace' }] },
  { ids: { doi: '10.5555/not-yet' }, title: 'Now', year: 2021 },
  { ids: { doi: '10.5555/hard', acl: 'P18-1001' }, title: 'Changed', authors: [{ name: 'Bo' }] },
];

const drawn = fc.sample(drawnRecords(), { numRuns: 12, seed: 11 }).flat();
const firstRecords = [...drawn, ...hardRecords];

describeWithNeo4j('bulk files', (server) => {
  describeUnless(javaMissing(), 'from the Java artifacts', () => {
    let bulkServer: RunningNeo4j;
    /** On the database of an ordinary import, and on the one of bulk files. */
    let stores: [GraphStore, GraphStore];
    beforeAll(async () => {
      await emptyNeo4j(server);
      bulkServer = await serverOfBulkFiles(firstRecords);
      const open = (neo4j: Neo4jForTests) =>
        openNeo4jStore({ ...neo4j, waitForMemoryGraph: true, collaborationCap: COLLABORATION_CAP });
      stores = [await open(server), await open(bulkServer)];
      await importRecords(stores[0], firstRecords);
    }, 300_000);
    afterAll(async () => {
      for (const store of stores) await store.close();
      await bulkServer.stop();
    });

    const expectEqualGraphs = async (): Promise<void> => {
      expect(await storedGraph(bulkServer)).toEqual(await storedGraph(server));
    };
    const expectEqualAnswers = async (): Promise<void> => {
      const [ordinary, onBulk] = stores;
      expect(await answersAndHits(onBulk)).toEqual(await answersAndHits(ordinary));
    };

    it('make the same database as an ordinary import', async () => {
      expect((await storedGraph(server)).length).toBeGreaterThan(100);
      await expectEqualGraphs();
      for (const store of stores)
        expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: false });
    }, 120_000);

    it('make a database that ordinary imports change in the same way', async () => {
      const [ordinary, onBulk] = stores;
      for (const records of [firstRecords.slice(0, 20), laterRecords]) {
        const report = await importRecords(ordinary, records);
        expect(await importRecords(onBulk, records)).toEqual(report);
        await expectEqualGraphs();
      }
    }, 120_000);

    it('make a database that gives the same answers, also after corrections', async () => {
      await expectEqualAnswers();
      for (const draft of [
        { kind: 'RENAME', entityIds: [hardPaper], name: 'Renamed' },
        { kind: 'SAME', entityIds: [hardPaper, 'paper:doi:10.5555/alone'] },
        { kind: 'HIDE', entityIds: ['paper:doi:10.5555/missing'] },
      ] as const) {
        for (const store of stores) await store.correct({ ...draft, by: 'Cora' });
      }
      await expectEqualAnswers();
    }, 120_000);
  });
});

const hardPaper = 'paper:doi:10.5555/hard';

const answersAndHits = async (store: GraphStore): Promise<unknown> => {
  const hits = [];
  for (const word of ['ada', 'graphs', 'uni', 'logic', 'lan', 'no']) {
    hits.push(await store.search({ words: [word], kinds: entityKinds, first: 50, count: true }));
  }
  const withoutTimes = JSON.stringify([await answersOf(store), hits], (name, value: unknown) =>
    name === 'asOf' ? undefined : value,
  );
  return JSON.parse(withoutTimes);
};

/** Starts a server on a database into which records were imported by bulk files. */
const serverOfBulkFiles = async (records: readonly ImportRecord[]): Promise<RunningNeo4j> => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-bulk-'));
  const store = await openEmbeddedStore({ directory: join(directory, 'store') });
  try {
    await importRecords(store, records);
    await store.copy((contents) => writeBulkFiles(contents, directory));
    const started = await startNeo4j({
      isShortLived: true,
      heap: '512m',
      beforeStart: async (admin) => {
        const env = { ...process.env, NEO4J_ADMIN: admin };
        await promisify(execFile)('sh', [join(directory, 'import.sh')], { env });
      },
    });
    if ('unavailable' in started) throw new Error(started.unavailable);
    return started;
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
};
