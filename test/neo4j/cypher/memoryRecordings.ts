import { namedKinds } from '../../../src/graph/model/kinds.ts';
import { relationKinds } from '../../../src/graph/model/relations.ts';
import { Neo4jChangeReader } from '../../../src/neo4j/memoryFeed/changeReader.ts';
import { changesSince } from '../../../src/neo4j/memoryFeed/changeStatements.ts';
import { MemoryGraphCache } from '../../../src/neo4j/memoryFeed/memoryGraphCache.ts';
import { readFromMemoryGraph } from '../../../src/neo4j/reads/readFromMemoryGraph.ts';
import { versionOf } from '../../../src/neo4j/memoryFeed/storedVersion.ts';
import { Neo4jRecords } from '../../../src/neo4j/reads/records/neo4jRecords.ts';
import type { Database } from '../../../src/neo4j/connection/database.ts';
import type { RowsByName } from './recordingDatabase.ts';
import { CAP, exampleIds, type Recording } from './recordings.ts';

const { AUTHOR, otherAuthor, INSTITUTION, PAPER, TOPIC, otherTopic } = exampleIds;
const version = { dataVersion: 1, asOf: '2026-01-01T00:00:00.000Z' };
const state = { ...version, collaborationCap: CAP, importAsked: null, isImporting: false };
const key = 'author:orcid:0000-0001-5109-3700';

/** A graph of one paper by two authors about two topics. */
const rows: RowsByName = {
  topologyState: [state],
  lockedTopologyState: [state],
  'topologyNodes AUTHOR': [
    { numbers: [1, 2], ids: [otherAuthor, AUTHOR], folded: ['a', 'b'], names: ['a', 'b'] },
  ],
  'topologyNodes INSTITUTION': [
    {
      ...{ numbers: [6], ids: [INSTITUTION], folded: ['a'], names: ['a'] },
      ...{ countryCode: [''], institutionType: [''] },
    },
  ],
  'topologyNodes PAPER': [
    {
      ...{ numbers: [3], ids: [PAPER], days: [1], years: [2018], citations: [1], teamSizes: [2] },
      ...{ authorCounts: [2], paperType: [''], venueName: [''], hasCode: [false] },
    },
  ],
  'topologyNodes TOPIC': [
    { numbers: [4, 5], ids: [otherTopic, TOPIC], folded: ['a', 'b'], names: ['a', 'b'], level: ['', ''] },
  ],
  ...Object.fromEntries(
    relationKinds.map((kind) => [`topologyEdges ${kind}`, [{ sources: [], targets: [], values: [] }]]),
  ),
  'topologyEdges AUTHORED': [{ sources: [1, 2], targets: [3, 3], values: [1, 2] }],
  'topologyEdges ABOUT': [{ sources: [3, 3], targets: [4, 5], values: [-1, -1] }],
  storedState: [{ ...version, unfinished: false }],
  graphSize: [{ nodes: 5, relationships: 4 }],
  'records AUTHOR': [{ ...version, unfinished: false, records: [[AUTHOR], [otherAuthor]] }],
  'records INSTITUTION': [{ ...version, unfinished: false, records: [[INSTITUTION]] }],
  'records PAPER': [{ ...version, unfinished: false, records: [[PAPER]] }],
  'records TOPIC': [{ ...version, unfinished: false, records: [[TOPIC], [otherTopic]] }],
  'records of authorships': [
    { ...version, unfinished: false, records: [[0, [2, 'A. Author', null, [], []]]] },
  ],
  'records of titled papers': [{ ...version, unfinished: false, records: [PAPER] }],
  topologyAffiliations: [{ sources: [], targets: [], values: [] }],
  keyOwners: [{ key, owner: otherAuthor }],
};

const search = { k: 1, maxLength: 6, avoidIds: [] };
const findPaths = async (database: Database): Promise<void> => {
  const context = { database, memoryGraphs: new MemoryGraphCache(database), signal: undefined };
  const ends = { from: AUTHOR, to: key };
  const topics = { from: TOPIC, to: otherTopic };
  await readFromMemoryGraph(context, (reads) =>
    reads.collaborationPaths([{ ...search, ...ends, cost: 'HOPS' }]),
  );
  await readFromMemoryGraph(context, (reads) =>
    reads.topicPaths([{ ...search, ...topics, through: 'PAPERS' }]),
  );
};

const readState = async (database: Database): Promise<void> => {
  await new MemoryGraphCache(database, { memoryGraphLimitMb: 1, waitForMemoryGraph: true }).current();
};

/** Reads a record of each kind and an authorship. */
const readRecords = async (database: Database): Promise<void> => {
  const { queries, cache } = await new MemoryGraphCache(database).latest();
  const { graph } = queries;
  const records = new Neo4jRecords({ database, graph, version: versionOf(version), cache, isChecked: true });
  const author = graph.nodeOfId(AUTHOR) ?? 0;
  const paper = graph.nodeOfId(PAPER) ?? 0;
  await records.entities(graph.ids.map((_, node) => node));
  await records.authorships([{ paper, author, position: 2 }], false);
  await records.titledPapers({ words: ['graph', 'draw'] });
  await records.authorNamings().catch(() => undefined); // the recorded database has no names
  await records.claims().catch(() => undefined); // nor claims
  await records.paperTitles().catch(() => undefined); // nor titles
};

/** Reads what an update of the memory graph needs. */
const readChanges = (database: Database): Promise<void> =>
  database.transaction(async (run) => {
    await run(changesSince, { version: version.dataVersion });
    const reader = new Neo4jChangeReader(run);
    await reader.papers([PAPER]);
    for (const kind of namedKinds) await reader.named(kind, [exampleIds[kind]]);
    await reader.edges([PAPER, TOPIC]);
    await reader.affiliations([PAPER]);
  });

/** The reads that are answered from the memory graph; the second while an import is under way. */
export const memoryRecordings: readonly Recording[] = [
  { rows, run: findPaths },
  { rows: { ...rows, topologyState: [{ ...state, isImporting: true }] }, run: findPaths },
  { rows, run: readState },
  { rows, run: readRecords },
  { run: readChanges },
];
