import { foldedWords } from '../../src/graph/model/foldText.ts';
import { relations } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { Pair } from '../../src/graph/pair.ts';
import { load } from './load.ts';
import { rankingCalls } from './rankings.ts';
import type { Starts } from './starts.ts';
import { authorCalls, pathCalls, topicPathCalls } from './stores.ts';
import { interleaved, median, quantile } from './timing.ts';

const bounds = { rounds: 10, milliseconds: 10_000 };

/** In milliseconds. */
export interface QuestionTimes {
  title: string;
  median: number;
  p99: number;
}

interface Question<Start> {
  title: string;
  starts: readonly Start[];
  ask(store: GraphStore, start: Start): Promise<unknown>;
}

/** Measures what is asked often, and what grows with the number of papers. */
export const measureQuestions = async (store: GraphStore, starts: Starts): Promise<QuestionTimes[]> => {
  const results: QuestionTimes[] = [];
  const measure = async <Start>({ title, starts: each, ask }: Question<Start>): Promise<void> => {
    console.log(`  ${title} …`);
    const { embedded } = await interleaved({ embedded: (start: Start) => ask(store, start) }, each, bounds);
    results.push({ title, median: median(embedded), p99: quantile(embedded, 0.99) });
  };
  for (const question of authorCalls(starts)) await measure(question);
  await measure(newestOfTopic(starts));
  for (const question of await pathCalls(store, starts)) await measure(question);
  for (const question of strongestPaths(starts)) await measure(question);
  for (const question of topicPathCalls(starts)) await measure(question);
  for (const question of await rankingCalls(store, starts)) await measure(question);
  for (const { title, starts: texts, ask } of await searches(store, starts)) {
    console.log(`  ${title} …`);
    const { milliseconds } = await load((text: string) => ask(store, text), texts, {
      clients: 1,
      requests: texts.length, // each text once, because recent searches are cached
    });
    results.push({ title, median: median(milliseconds), p99: quantile(milliseconds, 0.99) });
  }
  return results;
};

const newestOfTopic = ({ topics }: Starts): Question<string> => ({
  title: "a topic's 20 newest papers, counted",
  starts: topics,
  ask: (store, id) => {
    const page = { first: 20, order: relations.topicPapers.orders.NEWEST, count: true };
    return store.neighbors([id], [{ relation: 'topicPapers', page }]);
  },
});

const strongestPaths = ({ pairs }: Starts): Question<Pair>[] =>
  [1, 3].map((k) => ({
    title: k === 1 ? 'strongest path' : `${k} strongest paths`,
    starts: pairs,
    ask: (store, pair) =>
      store.collaborationPaths([{ ...pair, k, maxLength: 8, avoidIds: [], cost: 'STRENGTH' }]),
  }));

/** Searches for people: by their whole name, by their family name, and by one to three letters. */
const searches = async (store: GraphStore, { authors }: Starts): Promise<Question<string>[]> => {
  const found = await store.entities(authors);
  const names = [...found.values()].map((author) => (author.kind === 'AUTHOR' ? author.name : ''));
  const family = names.map((name) => name.split(' ').at(-1) ?? name);
  const beginnings = [1, 2, 3].flatMap((length) => family.map((name) => name.slice(0, length)));
  return Object.entries({
    'search of a name': names,
    'search of a family name': family,
    'search of one to three letters': beginnings,
  }).map(([title, texts]) => ({
    title,
    starts: [...new Set(texts)],
    ask: (asked, text) =>
      asked.search({ words: foldedWords(text), kinds: ['AUTHOR'], first: 10, count: false }),
  }));
};
