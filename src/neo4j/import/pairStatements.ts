import type { EntityId } from '../../graph/model/ids.ts';
import { labels } from '../cypher/nodeProjection.ts';
import type { Statement } from '../cypher/statement.ts';
import { matchPairs } from './matchPairs.ts';
import type { PairRelation } from './pairChanges.ts';

/** Cypher for the earlier or the later one of two years, of which either may be null. */
const ofYears = (left: string, right: string, sign: '<' | '>'): string =>
  `CASE WHEN ${left} ${sign} ${right} OR ${right} IS NULL THEN ${left} ELSE ${right} END`;

export const changePairs = ({ row }: PairRelation): Statement => ({
  name: `change ${row.kind}`,
  purpose: `Adds to ${row.kind} relationships the papers that they gain or lose (PairChange), and deletes those without papers. Returns those that lost a paper of their first or last year, whose years findYears must set.`,
  text: `UNWIND $rows AS row
MATCH (from:${labels[row.from]} {id: row.from})
MATCH (to:${labels[row.to]} {id: row.to})
MERGE (from)-[edge:${row.kind}]->(to)
ON CREATE SET edge.papers = 0
SET edge.papers = edge.papers + row.papers,
  edge.firstYear = ${ofYears('edge.firstYear', 'row.firstYear', '<')},
  edge.lastYear = ${ofYears('edge.lastYear', 'row.lastYear', '>')}
WITH row, from, to, CASE WHEN edge.papers > 0 THEN edge END AS kept, CASE WHEN edge.papers <= 0 THEN edge END AS empty
DELETE empty
WITH row, from, to, kept WHERE kept.firstYear IN row.lostYears OR kept.lastYear IN row.lostYears
RETURN row.from AS from, row.to AS to, from.paperCount <= to.paperCount AS isFromSmaller`,
});

/** A node, and the ids of the nodes at the other ends of some of its relationships. */
export interface NodePairs {
  id: EntityId;
  others: EntityId[];
}

/** @param end the end of the relationships at which the nodes of the rows (NodePairs) are */
export const findYears = ({ row, derivation }: PairRelation, end: 'from' | 'to'): Statement => {
  const { pattern, predicates } = matchPairs(row, derivation);
  const other = end === 'from' ? 'to' : 'from';
  return {
    name: `find years of ${row.kind} ${end} nodes`,
    purpose: `Sets the first and the last year of ${row.kind} relationships that ${end === 'from' ? 'start' : 'end'} at the nodes of the rows (NodePairs) to those of the papers that both ends share. Reads the papers of each node once.`,
    text: `UNWIND $rows AS row
MATCH (${end}:${labels[row[end]]} {id: row.id})
CALL (${end}, row) {
  MATCH ${pattern}
  WHERE ${[`${other}.id IN row.others`, ...predicates].join(' AND ')}
  RETURN ${other}, min(paper.year) AS firstYear, max(paper.year) AS lastYear
}
MATCH (from)-[edge:${row.kind}]->(to)
SET edge.firstYear = firstYear, edge.lastYear = lastYear`,
  };
};
