import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import type { RunningNeo4j } from '../support/neo4j/start.ts';
import { warmUp } from './bare.ts';
import { chosenDataset, hasRealData } from './datasets.ts';
import { measureDiscovery } from './discovery.ts';
import { measureDrawing } from './drawing.ts';
import { measureEmbeddedHttp } from './embeddedHttp.ts';
import { measureHostile } from './hostile.ts';
import { measureHttp, type HttpBounds } from './http.ts';
import { measureIdentity } from './identity.ts';
import { measureImports } from './imports.ts';
import { measurePageLoads } from './pageLoads.ts';
import { preparedEmbedded, preparedNeo4j } from './prepared.ts';
import { chosenStarts } from './starts.ts';
import { measureStores } from './stores.ts';
import { measureSync } from './sync.ts';
import { measureUpdates } from './updates.ts';
import type { Bounds } from './timing.ts';
import { importDblp } from './trials/dblp.ts';
import { measureGrowth } from './trials/growth.ts';
import { kill } from './trials/kills.ts';
import { breakDatabase } from './trials/outages.ts';
import { soak } from './trials/soak.ts';
import { stop } from './trials/stops.ts';

/*
 * `npm run bench [-- stores discovery http pages imports drawing hostile] [-- --quick]`: prints tables, and asserts nothing. What counts are ratios of
 * one run: absolute times are those of this machine with whatever else it does.
 *
 * `npm run bench -- soak | kills | stops | outages [--times N]`: trials of how hard the program is to kill, each by
 * itself. `npm run bench -- dblp [--times N]`: an import of a drawn dblp.xml.gz with N publications.
 * `npm run bench -- growth [--times N]`: drawn bibliographies of 75,000 papers and of N.
 * `npm run bench -- sync [--times N]`: reads a tenth of N, N and twice N works from a simulated web service.
 * `npm run bench -- updates [--times N]`: compares updates of the graph in memory with reading it anew.
 */

const groups = ['stores', 'discovery', 'http', 'pages', 'imports', 'drawing', 'hostile'] as const;
type Group = (typeof groups)[number];

const thorough: {
  stores: Bounds;
  discovery: Bounds;
  http: HttpBounds;
  /** The number of visits to each kind of page. */
  pages: number;
  drawingRounds: number;
  hostile: number;
} = {
  hostile: 10_000,
  stores: { rounds: 10, milliseconds: 10_000 },
  discovery: { rounds: 10, milliseconds: 5_000 },
  http: { rounds: 3, milliseconds: 800, warmUpMilliseconds: 1_500, newShapes: 40 },
  pages: 20,
  drawingRounds: 5,
};
const quick: typeof thorough = {
  hostile: 2_000,
  stores: { rounds: 2, milliseconds: 1_500 },
  discovery: { rounds: 2, milliseconds: 1_000 },
  http: { rounds: 1, milliseconds: 400, warmUpMilliseconds: 600, newShapes: 12 },
  pages: 5,
  drawingRounds: 2,
};

/** What is tried only when it is asked for, with how often. */
const trials: Record<string, { times: number; run: (times: number) => Promise<void> }> = {
  soak: { times: 200_000, run: soak },
  kills: { times: 50, run: kill },
  stops: { times: 20, run: stop },
  outages: { times: 2, run: breakDatabase },
  dblp: { times: 1_000_000, run: importDblp },
  growth: { times: 750_000, run: measureGrowth },
  sync: { times: 100_000, run: measureSync },
  identity: { times: 1, run: measureIdentity },
  updates: { times: 10, run: measureUpdates },
};

const isGroup = (name: string): name is Group => groups.some((group) => group === name);

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, times: { type: 'string' } },
    allowPositionals: true,
  });
  const [name = ''] = positionals;
  const trial = trials[name];
  if (trial && positionals.length === 1) {
    await trial.run(values.times === undefined ? trial.times : Number(values.times));
    console.log(`\n${machine()}`);
    return;
  }
  const unknown = positionals.filter((name) => !isGroup(name));
  if (unknown.length > 0) {
    console.error(
      `There is no group ${unknown.join(', ')}. The groups are: ${groups.join(', ')}; or --quick. Trials, one at a time: ${Object.keys(trials).join(', ')}.`,
    );
    process.exitCode = 2;
    return;
  }
  const asked = positionals.length === 0 ? groups : groups.filter((group) => positionals.includes(group));
  await measureGroups(asked, values.quick ? quick : thorough);
};

const measureGroups = async (asked: readonly Group[], bounds: typeof thorough): Promise<void> => {
  if (asked.includes('drawing')) await measureDrawing(bounds.drawingRounds);
  if (asked.some((group) => group !== 'drawing')) await measureGraph(asked, bounds);
  console.log(`\n${machine()}`);
};

const measureGraph = async (asked: readonly Group[], bounds: typeof thorough): Promise<void> => {
  const dataset = chosenDataset();
  if (!hasRealData()) {
    console.log(
      'There is no real metadata in ../shared/data: all figures are of the seed graph, a small one,',
    );
    console.log('while what is meant is meant for real data.');
  }
  console.log(`On ${dataset.title}. ${machine()}`);
  const directory = await preparedEmbedded(dataset);
  const store = await openEmbeddedStore({ directory });
  const starts = await chosenStarts(store);
  await store.close();

  let neo4j: RunningNeo4j | undefined;
  if (asked.includes('stores') || asked.includes('http')) {
    const prepared = await preparedNeo4j(dataset, directory);
    if ('unavailable' in prepared) console.log(`Without Neo4j: ${prepared.unavailable}.`);
    else neo4j = prepared;
  }
  try {
    if (neo4j) await warmUp(neo4j, starts, bounds.http.warmUpMilliseconds);
    if (asked.includes('stores')) await measureStores(directory, neo4j, starts, bounds.stores);
    if (asked.includes('discovery')) await measureDiscovery(directory, starts, bounds.discovery);
    if (asked.includes('http')) {
      if (neo4j) await measureHttp(neo4j, starts, bounds.http);
      await measureEmbeddedHttp(directory, starts, bounds.http);
    }
    if (asked.includes('pages')) await measurePageLoads(directory, starts, bounds.pages);
    if (asked.includes('imports')) await measureImports(directory);
    if (asked.includes('hostile')) await measureHostile(directory, starts, bounds.hostile);
  } finally {
    await neo4j?.stop();
  }
};

const machine = (): string =>
  `${cpus().length} processors, Node ${process.versions.node}, load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}.`;

await main();
