import { labels } from '../cypher/nodeProjection.ts';
import type { Statement } from '../cypher/statement.ts';
import { matchPairs } from './matchPairs.ts';
import type { PairRelation } from './pairChanges.ts';

/** Cypher for the earlier or the later one of two years, of which either may be null. */
const ofYears = (left: string, right: string, sign: '<' | '>'): string =>
  `CASE WHEN ${left} ${sign} ${right} OR ${right} IS NULL THEN ${left} ELSE ${right} END`;

export const changePairs = ({ row, derivation }: PairRelation): Statement => {
  const { pattern, predicates } = matchPairs(row, derivation);
  const isLost = (year: string): string =>
    `(kept.${year} IN row.lostYears AND NOT EXISTS { MATCH ${pattern} WHERE ${[`paper.year = kept.${year}`, ...predicates].join(' AND ')} })`;
  return {
    name: `change ${row.kind}`,
    purpose: `Adds to ${row.kind} relationships the papers that they gain or lose (PairChange), and deletes those without papers; returns the ends of those whose first or last year must be found anew.`,
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
WITH row, from, to, kept
WHERE ${isLost('firstYear')}
  OR ${isLost('lastYear')}
RETURN row.from AS from, collect(row.to) AS to`,
  };
};

export const findYears = ({ row, derivation }: PairRelation): Statement => {
  const { pattern, predicates } = matchPairs(row, derivation);
  return {
    name: `find years of ${row.kind}`,
    purpose: `Sets the first and the last year of ${row.kind} relationships to those of the papers that both ends share. Reads the papers of the node \`from\` once for all its relationships.`,
    text: `UNWIND $rows AS row
MATCH (from:${labels[row.from]} {id: row.from})
CALL (from, row) {
  MATCH ${pattern}
  WHERE ${['to.id IN row.to', ...predicates].join(' AND ')}
  RETURN to, min(paper.year) AS firstYear, max(paper.year) AS lastYear
}
MATCH (from)-[edge:${row.kind}]->(to)
SET edge.firstYear = firstYear, edge.lastYear = lastYear`,
  };
};
