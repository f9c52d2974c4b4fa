import { openEmbeddedStore } from '../../src/embedded/index.ts';
import type { EntityId } from '../../src/graph/model/ids.ts';
import type { CollaborationPathQuery, TopicPathQuery } from '../../src/graph/paths.ts';
import { relations } from '../../src/graph/model/relations.ts';
import { graphSlice } from '../../src/graph/slice/graphSlice.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { Pair } from '../../src/graph/pair.ts';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import type { RunningNeo4j } from '../support/neo4j/start.ts';
import { openBare, type Bare } from './bare.ts';
import type { Starts } from './starts.ts';
import * as statements from './statements.ts';
import { printTable, times, type Cell } from './table.ts';
import { interleaved, median, quantile, type Bounds } from './timing.ts';

/** What a store is asked, and what is meant for it. */
interface Call<Start> {
  title: string;
  starts: readonly Start[];
  ask(store: GraphStore, start: Start): Promise<unknown>;
  statement: string;
  parameters(start: Start): object;
  /** Of the embedded store, in milliseconds: the median. */
  embeddedAtMost: number;
  /** Of the Neo4j store, as a multiple of the bare statement. */
  neo4jAtMost: number;
}

interface Ends {
  embedded: GraphStore;
  neo4j: GraphStore | undefined;
  bare: Bare | undefined;
}

/** Calls of the stores, not over HTTP, against the bare statements. */
export const measureStores = async (
  directory: string,
  server: RunningNeo4j | undefined,
  starts: Starts,
  bounds: Bounds,
): Promise<void> => {
  const embedded = await openEmbeddedStore({ directory });
  const neo4j = server && (await openNeo4jStore({ ...server, collaborationCap: COLLABORATION_CAP }));
  const bare = server && openBare(server);
  try {
    const rows: Cell[][] = [];
    const measure = async <Start>(call: Call<Start>): Promise<void> => {
      console.log(`Stores: ${call.title} …`);
      rows.push(await measured(call, { embedded, neo4j, bare }, bounds));
    };
    for (const call of authorCalls(starts)) await measure(call);
    for (const call of await pathCalls(embedded, starts)) await measure(call);
    for (const call of topicPathCalls(starts)) await measure(call);
    printTable(
      'Calls of the stores, in milliseconds; of Neo4j as a multiple of the best bare statement through the driver',
      [
        'call',
        ...['embedded: median', 'p99', 'meant', ''],
        ...['Neo4j ÷ bare', 'meant', '', 'Neo4j: median', 'p99', 'bare: median', 'p99'],
      ],
      rows,
    );
  } finally {
    await Promise.all([embedded.close(), neo4j?.close(), bare?.close()]);
  }
};

export const authorCalls = ({ authors, hubs }: Starts): Call<EntityId>[] => {
  const parameters = (id: EntityId): object => ({ id });
  const suggest = (store: GraphStore, id: EntityId): Promise<unknown> =>
    store.suggestions([id], { scoring: 'ADAMIC_ADAR', first: 10, count: false });
  const order = relations.collaborators.orders.MOST_PAPERS;
  return [
    {
      title: '25 collaborators',
      starts: authors,
      ask: (store, id) =>
        store.neighbors([id], [{ relation: 'collaborators', page: { first: 25, order, count: false } }]),
      statement: statements.collaborators,
      parameters,
      embeddedAtMost: 0.05,
      neo4jAtMost: 1.3,
    },
    {
      title: '10 suggestions',
      starts: authors,
      ask: suggest,
      statement: statements.suggestions,
      parameters,
      embeddedAtMost: 0.5,
      neo4jAtMost: 1.5,
    },
    {
      title: '10 suggestions, of the 20 largest hubs',
      starts: hubs,
      ask: suggest,
      statement: statements.suggestions,
      parameters,
      embeddedAtMost: 20,
      neo4jAtMost: 1.5,
    },
    {
      title: 'slice: depth 1, 10 of each kind',
      starts: authors,
      ask: (store, id) =>
        graphSlice(store, { centers: [id], depth: 1, kinds: [], relations: [], perKind: 10, brief: true }),
      statement: statements.slice,
      parameters,
      embeddedAtMost: 1,
      neo4jAtMost: 2,
    },
  ];
};

const collaborationPath = (pair: Pair, k: number): CollaborationPathQuery => ({
  ...pair,
  k,
  maxLength: 8,
  avoidIds: [],
  cost: 'HOPS',
});

/** The pairs between which there is a path, and those between which there is none. */
export const pathCalls = async (store: GraphStore, { pairs }: Starts): Promise<Call<Pair>[]> => {
  const answers = await store.collaborationPaths(pairs.map((pair) => collaborationPath(pair, 1)));
  const found = pairs.filter((_, place) => answers[place]?.status === 'FOUND');
  const shortest = {
    ask: (asked: GraphStore, pair: Pair) => asked.collaborationPaths([collaborationPath(pair, 1)]),
    statement: statements.shortestPath,
    parameters: (pair: Pair): object => pair,
    embeddedAtMost: 0.1,
    neo4jAtMost: 1.5,
  };
  return [
    { ...shortest, title: 'shortest path, found', starts: found },
    { ...shortest, title: 'shortest path, none', starts: pairs.filter((pair) => !found.includes(pair)) },
    {
      ...shortest,
      title: '3 best paths',
      starts: found,
      ask: (asked, pair) => asked.collaborationPaths([collaborationPath(pair, 3)]),
      statement: statements.threePaths,
      embeddedAtMost: 2,
    },
  ];
};

export const topicPathCalls = ({ topicPairs }: Starts): Call<Pair>[] => {
  const query = (pair: Pair): TopicPathQuery => ({
    ...pair,
    k: 1,
    maxLength: 8,
    avoidIds: [],
    through: 'PAPERS',
  });
  return [
    {
      title: 'topic path through papers',
      starts: topicPairs,
      ask: (store, pair) => store.topicPaths([query(pair)]),
      statement: statements.topicPath,
      parameters: (pair) => pair,
      embeddedAtMost: 0.1,
      neo4jAtMost: 1.5,
    },
  ];
};

const measured = async <Start>(call: Call<Start>, ends: Ends, bounds: Bounds): Promise<Cell[]> => {
  if (call.starts.length === 0) return [call.title, '–'];
  const { embedded } = await interleaved(
    { embedded: (start: Start) => call.ask(ends.embedded, start) },
    call.starts,
    bounds,
  );
  const cells: Cell[] = [
    call.title,
    median(embedded),
    quantile(embedded, 0.99),
    `≤ ${call.embeddedAtMost}`,
    median(embedded) <= call.embeddedAtMost ? 'reached' : 'missed',
  ];
  const { neo4j, bare } = ends;
  if (!neo4j || !bare) return cells;
  const samples = await interleaved(
    {
      neo4j: (start: Start) => call.ask(neo4j, start),
      bare: (start: Start) => bare.run(call.statement, call.parameters(start)),
    },
    call.starts,
    bounds,
  );
  const ratio = median(samples.neo4j) / median(samples.bare);
  return [
    ...cells,
    times(ratio),
    `≤ ${call.neo4jAtMost}`,
    ratio <= call.neo4jAtMost ? 'reached' : 'missed',
    ...[samples.neo4j, samples.bare].flatMap((each) => [median(each), quantile(each, 0.99)]),
  ];
};
