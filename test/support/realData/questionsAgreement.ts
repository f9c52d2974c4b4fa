import type { Edge } from '../../../src/graph/model/edges.ts';
import { suggestionScorings, type SuggestionFilter } from '../../../src/graph/suggestions.ts';
import {
  type CollaborationPathQuery,
  type PathAnswer,
  type PathQuery,
  type PathStatus,
  type TopicPathQuery,
} from '../../../src/graph/paths.ts';
import type { RelationName } from '../../../src/graph/model/relations.ts';
import { graphSlice } from '../../../src/graph/slice/graphSlice.ts';
import { LARGEST_SLICE } from '../../../src/graph/slice/sliceQuestion.ts';
import { asHand } from '../askedSuggestions.ts';
import { asHandSlice, sliceByHand, type HandQuestion } from '../sliceByHand.ts';
import { suggestionsByHand, type Acquaintance, type HandSuggestion } from '../suggestionsByHand.ts';
import { ranked, type CountedEdges, type CountedPaper } from './countedGraph.ts';
import { WaysTo, type CountedPath, type Ways } from './countedPaths.ts';
import { timed, type KeptStore } from './keptStores.ts';
import { differences } from './pagesOf.ts';

/*
 * Questions put to a store that holds real data, held to what counting by hand makes of the same data.
 */

/** From each of the first to each of the second. */
export interface AskedEnds {
  from: readonly string[];
  to: readonly string[];
}

/** What is compared of a path; steps as they are shown. */
interface ShownPath extends CountedPath {
  steps: unknown[];
}

export type CollaborationPathTerms = Pick<CollaborationPathQuery, 'cost' | 'maxLength' | 'filter'>;

/** Expects paths between authors, three for each pair, over the joint papers that pass the filter. */
export const expectCollaborationPaths = async (
  kept: KeptStore,
  ends: AskedEnds,
  terms: CollaborationPathTerms,
  counted: { ways: Ways; collaborations: CountedEdges },
): Promise<Record<PathStatus, number>> => {
  const shownStep = ({ paperCount, firstYear, lastYear, strength }: Edge): unknown[] => [
    ...[paperCount, firstYear, lastYear, strength],
  ];
  const step = (from: string, to: string): unknown => {
    const { paperCount, firstYear, lastYear, strength } = counted.collaborations.get(from)!.get(to)!;
    return [paperCount, firstYear, lastYear, strength];
  };
  const by = terms.cost === 'HOPS' ? 'STEPS' : 'COST';
  return expectPaths(kept, ends, { ...terms, by, ways: counted.ways, step }, (queries) =>
    kept
      .store()
      .collaborationPaths(queries.map((query) => ({ ...query, ...terms })))
      .then((answers) => answers.map((answer) => withSteps(answer, shownStep))),
  );
};

/** Expects paths between topics, three for each pair. */
export const expectTopicPaths = (
  kept: KeptStore,
  ends: AskedEnds,
  terms: Pick<TopicPathQuery, 'through' | 'maxLength'>,
  ways: Ways,
): Promise<Record<PathStatus, number>> =>
  expectPaths(
    kept,
    ends,
    { ...terms, by: 'STEPS', ways, step: (from, to) => -ways.get(from)!.get(to)! },
    (queries) =>
      kept
        .store()
        .topicPaths(queries.map((query) => ({ ...query, ...terms })))
        .then((answers) => answers.map((answer) => withSteps(answer, (count) => count))),
  );

interface ShownAnswer {
  status: PathStatus;
  isComplete: boolean;
  paths: ShownPath[];
}

const withSteps = <Step>(
  { status, isComplete, paths }: PathAnswer<{ id: string }, Step>,
  shownStep: (step: Step) => unknown,
): ShownAnswer => ({
  status,
  isComplete,
  paths: paths.map(({ nodes, steps, cost }) => ({
    nodes: nodes.map((node) => node.id),
    steps: steps.map(shownStep),
    cost,
  })),
});

const expectPaths = async (
  { name }: KeptStore,
  ends: AskedEnds,
  terms: { by: 'STEPS' | 'COST'; maxLength: number; ways: Ways; step: (from: string, to: string) => unknown },
  ask: (queries: PathQuery[]) => Promise<ShownAnswer[]>,
): Promise<Record<PathStatus, number>> => {
  const { by, maxLength, ways, step } = terms;
  const queries = ends.to.flatMap((to) =>
    ends.from
      .filter((from) => from !== to)
      .map((from) => ({ from, to, k: 3, maxLength, avoidIds: [] as string[] })),
  );
  const answers = await timed(`${name}: paths of ${queries.length} pairs by ${by}`, () => ask(queries));
  const waysTo = new Map(ends.to.map((to) => [to, new WaysTo(ways, to, by)]));
  const expected = ({ from, to, k }: PathQuery): ShownAnswer => {
    const toTarget = waysTo.get(to)!;
    const paths = toTarget
      .first({ from, k, maxLength })
      .map(({ nodes, cost }) => ({
        nodes,
        steps: nodes.slice(1).map((node, index) => step(nodes[index]!, node)),
        cost: by === 'STEPS' ? (nodes.length - 1) * 1e9 : cost,
      }));
    const none = toTarget.isReachedFrom(from) ? 'BEYOND_MAX_LENGTH' : 'NOT_CONNECTED';
    return { status: paths.length > 0 ? 'FOUND' : none, isComplete: true, paths };
  };
  const pairs = new Map(queries.map((query, index) => [`${query.from} – ${query.to}`, { query, index }]));
  const compared = await timed(`${name}: the same by hand`, () =>
    differences(
      pairs.keys(),
      (pair) => answers[pairs.get(pair)!.index],
      (pair): ShownAnswer | undefined => expected(pairs.get(pair)!.query),
    ),
  );
  expect(compared).toEqual([]);
  const statuses = { FOUND: 0, NOT_CONNECTED: 0, BEYOND_MAX_LENGTH: 0, STOPPED: 0 };
  for (const { status } of answers) statuses[status] += 1;
  return statuses;
};

/** Expects the first 50 suggested to each author and how many there are, each author by one of the scorings. */
export const expectSuggestions = async (
  { name, store }: KeptStore,
  ids: readonly string[],
  filter: SuggestionFilter,
  known: Acquaintance,
): Promise<void> => {
  const found = new Map<string, unknown>();
  const scoringOf = new Map(ids.map((id, index) => [id, suggestionScorings[index % 4]!]));
  await timed(`${name}: suggestions to ${ids.length}`, async () => {
    for (const scoring of suggestionScorings) {
      const some = ids.filter((id) => scoringOf.get(id) === scoring);
      const pages = await store().suggestions(some, { scoring, filter, first: 50, count: true });
      for (const [id, page] of pages) found.set(id, [page.total, asHand(page).map(shownSuggestion)]);
    }
  });
  const expected = (id: string): unknown => {
    const all = suggestionsByHand(known, id, scoringOf.get(id)!, filter);
    return [all.length, all.slice(0, 50).map(shownSuggestion)];
  };
  const compared = await timed(`${name}: the same by hand`, () =>
    differences(ids, (id) => found.get(id), expected),
  );
  expect(compared).toEqual([]);
};

const shownSuggestion = ({ id, scores }: HandSuggestion): unknown[] => [
  id,
  ...[scores.adamicAdar, scores.commonCollaboratorCount, scores.jaccard],
  ...[scores.resourceAllocation, scores.topicSimilarity],
];

/** Expects slices along the relations that were counted. */
export const expectSlices = async (
  { name, store }: KeptStore,
  questions: readonly HandQuestion[],
  counted: Partial<Record<RelationName, CountedEdges>>,
): Promise<void> => {
  const linked = (id: string, relation: RelationName): { to: string; weight: number }[] => {
    const edges = counted[relation];
    if (!edges) throw new Error(`${relation} is asked for and was not counted`);
    return ranked(edges, id, 'MOST_PAPERS').map(({ to, paperCount }) => ({ to, weight: paperCount }));
  };
  await timed(`${name}: ${questions.length} slices, and the same by hand`, async () => {
    for (const question of questions)
      expect(asHandSlice(await graphSlice(store(), question))).toEqual(
        sliceByHand(linked, question, LARGEST_SLICE),
      );
  });
};

/** What suggestions by hand need to know, of what was counted. */
export const acquaintanceOf = (
  authors: Iterable<string>,
  papersOf: ReadonlyMap<string, readonly CountedPaper[]>,
  collaborations: CountedEdges,
  authorTopics: CountedEdges = new Map(),
): Acquaintance => {
  const ids = [...authors];
  const years = ids.map((id) => [id, (papersOf.get(id) ?? []).flatMap(({ year }) => year ?? [])] as const);
  return {
    collaborators: new Map(ids.map((id) => [id, new Set(collaborations.get(id)?.keys())])),
    topics: new Map(
      [...authorTopics].map(([id, rows]) => [
        id,
        new Map([...rows.values()].map(({ to, paperCount }) => [to, paperCount])),
      ]),
    ),
    institutions: new Map(),
    lastYears: new Map(years.filter(([, of]) => of.length > 0).map(([id, of]) => [id, Math.max(...of)])),
    topicsWithin: (topics) => new Set(topics),
  };
};
