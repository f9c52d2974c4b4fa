import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { Deadline } from '../../src/api/execution/deadline.ts';
import { Loaders } from '../../src/api/loading/loaders.ts';
import { graphSlice } from '../../src/api/subjects/slice/graphSlice.ts';
import { sliceClusters } from '../../src/api/subjects/slice/sliceClusters.ts';
import type { Dimension } from '../../src/graph/breakdown.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { rankingCalls } from './rankings.ts';
import type { Starts } from './starts.ts';
import { printTable, type Cell } from './table.ts';
import { interleaved, median, quantile, type Bounds } from './timing.ts';

/** A question about what to read or whom to ask, and its goals in milliseconds. */
export interface Call<Start> {
  title: string;
  starts: readonly Start[];
  ask(store: GraphStore, start: Start): Promise<unknown>;
  medianAtMost: number;
  p99AtMost?: number;
}

/** Calls of the embedded store, whose graph in memory answers on Neo4j, too. */
export const measureDiscovery = async (directory: string, starts: Starts, bounds: Bounds): Promise<void> => {
  const store = await openEmbeddedStore({ directory });
  try {
    const rows: Cell[][] = [];
    const measure = async <Start>(call: Call<Start>): Promise<void> => {
      const { embedded } = await interleaved(
        { embedded: (start: Start) => call.ask(store, start) },
        call.starts,
        bounds,
      );
      rows.push([
        call.title,
        ...withGoal(median(embedded), call.medianAtMost),
        ...withGoal(quantile(embedded, 0.99), call.p99AtMost),
      ]);
    };
    for (const call of breakdownCalls) await measure(call);
    await measure(await clusterCall(store, starts));
    for (const call of await rankingCalls(store, starts)) await measure(call);
    printTable('Discovery, in milliseconds', ['call', 'median', 'goal', '', 'p99', 'goal', ''], rows);
  } finally {
    await store.close();
  }
};

const withGoal = (value: number, goal: number | undefined): Cell[] =>
  goal === undefined
    ? [value, undefined, undefined]
    : [value, `≤ ${goal}`, value <= goal ? 'reached' : 'missed'];

const breakdown = (title: string, medianAtMost: number, ...starts: Dimension[][]): Call<Dimension[]> => ({
  title,
  starts,
  ask: (store, by) => store.breakdown({ by, first: 50 }),
  medianAtMost,
});

const breakdownCalls = [
  breakdown('breakdown of everything by one dimension', 10, ['YEAR'], ['VENUE'], ['TOPIC'], ['AUTHOR']),
  breakdown(
    'breakdown of everything by two dimensions',
    40,
    ...([
      ['YEAR', 'VENUE'],
      ['TOPIC', 'YEAR'],
      ['AUTHOR', 'YEAR'],
      ['TOPIC', 'AUTHOR'],
    ] as Dimension[][]),
  ),
];

/** The clusters of drawings of 500 collaborators. */
const clusterCall = async (store: GraphStore, { hubs }: Starts): Promise<Call<string[]>> => {
  const drawings = await Promise.all(
    hubs.map(async (hub) => {
      const slice = { ids: [hub], depth: 2, kinds: ['AUTHOR' as const], perKind: 50 };
      const { nodes } = await graphSlice(loadersOf(store), slice);
      return nodes.map(({ entity }) => entity.id);
    }),
  );
  return {
    title: 'clusters of a slice of 500 authors',
    starts: drawings.filter((ids) => ids.length === 500),
    ask: async (asked, ids) => {
      const loaders = loadersOf(asked);
      const slice = await graphSlice(loaders, { ids, depth: 0, relations: ['CO_AUTHORED'], perKind: 10 });
      return sliceClusters(loaders, slice, 1);
    },
    medianAtMost: 30,
  };
};

const loadersOf = (store: GraphStore): Loaders => {
  const deadline = new Deadline(60_000);
  deadline.end(); // no timer keeps the process running
  return new Loaders(store, deadline);
};
