import { relationRow, type RelationName } from '../../../graph/model/relations.ts';
import type { Statement } from '../../cypher/statement.ts';
import {
  collaborationPredicates,
  jointPaperPredicate,
  namedBy,
  namedVariables,
  paperPredicates,
  type FilterNumber,
  type Named,
} from '../../cypher/filters.ts';
import { pageColumns, pageSubqueries, type PageShape, type PageSource } from '../../cypher/pages.ts';
import { edgeProjection, labels, nodeProjection } from '../../cypher/projections.ts';

/** A page along a relation, as far as the text depends on it. */
export interface NeighborsShape extends PageShape {
  relation: RelationName;
}

/** A relationship of the relation between two patterns, as seen from its first kind. */
const pattern = (relation: RelationName, left: string, variable: string, right: string): string => {
  const { kind, direction } = relationRow(relation);
  const relationship = `-[${variable}:${kind}]-`;
  return `${left}${direction === 'IN' ? '<' : ''}${relationship}${direction === 'OUT' ? '>' : ''}${right}`;
};

/** Joint papers that pass a filter, each author they lead to with what they come to. */
const filteredCollaborators = (
  named: readonly Named[],
  number: FilterNumber,
): string => `MATCH (source)-[:AUTHORED]->(paper)<-[:AUTHORED]-(node)
  WHERE ${[jointPaperPredicate('paper'), ...collaborationPredicates(named, number, 'paper')].join('\n  AND ')}
  WITH node, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year),
    strength: sum(paper.strength)} AS edge
  WHERE edge.papers >= coalesce($filter${number}.minPapers, 1)`;

/** Where the entries of page `number` along a relation come from, from `source`. */
export const neighborsSource = (shape: NeighborsShape, number: number): PageSource => {
  const { to, edge, filter } = relationRow(shape.relation);
  const matching = `MATCH ${pattern(shape.relation, '(source)', 'edge', '(node)')}`;
  const place = { scope: ['source', ...namedVariables(shape.named, number)].join(', '), to, edge };
  if (!shape.filter || filter === 'none') {
    return { ...place, matching, degree: `COUNT { ${pattern(shape.relation, '(source)', '', '()')} }` };
  }
  if (filter === 'collaborations') return { ...place, matching: filteredCollaborators(shape.named, number) };
  return {
    ...place,
    matching: `${matching}\n  WHERE ${paperPredicates(shape.named, number).join('\n  AND ')}`,
  };
};

const lines = (text: string): string => (text === '' ? '' : `${text}\n`);

export const neighborsStatement = (shapes: readonly NeighborsShape[], withEntities: boolean): Statement => {
  const from = relationRow(shapes[0]?.relation ?? 'authorPapers').from;
  const pages = shapes.map((shape, number) => pageSubqueries(neighborsSource(shape, number), shape, number));
  return {
    purpose: `Reads pages of the neighbors of ${labels[from]} nodes${withEntities ? ', and the nodes themselves' : ''}.`,
    name: `${withEntities ? 'neighborhoods' : 'neighbors'} ${shapes.map((shape) => shape.relation).join(' ')}`,
    text: `${shapes.map((shape, number) => lines(namedBy(shape.named, number))).join('')}UNWIND $ids AS id
MATCH (source:${labels[from]} {id: id})
${pages.join('\n')}
RETURN id, ${withEntities ? `${nodeProjection(from, { variable: 'source' })} AS entity, ` : ''}${shapes.map((shape, number) => pageColumns(shape, number)).join(', ')}`,
  };
};

export const commonNeighborsStatement = (shape: NeighborsShape): Statement => {
  const { from, to, edge } = relationRow(shape.relation);
  const left = pattern(shape.relation, '(source)', 'edge', '(node)');
  const right = pattern(shape.relation, '(other)', '', '(node)');
  const predicates = [
    ...(shape.relation === 'authorPapers' ? [jointPaperPredicate('node')] : []),
    ...(shape.filter ? collaborationPredicates(shape.named, 0, 'node') : []),
  ];
  const scope = ['source', 'other', ...namedVariables(shape.named, 0)].join(', ');
  const matching = `MATCH ${left}, ${right}${predicates.length > 0 ? `\n  WHERE ${predicates.join('\n  AND ')}` : ''}`;
  return {
    name: `commonNeighbors ${shape.relation}`,
    purpose: `Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.`,
    text: `${lines(namedBy(shape.named, 0))}UNWIND $pairs AS pair
MATCH (source:${labels[from]} {id: pair.from})
MATCH (other:${labels[from]} {id: pair.to})
${pageSubqueries({ scope, matching, to, edge }, shape, 0)}
RETURN pair.from AS from, pair.to AS to, ${pageColumns(shape, 0)}`,
  };
};

export const storedCollaborations: Statement = {
  name: 'collaborations',
  purpose: 'Reads the CO_AUTHORED relationships of $pairs, each of which starts with the smaller id.',
  text: `UNWIND $pairs AS pair
MATCH (left:Author {id: pair.from})
MATCH (right:Author {id: pair.to})
MATCH (left)-[edge:CO_AUTHORED]->(right)
RETURN pair.from AS from, pair.to AS to, ${edgeProjection('collaboration')} AS edge`,
};

export const filteredCollaborations = (named: readonly Named[]): Statement => ({
  name: 'collaborations filtered',
  purpose: 'Computes the CO_AUTHORED relationships of $pairs over the joint papers that pass a filter.',
  text: `${lines(namedBy(named, ''))}UNWIND $pairs AS pair
MATCH (left:Author {id: pair.from})
MATCH (right:Author {id: pair.to})
CALL (${['left', 'right', ...namedVariables(named, '')].join(', ')}) {
  MATCH (left)-[:AUTHORED]->(paper)<-[:AUTHORED]-(right)
  WHERE ${[jointPaperPredicate('paper'), ...collaborationPredicates(named, '', 'paper')].join('\n  AND ')}
  RETURN {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year),
    strength: sum(paper.strength)} AS edge
}
WITH pair, edge WHERE edge.papers >= coalesce($filter.minPapers, 1)
RETURN pair.from AS from, pair.to AS to, ${edgeProjection('collaboration')} AS edge`,
});
