import { lists } from '../../src/graph/model/lists.ts';
import type { PageEntry } from '../../src/graph/model/pages.ts';
import { relations } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { shuffled } from './timing.ts';

/** Where measurements start: the same for everyone who is measured, in an order without meaning. */
export interface Starts {
  /** Authors of all degrees, hubs included. */
  authors: string[];
  /** Those with the most collaborators. */
  hubs: string[];
  /** The same authors in groups of 50, by id. */
  groups: string[][];
  /** Pairs of these authors. */
  pairs: { from: string; to: string }[];
  /** Those with the most papers. */
  topics: string[];
  topicPairs: { from: string; to: string }[];
  authorsWithTopics: string[];
}

const LETTERS = 'a b c d e f g h i j k l m n o p r s t u v w y z'.split(' ');

/** Chooses starts from a store with the data. */
export const chosenStarts = async (store: GraphStore): Promise<Starts> => {
  const { MOST_COLLABORATORS, NAME } = lists.authors.orders;
  const idsOf = (entries: readonly PageEntry[]): string[] => entries.map(({ node }) => node.id);
  const hubs = await store.list('AUTHOR', { first: 50, order: MOST_COLLABORATORS, count: false });
  const ids = new Set(idsOf(hubs.entries));
  for (const letter of LETTERS) {
    const page = { first: 100, after: [letter, '', ''], order: NAME, count: false };
    const { entries } = await store.list('AUTHOR', page);
    for (const id of idsOf(entries.filter((_, place) => place % 10 === 0))) ids.add(id);
  }
  const { entries: topics } = await store.list('TOPIC', {
    first: 20,
    order: lists.topics.orders.MOST_PAPERS,
    count: false,
  });
  const order = relations.topicAuthors.orders.MOST_PAPERS;
  const theirs = await store.neighbors(idsOf(topics), [
    { relation: 'topicAuthors', page: { first: 5, order, count: false } },
  ]);
  const authors = shuffled([...ids]);
  const chosenTopics = shuffled(idsOf(topics));
  const withTopics = [...theirs.values()].flatMap(([page]) => (page ? idsOf(page.entries) : []));
  return {
    authors,
    hubs: idsOf(hubs.entries).slice(0, 20),
    groups: Array.from({ length: 20 }, (_, group) => circular(authors, group * 13, 50).sort()),
    pairs: pairsOf(authors),
    topics: chosenTopics,
    topicPairs: pairsOf(chosenTopics),
    authorsWithTopics: shuffled([...new Set(withTopics)]),
  };
};

/** Each with the one five places on. */
const pairsOf = (ids: readonly string[]): { from: string; to: string }[] =>
  ids
    .map((from, place) => ({ from, to: ids[(place + 5) % ids.length]! }))
    .filter(({ from, to }) => from !== to);

const circular = (ids: readonly string[], start: number, length: number): string[] =>
  Array.from({ length: Math.min(length, ids.length) }, (_, place) => ids[(start + place) % ids.length]!);
