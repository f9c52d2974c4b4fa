import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import type { PairSelection } from '../../../graph/model/pages.ts';
import type { FilterShape, RelationRow } from '../../../graph/model/relationRow.ts';
import { relationRow, type RelationName } from '../../../graph/model/relations.ts';
import {
  collaborationPredicates,
  filterNodes,
  filterVariables,
  identificationPredicate,
  jointPaperPredicate,
  paperPredicates,
  type FilterNumber,
  type FilterTarget,
} from '../../cypher/filters.ts';
import { labels, nodeProjection } from '../../cypher/nodeProjection.ts';
import { pageColumns, pageSubqueries, type PageShape, type PageSource } from '../../cypher/pages.ts';
import { relationPattern } from '../../cypher/relationPattern.ts';
import type { Statement } from '../../cypher/statement.ts';

/**
 * The properties of a request for neighbors on which the text of the statement depends. All other properties are
 * parameters.
 */
export interface NeighborsShape extends PageShape {
  relation: RelationName;
}

/** Cypher for the edge between two authors, computed from their joint papers that pass a filter. */
export const collaborationOverPapers = `{papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year),
    strength: sum(paper.strength)} AS edge`;

export const minPapersPredicate = (number: FilterNumber): string =>
  `edge.papers >= coalesce($filter${number}.minPapers, 1)`;

/** By kind of filter: Cypher that matches the neighbors along a relation that pass the filter. */
const filteredMatches: Readonly<
  Record<FilterShape, (row: RelationRow, targets: readonly FilterTarget[], number: number) => string>
> = {
  none: (row) => matchNeighbors(row),
  papers: (row, targets, number) =>
    `${matchNeighbors(row)}\n  WHERE ${paperPredicates(targets, number).join('\n  AND ')}`,
  collaborations: (_, targets, number) => `MATCH (source)-[:AUTHORED]->(paper)<-[:AUTHORED]-(node)
  WHERE ${[jointPaperPredicate('paper'), ...collaborationPredicates(targets, number, 'paper')].join('\n  AND ')}
  WITH node, ${collaborationOverPapers}
  WHERE ${minPapersPredicate(number)} AND ${identificationPredicate(number)}`,
};

const matchNeighbors = (row: RelationRow): string =>
  `MATCH ${relationPattern(row, 'source', 'node', 'edge')}`;

/** Cypher that matches the entries of the page with this number: the neighbors of `source` along a relation. */
export const neighborsSource = (shape: NeighborsShape, number: number): PageSource => {
  const row = relationRow(shape.relation);
  const { to, edge, filter } = row;
  const common = { scope: ['source', ...filterVariables(shape.filterTargets, number)].join(', '), to, edge };
  if (shape.filter && filter !== 'none') {
    return { ...common, matching: filteredMatches[filter](row, shape.filterTargets, number) };
  }
  return {
    ...common,
    matching: matchNeighbors(row),
    degree: `COUNT { ${relationPattern(row, 'source', '')} }`,
  };
};

const lines = (text: string): string => (text === '' ? '' : `${text}\n`);

/** @param from the kind of the entities with `$ids`, at which all relations start */
export const neighborsStatement = (
  from: EntityKind,
  shapes: readonly NeighborsShape[],
  withEntities: boolean,
): Statement => {
  const pages = shapes.map((shape, number) => pageSubqueries(neighborsSource(shape, number), shape, number));
  const entity = withEntities ? `${nodeProjection(from, { variable: 'source' })} AS entity, ` : '';
  return {
    name: `${withEntities ? 'neighborhoods' : 'neighbors'} ${shapes.map((shape) => shape.relation).join(' ')}`,
    purpose: `Reads pages of the neighbors of ${labels[from]} nodes${withEntities ? ', and the nodes themselves' : ''}.`,
    text: `${shapes.map((shape, number) => lines(filterNodes(shape.filterTargets, number))).join('')}UNWIND $ids AS id
MATCH (source:${labels[from]} {id: id})
${pages.join('\n')}
RETURN id, ${entity}${shapes.map((shape, number) => pageColumns(shape, number)).join(', ')}`,
  };
};

/**
 * The properties of a request for the neighbors of two entities on which the text of the statement depends. All other
 * properties are parameters.
 */
interface PairShape extends NeighborsShape {
  which: PairSelection;
}

/** For each selection, Cypher that matches the neighbors of `source` that are, or are not, neighbors of `other`. */
const pairMatches: Readonly<Record<PairSelection, (row: RelationRow, shape: PairShape) => string>> = {
  shared: (row) => `${matchNeighbors(row)}, ${relationPattern(row, 'other', 'node')}`,
  separate: (row) => `${matchNeighbors(row)}
  WHERE node <> other AND NOT EXISTS { ${relationPattern(row, 'other', 'node')} }`,
  joint: (row, shape) => {
    const ofFilter = shape.filter ? collaborationPredicates(shape.filterTargets, 0, 'node') : [];
    return `${pairMatches.shared(row, shape)}
  WHERE ${[jointPaperPredicate('node'), ...ofFilter].join('\n  AND ')}`;
  },
};

const pairPurposes: Readonly<Record<PairSelection, string>> = {
  shared: 'the nodes that both have as neighbors',
  separate: 'the nodes that only the first has as neighbors',
  joint: 'the papers that make both collaborators',
};

export const commonNeighborsStatement = (shape: PairShape): Statement => {
  const row = relationRow(shape.relation);
  const { from, to, edge } = row;
  const matching = pairMatches[shape.which](row, shape);
  const scope = ['source', 'other', ...filterVariables(shape.filterTargets, 0)].join(', ');
  return {
    name: `commonNeighbors ${shape.which} ${shape.relation}`,
    purpose: `Reads for each of $pairs a page of ${pairPurposes[shape.which]}, with the edge to the first.`,
    text: `${lines(filterNodes(shape.filterTargets, 0))}UNWIND $pairs AS pair
MATCH (source:${labels[from]} {id: pair.from})
MATCH (other:${labels[from]} {id: pair.to})
${pageSubqueries({ scope, matching, to, edge }, shape, 0)}
RETURN pair.from AS from, pair.to AS to, ${pageColumns(shape, 0)}`,
  };
};
