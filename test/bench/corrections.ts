import { cpSync, rmSync } from 'node:fs';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import type { CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import { lists } from '../../src/graph/model/lists.ts';
import { relations } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import { costOf, type Cost } from './cost.ts';
import { chosenDataset } from './datasets.ts';
import { preparedEmbedded, preparedNeo4j, scratchFolder } from './prepared.ts';
import { figure, printTable, type Cell } from './table.ts';

/** A correction, and what it and its undoing cost. */
interface Measured {
  title: string;
  made: Cost;
  undone: Cost;
}

/** Measures one correction of each kind, of what is largest in the real data, on both stores. */
export const measureCorrections = async (): Promise<void> => {
  const dataset = chosenDataset();
  const prepared = await preparedEmbedded(dataset);
  const directory = scratchFolder('corrections');
  cpSync(prepared, directory, { recursive: true });
  const columns: [name: string, rows: Measured[]][] = [];
  const embedded = await openEmbeddedStore({ directory });
  columns.push(['embedded', await correctionTimes(embedded)]);
  await embedded.close();
  rmSync(directory, { recursive: true });
  const server = await preparedNeo4j(dataset, prepared);
  if ('unavailable' in server) console.log(`Without Neo4j: ${server.unavailable}.`);
  else {
    const options = { collaborationCap: COLLABORATION_CAP, waitForMemoryGraph: true };
    const store = await openNeo4jStore({ ...server, ...options });
    columns.push(['Neo4j', await correctionTimes(store)]);
    await store.close();
    await server.stop();
  }
  printCorrections(`Corrections on ${dataset.title}`, columns);
};

/** Prints one row for each correction, with columns for each store or graph. */
export const printCorrections = (
  title: string,
  columns: readonly (readonly [string, Measured[]])[],
): void => {
  const [[, first] = ['', []]] = columns;
  printTable(
    `${title}, in milliseconds; made / undone, and processor time without a database`,
    ['correction', ...columns.flatMap(([name]) => [`${name}: made`, 'undone', 'processor', 'processor'])],
    first.map(({ title: name }, index): Cell[] => [
      name,
      ...columns.flatMap(([, rows]) => {
        const { made, undone } = rows[index] ?? {};
        return [made?.elapsed, undone?.elapsed, made?.processor, undone?.processor];
      }),
    ]),
  );
};

/** Makes and undoes each correction once, as a curator does. The graph is in memory before, and the store is warm. */
export const correctionTimes = async (store: GraphStore): Promise<Measured[]> => {
  await store.statistics();
  await store.warmUpChanges(); // as a server does after its start
  const measured: Measured[] = [];
  for (const [title, draft] of await drafts(store)) {
    let id = '';
    const made = await costOf(async () => {
      const outcome = await store.correct({ ...draft, by: 'the benchmark' });
      id = outcome.correction.id;
    });
    const undone = await costOf(() => store.undoCorrection(id, 'the benchmark'));
    console.log(`  ${title}: ${figure(made.elapsed)} ms, undone in ${figure(undone.elapsed)} ms`);
    measured.push({ title, made, undone });
  }
  return measured;
};

type Draft = Omit<CorrectionDraft, 'by'>;

const drafts = async (store: GraphStore): Promise<[title: string, draft: Draft][]> => {
  const authors = await largest(store, 'authors', 2);
  const [author = '', other = ''] = authors;
  const [common = ''] = (await largest(store, 'authors', 100)).slice(-1);
  const papers = await papersOf(store, author);
  const [paper = '', otherPaper = ''] = papers;
  const [institution] = await largest(store, 'institutions', 1);
  const [topic] = await largest(store, 'topics', 1);
  return [
    ['the first, of a common author: rename', { kind: 'RENAME', entityIds: [common], name: 'A New Name' }],
    ['two authors of the most papers: same', { kind: 'SAME', entityIds: authors }],
    ['an author of the most papers and another: same', { kind: 'SAME', entityIds: [author, common] }],
    ['two authors of the most papers: different', { kind: 'DIFFERENT', entityIds: [author, other] }],
    ['the author of the most papers: split', { kind: 'SPLIT', entityIds: [author], paperIds: papers }],
    ['the author of the most papers: rename', { kind: 'RENAME', entityIds: [author], name: 'A New Name' }],
    ['the author of the most papers: hide', { kind: 'HIDE', entityIds: [author] }],
    ['two papers: same', { kind: 'SAME', entityIds: [paper, otherPaper] }],
    ['a paper: rename', { kind: 'RENAME', entityIds: [paper], name: 'A New Title' }],
    ['a paper: hide', { kind: 'HIDE', entityIds: [paper] }],
    ...(institution === undefined
      ? []
      : [renamed('the largest institution', institution), hidden('the largest institution', institution)]),
    ...(topic === undefined ? [] : [renamed('the largest topic', topic)]),
  ];
};

const renamed = (title: string, id: string): [string, Draft] => [
  `${title}: rename`,
  { kind: 'RENAME', entityIds: [id], name: 'A New Name' },
];
const hidden = (title: string, id: string): [string, Draft] => [
  `${title}: hide`,
  { kind: 'HIDE', entityIds: [id] },
];

const largest = async (
  store: GraphStore,
  list: 'authors' | 'institutions' | 'topics',
  first: number,
): Promise<string[]> => {
  const { kind, orders } = lists[list];
  const { entries } = await store.list(kind, { first, order: orders.MOST_PAPERS, count: false });
  return entries.map(({ node }) => node.id);
};

/** The newest 100 papers of an author. */
const papersOf = async (store: GraphStore, author: string): Promise<string[]> => {
  const page = { first: 100, order: relations.authorPapers.orders.NEWEST, count: false };
  const pages = await store.neighbors([author], [{ relation: 'authorPapers', page }]);
  return pages.get(author)?.[0]?.entries.map(({ node }) => node.id) ?? [];
};
