import type { Derivation, RelationRow } from '../../graph/model/relationRow.ts';
import { relationRow, type RelationName } from '../../graph/model/relations.ts';
import { relationPattern } from '../cypher/relationPattern.ts';

/** Predicates that decide which papers count; see Derivation. */
const countedPapers: Readonly<Record<'all' | 'capped' | 'joint', readonly string[]>> = {
  all: [],
  capped: ['paper.teamSize <= $cap'],
  joint: ['2 <= paper.teamSize <= $cap'],
};

/**
 * Cypher that matches pairs of `from` and `to` that a derived relation connects, once for each `paper` that connects
 * them.
 */
export const matchPairs = (
  { direction }: RelationRow,
  derivation: Derivation,
): { pattern: string; predicates: readonly string[] } => {
  if (derivation.through === 'affiliations') {
    return {
      pattern: '(from)-[authored:AUTHORED]->(paper)-[:WRITTEN_AT]->(to)',
      predicates: ['to.id IN authored.institutionIds'],
    };
  }
  const [papers, targets] = derivation.through.map((name) => relationRow(name as RelationName));
  if (!papers || !targets)
    throw new TypeError(
      'A derivation through papers must name two relations, for example papers and authors.',
    );
  const secondHalf = relationPattern(targets, '', 'to').slice('()'.length);
  // an undirected relationship is stored once; it starts at the node with the smaller id
  const smallerId = direction === 'UNDIRECTED' ? ['from.id < to.id'] : [];
  return {
    pattern: `${relationPattern(papers, 'from', 'paper')}${secondHalf}`,
    predicates: [...smallerId, ...countedPapers[derivation.papers]],
  };
};
