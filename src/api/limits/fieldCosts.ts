import { evidenceKinds } from '../../graph/identity/pairEvidence.ts';
import { isObjectType, type GraphQLNamedType } from 'graphql';
import { entityKinds } from '../../graph/model/entityKinds.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { LARGEST_PAGE } from '../../graph/model/pages.ts';
import { LARGEST_SLICE } from '../../graph/slice/sliceQuestion.ts';
import type { Arguments } from './fieldArguments.ts';
import { MAX_PATHS, MAX_STEPS } from '../subjects/paths/pathQuery.ts';
import { MAX_LIST_LENGTH } from '../../graph/checks.ts';

/** The maximum lengths of lists, by the names of the fields that return them. */
export type ListSizes = Readonly<Record<string, number>>;

interface FieldCost {
  /**
   * The cost of the call to the store, as measured, where 1 is the cost of reading one entity. Absent if the field
   * makes no call.
   */
  call?: (args: Arguments) => number;
  /**
   * The maximum lengths of the lists in the field's result. If absent, the lengths that an outer field states apply.
   */
  sizes?: (args: Arguments) => ListSizes;
}

/** The cost of a field without the cost of the fields selected in it. */
export const fieldCost = (parent: string, field: string, type: GraphQLNamedType): FieldCost =>
  fieldCosts[`${parent}.${field}`] ?? (isConnection(type) ? connectionCost : noCost);

/** Recognizes connections by their field `pageInfo`, which no other type has. */
const isConnection = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && Object.hasOwn(type.getFields(), 'pageInfo');

/** Replaces a value out of range by the nearest valid one. The resolver of the field reports the error later. */
const between = (value: unknown, min: number, max: number): number =>
  typeof value === 'number' ? Math.min(Math.max(value, min), max) : max;

const lengthOf = (list: unknown, max: number): number =>
  Array.isArray(list) ? Math.min(list.length, max) : 0;

const one = (): number => 1;

/** The cost of a search. It does not depend on the number of hits. */
export const SEARCH_COST = 20;

/** A filter by words of titles costs as much as a search; other filters cost nothing. */
const filterCost = (filter: unknown): number =>
  typeof filter === 'object' && filter !== null && 'title' in filter && filter.title ? SEARCH_COST : 0;

const connectionCost = {
  call: ({ filter }: Arguments): number => 1 + filterCost(filter),
  sizes: ({ first, last }: Arguments): ListSizes => {
    const size = between(first ?? last, 0, LARGEST_PAGE);
    return { nodes: size, edges: size };
  },
};

/** The costs of the lists of a comparison, which compare all neighbors of two entities. */
const comparedListCosts = Object.fromEntries(
  entityKinds.flatMap((kind) =>
    ['shared', 'onlyFirst', 'onlySecond'].map((field): [string, FieldCost] => [
      `${kindRow(kind).typeName}Comparison.${field}`,
      { ...connectionCost, call: () => 3 },
    ]),
  ),
);

/** The cost of a field with a list of at most `first` entities. */
const listOf = (field: string): FieldCost => ({
  call: one,
  sizes: ({ first }) => ({ [field]: between(first, 0, LARGEST_PAGE) }),
});

const noCost: FieldCost = {};

const searchCost = (): number => SEARCH_COST;

/** The cost of a list that is made by computing a score for each possible entry. */
const rankingCost = (): number => 10;

/**
 * The cost of computing the distances from one author to any number of others. It is high because the graph is
 * searched.
 */
export const DISTANCES_COST = 100;

/** The cost of a list of reviewers, including a search for papers by the text of the subject. */
const reviewersCost = (): number => rankingCost() + searchCost();

const breakdownCost = (dimensions: number): number => 20 * dimensions;

const pathsCost: FieldCost = {
  call: ({ k }) => 25 + 25 * between(k, 1, MAX_PATHS),
  sizes: ({ k, maxLength }) => {
    const steps = between(maxLength, 1, MAX_STEPS);
    return { paths: between(k, 1, MAX_PATHS), steps, authors: steps + 1, topics: steps + 1 };
  },
};

const sliceSizes = ({ ids, depth, perKind, kinds }: Arguments): ListSizes => {
  const centers = lengthOf(ids, LARGEST_SLICE.nodes);
  const kindCount = lengthOf(kinds, entityKinds.length) || entityKinds.length;
  const neighborsPerNode = between(perKind, 0, LARGEST_PAGE) * kindCount;
  let outermost = centers;
  let nodes = centers;
  for (let step = 0; step < between(depth, 0, 2); step += 1) {
    outermost *= neighborsPerNode;
    nodes += outermost;
  }
  nodes = Math.min(nodes, LARGEST_SLICE.nodes);
  return { nodes, edges: Math.min(4 * nodes, LARGEST_SLICE.edges) };
};

/** The cost of a correction, which computes derived relations again. This takes up to a second. */
const mutationCost = (): number => 250;
const mutations = [
  'declareDifferent',
  'declareSame',
  'hideEntity',
  'renameEntity',
  'splitAuthor',
  'undoCorrection',
];

/** The assumed maximum number of institutions of an authorship. Very few have more; the cost counts only this many. */
const INSTITUTIONS_PER_AUTHORSHIP = 5;

/**
 * The assumed maximum number of years with papers or citations of an author. Few authors have more; the cost counts
 * only this many.
 */
const YEARS_OF_ACTIVITY = 30;

/** The assumed maximum number of live sources. Clients cannot add sources; only the operator can. */
const USUAL_SOURCES = 20;

/**
 * The costs of the fields that call the store, and of those that limit the lengths of lists in their results.
 * Connections are only listed here if their cost differs from `connectionCost`.
 */
const fieldCosts: Readonly<Record<string, FieldCost>> = {
  ...comparedListCosts,
  'ActivityYear.topics': { sizes: ({ first }) => ({ topics: between(first, 0, LARGEST_PAGE) }) },
  'Author.activity': { call: one, sizes: () => ({ years: YEARS_OF_ACTIVITY }) },
  'Author.events': {
    ...connectionCost,
    call: ({ distanceTo }) => (lengthOf(distanceTo, 1) > 0 ? DISTANCES_COST : 1),
  },
  'Author.metrics': { call: one },
  'Comparison.years': { call: () => 2 * breakdownCost(1) },
  'Author.possibleMixture': { ...listOf('possibleMixture'), call: rankingCost },
  'AuthorGroup.collaborators': listOf('collaborators'),
  'AuthorGroup.institutions': listOf('institutions'),
  'AuthorGroup.papers': listOf('papers'),
  'AuthorGroup.topics': listOf('topics'),
  'Correction.entities': { call: one, sizes: () => ({ entities: 2 }) },
  'Correction.papers': listOf('papers'),
  'CorrectionPayload.entities': { call: one, sizes: () => ({ entities: 2 }) },
  ...Object.fromEntries(mutations.map((name) => [`Mutation.${name}`, { call: mutationCost }])),
  'DuplicateCandidate.entities': { sizes: () => ({ entities: 2 }) },
  'DuplicateCandidate.evidence': { sizes: () => ({ evidence: evidenceKinds.length }) },
  'Authorship.institutions': { sizes: () => ({ institutions: INSTITUTIONS_PER_AUTHORSHIP }) },
  'GraphSlice.clusters': { call: () => 50 },
  'GraphSlice.modularity': { call: one },
  'Paper.abstract': { call: one },
  'Paper.derivativeWorks': { ...listOf('derivativeWorks'), call: rankingCost },
  'Paper.priorWorks': { ...listOf('priorWorks'), call: rankingCost },
  'Paper.relatedPapers': { ...connectionCost, call: ({ filter }) => rankingCost() + filterCost(filter) },
  'Query.autocomplete': {
    call: searchCost,
    sizes: ({ first }) => ({ autocomplete: between(first, 0, LARGEST_PAGE) }),
  },
  'Query.breakdown': {
    call: ({ by, of: scope }) =>
      breakdownCost(Math.max(1, lengthOf(by, 2))) + filterCost((scope as { filter?: unknown }).filter),
    sizes: ({ by, ...page }) => ({ ...connectionCost.sizes(page), keys: lengthOf(by, 2) }),
  },
  'Query.collaboration': { call: one },
  'Query.collaborationPaths': pathsCost,
  'Query.comparison': { sizes: () => ({ entities: 2 }) },
  'Query.feed': { ...connectionCost, call: () => 10 },
  'Query.graph': { call: one, sizes: sliceSizes },
  'Query.lookups': { sizes: ({ identifiers }) => ({ lookups: lengthOf(identifiers, MAX_LIST_LENGTH) }) },
  'Query.nodes': { sizes: ({ ids }) => ({ nodes: lengthOf(ids, MAX_LIST_LENGTH) }) },
  'Query.removed': { call: one },
  'Query.reviewers': {
    call: reviewersCost,
    sizes: (args) => ({ ...connectionCost.sizes(args), relatedPapers: 5 }),
  },
  'Query.search': { ...connectionCost, call: searchCost },
  'Query.sources': { call: one, sizes: () => ({ sources: USUAL_SOURCES }) },
  'Query.statistics': { call: one },
  'Query.topicPaths': pathsCost,
  'ReviewerConnection.excluded': {
    call: reviewersCost,
    sizes: ({ first }) => ({ excluded: between(first, 0, LARGEST_PAGE) }),
  },
  'SuggestedCollaboratorEdge.introduction': { call: one, sizes: () => ({ authors: 3, steps: 2 }) },
};
