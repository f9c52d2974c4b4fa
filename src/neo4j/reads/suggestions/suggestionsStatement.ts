import type { SuggestionFilter, SuggestionScoring } from '../../../graph/suggestions.ts';
import { collectNodesByIds, collectTopicsByIds } from '../../cypher/idParameters.ts';
import { nodeProjection } from '../../cypher/nodeProjection.ts';
import { isAfter, orderBy } from '../../cypher/orders.ts';
import { pageColumns, type ColumnShape } from '../../cypher/pages.ts';
import type { Statement } from '../../cypher/statement.ts';

type SuggestionFilterField = keyof SuggestionFilter;

/** The properties of a request on which the text of the statement depends. All other properties are parameters. */
export interface SuggestionsShape extends ColumnShape {
  scoring: SuggestionScoring;
  /** The names of the fields that are set in the filter. */
  filter: readonly SuggestionFilterField[];
  /** Whether the list is read backward, from its end; see PageRequest. */
  backward: boolean;
}

/** A term of a sum as an integer, in units of 10⁻⁹. Cypher rounds in the same way as JavaScript. */
const inUnits = (term: string): string => `toInteger(round(${term} * 1e9))`;

/**
 * The number of authors who are collaborators of the author, of the candidate, or of both. `common` is the number of
 * those who are collaborators of both.
 */
const union = 'author.collaboratorCount + node.collaboratorCount - common';

const scores: Readonly<Record<SuggestionScoring, string>> = {
  ADAMIC_ADAR: 'adamicAdar',
  COMMON_COLLABORATORS: 'common',
  JACCARD: inUnits(`1.0 * common / (${union})`),
  RESOURCE_ALLOCATION: 'resourceAllocation',
};

interface FilterPart {
  predicate: string;
  /**
   * If the field has ids of nodes: a subquery that finds these nodes once for all authors, and the name of its result.
   */
  nodes?: { variable: string; subquery: string };
}

const filterParts: Readonly<Record<SuggestionFilterField, FilterPart>> = {
  activeSinceYear: {
    predicate: 'EXISTS { MATCH (node)-[:AUTHORED]->(paper) WHERE paper.year >= $filter.activeSinceYear }',
  },
  institutionIds: {
    predicate: 'EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution IN institutions }',
    nodes: {
      variable: 'institutions',
      subquery: collectNodesByIds('INSTITUTION', '$filter.institutionIds', 'institutions'),
    },
  },
  excludeInstitutionIds: {
    predicate: 'NOT EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution IN excluded }',
    nodes: {
      variable: 'excluded',
      subquery: collectNodesByIds('INSTITUTION', '$filter.excludeInstitutionIds', 'excluded'),
    },
  },
  identification: { predicate: 'node.identification IN $filter.identification' },
  topicIds: {
    predicate: 'EXISTS { MATCH (node)-[:WORKS_ON]->(topic) WHERE topic IN topics }',
    nodes: { variable: 'topics', subquery: collectTopicsByIds('$filter.topicIds', 'topics') },
  },
};

/**
 * Matches all candidates that pass the filter: collaborators of the author's collaborators who are not collaborators of
 * the author. The sums are over the collaborators in between. The filter is tested after the aggregation, so that it is
 * evaluated only once for each candidate.
 */
const candidates = ({ scoring, filter }: SuggestionsShape): string => {
  const where = filter.map((field) => filterParts[field].predicate).join('\n  AND ');
  return `WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, ${inUnits('1.0 / log(between.collaboratorCount)')} AS adamicAdarTerm,
    ${inUnits('1.0 / between.collaboratorCount')} AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation${where === '' ? '' : `\n  WHERE ${where}`}
  WITH node, common, adamicAdar, resourceAllocation, ${scores[scoring]} AS score`;
};

const position = ['-score', '-common', 'node.id'];

/**
 * Sorts the candidates and keeps those of the page. Topics do not influence the order, so they are compared only for
 * these candidates.
 */
const firstCandidates = (backward: boolean): string => `ORDER BY ${orderBy(position, backward)} LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: ${nodeProjection('AUTHOR')}, common: common, union: ${union},
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page`;

/** Cypher for a page with the number of all candidates. For this, it first collects all candidates. */
const pageOfCollected = (shape: SuggestionsShape): string => {
  const after = shape.after ? ` WHERE ${isAfter(position, '$after', shape.backward)}` : '';
  const candidatePosition = ['-candidate[0]', '-candidate[1]', '(candidate[4]).id'];
  const previous = `any(candidate IN candidates WHERE NOT ${isAfter(candidatePosition, '$after', shape.backward)}) AS previous`;
  return `${candidates(shape)}
  WITH collect([score, common, adamicAdar, resourceAllocation, node]) AS candidates
  CALL (author, candidates) {
    UNWIND candidates AS candidate
    WITH candidate[0] AS score, candidate[1] AS common, candidate[2] AS adamicAdar,
      candidate[3] AS resourceAllocation, candidate[4] AS node
    WITH *${after}
    ${firstCandidates(shape.backward)}
  }
  RETURN page, size(candidates) AS total${shape.after ? `, ${previous}` : ''}`;
};

export const suggestionsStatement = (shape: SuggestionsShape): Statement => {
  const countsOthers = shape.after || shape.count || !shape.rows;
  const nodes = shape.filter.flatMap((field) => filterParts[field].nodes ?? []);
  return {
    name: 'suggestions',
    purpose:
      'Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.',
    text: `${nodes.map(({ subquery }) => `${subquery}\n`).join('')}UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (${['author', ...nodes.map(({ variable }) => variable)].join(', ')}) {
  ${countsOthers ? pageOfCollected(shape) : `${candidates(shape)}\n  ${firstCandidates(shape.backward)}`}
}
RETURN id, ${pageColumns(shape)}`,
  };
};
