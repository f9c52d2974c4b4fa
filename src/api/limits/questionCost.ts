import { MOST_PATHS } from '../subjects/paths/pathQuery.ts';
import type { Arguments } from './listSizes.ts';

/*
 * What it costs to ask the store, beside what it answers: measured against what an entity costs.
 */

const paths = ({ k }: Arguments): number =>
  25 + 25 * Math.min(Math.max(typeof k === 'number' ? k : MOST_PATHS, 1), MOST_PATHS);
const search = (): number => 20;
const one = (): number => 1;

/** Fields beside connections for which the store is asked. */
const questions: Readonly<Record<string, (given: Arguments) => number>> = {
  'Author.metrics': one,
  'Paper.abstract': one,
  'Query.autocomplete': search,
  'Query.collaboration': one,
  'Query.collaborationPaths': paths,
  'Query.graph': one,
  'Query.search': search,
  'Query.statistics': one,
  'Query.topicPaths': paths,
  'SuggestedCollaboratorEdge.introduction': one,
};

/** @param given the field's arguments, where they matter */
export const questionCost = (field: string, returns: string, given: () => Arguments): number => {
  const cost = questions[field];
  if (cost) return cost(given());
  return returns.endsWith('Connection') ? 1 : 0;
};
