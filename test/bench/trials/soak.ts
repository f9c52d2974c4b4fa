import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import { startProgram } from '../../support/program.ts';
import { posted } from '../contestants.ts';
import { chosenDataset } from '../datasets.ts';
import { load } from '../load.ts';
import { preparedEmbedded } from '../prepared.ts';
import { chosenStarts, type Starts } from '../starts.ts';
import { printTable } from '../table.ts';
import { median, quantile } from '../timing.ts';

const preload = fileURLToPath(new URL('../../support/measuredProcess.js', import.meta.url));
const CLIENTS = 16;
const PARTS = 20;

interface Held {
  rss: number;
  heap: number;
  external: number;
  eventLoopDelay: number;
}

/** Asks the built program many mixed questions, good ones and refused ones, and prints what memory it holds meanwhile. */
export const soak = async (requests: number): Promise<void> => {
  const directory = await preparedEmbedded(chosenDataset());
  const store = await openEmbeddedStore({ directory });
  const starts = await chosenStarts(store);
  await store.close();
  const settings = { DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'info' };
  const { child, said, ended, listening } = startProgram(['serve'], { settings, preload });
  const url = new URL('/graphql', await listening());
  const agent = new Agent({ keepAlive: true });
  const held = async (): Promise<Held> => {
    const length = said.err.length;
    child.kill('SIGUSR2');
    while (!said.err.slice(length).includes('\n')) await pause(20);
    return JSON.parse(said.err.slice(length)) as Held;
  };
  let asked = 0;
  const ask = async (): Promise<void> => {
    asked += 1;
    const { status, text } = await posted(url, agent, bodyOf(asked, starts));
    if (status >= 500 || text === '') throw new Error(`${status} ${text.slice(0, 200)}`);
  };
  const rows = [];
  const failures = new Map<string, number>();
  for (let part = 1; part <= PARTS; part += 1) {
    const loaded = await load(ask, [undefined], { clients: CLIENTS, requests: Math.ceil(requests / PARTS) });
    for (const each of loaded.failures) failures.set(each, (failures.get(each) ?? 0) + 1);
    const { rss, heap, external, eventLoopDelay } = await held();
    const { milliseconds: times, perSecond } = loaded;
    rows.push([
      String(asked),
      rss,
      heap,
      external,
      eventLoopDelay,
      median(times),
      quantile(times, 0.99),
      perSecond,
    ]);
    console.log(`  ${asked} requests: ${rss} MB, of which ${heap} MB heap and ${external} MB beside it`);
  }
  printTable(
    `Soak: ${requests} mixed requests by ${CLIENTS} clients; a fifth of them refused or of a text never seen before`,
    ['requests', 'RSS MB', 'heap MB', 'external MB', 'event loop p99 ms', 'median ms', 'p99 ms', 'a second'],
    rows,
  );
  for (const [failure, times] of failures) console.log(`${times} × ${failure}`);
  agent.destroy();
  child.kill('SIGTERM');
  console.log(`Ended with ${(await ended).code}.`);
};

const entity = '... on Entity { id label paperCount }';

/** The body of the n-th request. */
const bodyOf = (n: number, { authors, groups, pairs, topics, topicPairs }: Starts): string => {
  const of = <Item>(items: readonly Item[]): Item => items[(n * 31) % items.length]!;
  const questions: [string, object?][] = [
    [
      'query ($id: ID!) { author(id: $id) { name metrics { hIndex } papers(first: 10) { totalCount nodes { title authors(first: 10) { nodes { name } } } } } }',
      { id: of(authors) },
    ],
    [
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Author { name papers(first: 5) { nodes { id title year authors(first: 5) { nodes { id name } } } } } } }',
      { ids: of(groups).slice(0, 20) },
    ],
    [
      'query ($id: ID!) { author(id: $id) { collaborators(first: 25) { totalCount edges { node { name } collaboration { paperCount strength } } } } }',
      { id: of(authors) },
    ],
    [
      'query ($id: ID!) { author(id: $id) { suggestedCollaborators(first: 5) { totalCount edges { score node { name } introduction { length } } } } }',
      { id: of(authors) },
    ],
    [
      'query ($from: ID!, $to: ID!, $cost: PathCost) { collaborationPaths(from: $from, to: $to, k: 3, cost: $cost) { status paths { authors { name } } } }',
      { ...of(pairs), cost: n % 10 === 0 ? 'STRENGTH' : 'HOPS' },
    ],
    ['query ($from: ID!, $to: ID!) { topicPaths(from: $from, to: $to) { status distance } }', of(topicPairs)],
    [
      `query ($id: ID!) { graph(ids: [$id], depth: 2, perKind: 5) { nodes { entity { ${entity} } } edges { source target } truncated } }`,
      { id: of(authors) },
    ],
    [
      `query ($text: String!) { search(text: $text) { totalCount nodes { ${entity} } } }`,
      { text: of(['neural', 'machine transl', 'kim', 'parsing', 'a', 'visual anal', 'zzz']) },
    ],
    [
      'query ($id: ID!) { topic(id: $id) { papers(first: 20) { totalCount nodes { title } } authors(first: 10) { nodes { name } } } }',
      { id: of(topics) },
    ],
    ['{ papers(first: 20) { totalCount nodes { title year } } statistics { authorCount } }'],
    // new texts, good and refused; ids, cursors and counts that are none
    [`{ statistics { c${n}: paperCount } }`],
    [`{ nothing${n} }`],
    [`{ authors(first: ${100 + n}) { nodes { id } } }`],
    [`{ papers(after: "${n}") { nodes { id } } node(id: "author:none:${n}") { id } }`],
  ];
  const [query, variables] = questions[n % questions.length]!;
  return n % 101 === 0 ? '{' : JSON.stringify({ query, variables });
};
