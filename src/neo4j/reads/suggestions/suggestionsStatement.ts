import type { SuggestionFilter, SuggestionScoring } from '../../../graph/suggestions.ts';
import type { Statement } from '../../cypher/statement.ts';
import { collectNodesByIds, collectTopicsByIds } from '../../cypher/idParameters.ts';
import { isAfter } from '../../cypher/orders.ts';
import { pageColumns, type ColumnShape } from '../../cypher/pages.ts';
import { nodeProjection } from '../../cypher/projections.ts';

/** What the text of a page of suggestions depends on. */
export interface SuggestionsShape extends ColumnShape {
  scoring: SuggestionScoring;
  /** The fields that the filter has. */
  filter: readonly SuggestionFilterField[];
}

/** A term of a sum in whole units of 10⁻⁹; Cypher rounds as JavaScript does. */
const inUnits = (term: string): string => `toInteger(round(${term} * 1e9))`;

/** The union of whom both wrote with; `common` is the intersection. */
const union = 'author.collaboratorCount + node.collaboratorCount - common';

const scores: Readonly<Record<SuggestionScoring, string>> = {
  ADAMIC_ADAR: 'adamicAdar',
  COMMON_COLLABORATORS: 'common',
  JACCARD: inUnits(`1.0 * common / (${union})`),
  RESOURCE_ALLOCATION: 'resourceAllocation',
};

/** What a filter asks of a candidate. */
export type SuggestionFilterField = keyof SuggestionFilter;

/** What a field names, found once for all authors. */
const names: Readonly<Partial<Record<SuggestionFilterField, { variable: string; nodes: string }>>> = {
  institutionIds: {
    variable: 'institutions',
    nodes: collectNodesByIds('INSTITUTION', '$filter.institutionIds', 'institutions'),
  },
  excludeInstitutionIds: {
    variable: 'excluded',
    nodes: collectNodesByIds('INSTITUTION', '$filter.excludeInstitutionIds', 'excluded'),
  },
  topicIds: { variable: 'topics', nodes: collectTopicsByIds('$filter.topicIds', 'topics') },
};

const predicates: Readonly<Record<SuggestionFilterField, string>> = {
  activeSinceYear: 'EXISTS { MATCH (node)-[:AUTHORED]->(paper) WHERE paper.year >= $filter.activeSinceYear }',
  institutionIds:
    'EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution IN institutions }',
  excludeInstitutionIds:
    'NOT EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution IN excluded }',
  topicIds: 'EXISTS { MATCH (node)-[:WORKS_ON]->(topic) WHERE topic IN topics }',
};

/** Everyone two steps away and not one, with the sums over who is between. */
const candidates = (shape: SuggestionsShape): string => `WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS known
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH known, between, ${inUnits('1.0 / log(between.collaboratorCount)')} AS adamicAdarTerm,
    ${inUnits('1.0 / between.collaboratorCount')} AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN known
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation${
      shape.filter.length > 0
        ? `\n  WHERE ${shape.filter.map((field) => predicates[field]).join('\n  AND ')}`
        : ''
    }
  WITH node, common, adamicAdar, resourceAllocation, ${scores[shape.scoring]} AS score`;

const position = ['-score', '-common', 'node.id'];
const behind = isAfter(position, '$after');

/** The first of the candidates in order, with what is only shown. */
const best = `ORDER BY ${position.join(', ')} LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[theirs:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[its:WORKS_ON]-(node)
    RETURN sum(theirs.papers * its.papers) AS product, sum(theirs.papers * theirs.papers) AS squares
  }
  RETURN collect({node: ${nodeProjection('AUTHOR')}, common: common, union: ${union},
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page`;

/** Where all candidates are counted, or some come before the page, they are kept until both is done. */
const keepingAll = (shape: SuggestionsShape): string => `${candidates(shape)}
  WITH collect([score, common, adamicAdar, resourceAllocation, node]) AS candidates
  CALL (author, candidates) {
    UNWIND candidates AS candidate
    WITH candidate[0] AS score, candidate[1] AS common, candidate[2] AS adamicAdar,
      candidate[3] AS resourceAllocation, candidate[4] AS node
    WITH *${shape.after ? ` WHERE ${behind}` : ''}
    ${best}
  }
  RETURN page, size(candidates) AS total${
    shape.after ? `, any(candidate IN candidates WHERE NOT ${behindOf('candidate')}) AS previous` : ''
  }`;

const behindOf = (candidate: string): string =>
  isAfter([`-${candidate}[0]`, `-${candidate}[1]`, `(${candidate}[4]).id`], '$after');

export const suggestionsStatement = (shape: SuggestionsShape): Statement => {
  const keeps = shape.after || shape.count || !shape.rows;
  const named = shape.filter.flatMap((field) => names[field] ?? []);
  return {
    name: 'suggestions',
    purpose:
      'Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.',
    text: `${named.map(({ nodes }) => `${nodes}\n`).join('')}UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (${['author', ...named.map(({ variable }) => variable)].join(', ')}) {
  ${keeps ? keepingAll(shape) : `${candidates(shape)}\n  ${best}`}
}
RETURN id, ${pageColumns(shape)}`,
  };
};
