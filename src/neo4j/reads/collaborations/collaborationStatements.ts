import { edgeProjection } from '../../cypher/edgeProjection.ts';
import {
  collaborationPredicates,
  filterNodes,
  filterVariables,
  jointPaperPredicate,
  type FilterTarget,
} from '../../cypher/filters.ts';
import type { Statement } from '../../cypher/statement.ts';
import { collaborationOverPapers, minPapersPredicate } from '../neighbors/neighborsStatement.ts';

export const storedCollaborations: Statement = {
  name: 'collaborations',
  purpose: 'Reads the CO_AUTHORED relationships of $pairs, each of which starts with the smaller id.',
  text: `UNWIND $pairs AS pair
MATCH (left:Author {id: pair.from})
MATCH (right:Author {id: pair.to})
MATCH (left)-[edge:CO_AUTHORED]->(right)
RETURN pair.from AS from, pair.to AS to, ${edgeProjection('collaboration')} AS edge`,
};

export const filteredCollaborations = (targets: readonly FilterTarget[]): Statement => ({
  name: 'collaborations filtered',
  purpose: 'Computes the CO_AUTHORED relationships of $pairs over the joint papers that pass a filter.',
  text: `${targets.length > 0 ? `${filterNodes(targets, '')}\n` : ''}UNWIND $pairs AS pair
MATCH (left:Author {id: pair.from})
MATCH (right:Author {id: pair.to})
CALL (${['left', 'right', ...filterVariables(targets, '')].join(', ')}) {
  MATCH (left)-[:AUTHORED]->(paper)<-[:AUTHORED]-(right)
  WHERE ${[jointPaperPredicate('paper'), ...collaborationPredicates(targets, '', 'paper')].join('\n  AND ')}
  RETURN ${collaborationOverPapers}
}
WITH pair, edge WHERE ${minPapersPredicate('')}
RETURN pair.from AS from, pair.to AS to, ${edgeProjection('collaboration')} AS edge`,
});
