import neo4j from 'neo4j-driver';
import type { ImportBatch, StoredPaper } from '../../src/graph/importSession.ts';
import { listedRelations, perRelation } from '../../src/graph/model/listedRelations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { openNeo4jStore, type Neo4jStoreOptions } from '../../src/neo4j/index.ts';
import type { Neo4jForTests } from '../support/neo4j/available.ts';

/** Opens stores that answer by statements, and closes them after each test. */
export const storesOn = (server: Neo4jForTests) => {
  const stores: GraphStore[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });
  return async (options: Partial<Neo4jStoreOptions> = {}): Promise<GraphStore> => {
    const store = await openNeo4jStore({
      ...server,
      collaborationCap: 100,
      memoryGraphLimitMb: 0,
      ...options,
    });
    stores.push(store);
    return store;
  };
};

/** Runs a statement on the database, without a store. */
export const runCypher = async (
  { uri, username, password, database }: Neo4jForTests,
  text: string,
): Promise<Record<string, unknown>[]> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(text, {}, { database });
    return records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
};

const authorId = (name: string): string => `author:test-name:${name}`;

/** A paper of these authors, without other details. */
export const paperOf = (key: string, ...names: string[]): StoredPaper => ({
  id: `paper:acl:${key}`,
  keys: [`paper:acl:${key}`],
  source: 'test',
  fingerprint: names.join(' '),
  title: key,
  abstract: null,
  titleLatex: null,
  abstractLatex: null,
  date: null,
  year: 2020,
  paperType: null,
  venueName: null,
  url: null,
  codeUrl: null,
  citationCount: null,
  isRetracted: false,
  authorCount: names.length,
  authorListIsComplete: true,
  teamSize: names.length,
  authorships: names.map((name, index) => ({
    authorId: authorId(name),
    position: index + 1,
    printed: name,
    curated: null,
    alternatives: [],
    isCorresponding: null,
    affiliations: [],
  })),
  targets: perRelation(listedRelations, () => []),
});

/** The changes that write papers and their authors. */
export const changesOf = (...papers: StoredPaper[]): ImportBatch => ({
  named: {
    AUTHOR: papers.flatMap((paper) =>
      paper.authorships.map((each) => ({ id: each.authorId, keys: [each.authorId] })),
    ),
    INSTITUTION: [],
    TOPIC: [],
  },
  paperKeys: [],
  broader: [],
  merges: [],
  papers,
  removals: [],
  citations: [],
});
