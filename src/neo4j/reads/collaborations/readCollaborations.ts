import { memoize } from '../../../graph/memoize.ts';
import { countedEdge, type Edge } from '../../../graph/model/edges.ts';
import type { CollaborationFilter } from '../../../graph/model/filters.ts';
import { pairKey, type Pair } from '../../../graph/pair.ts';
import type { Database } from '../../connection/database.ts';
import type { EdgeValues } from '../../cypher/edgeProjection.ts';
import { STATEMENT_CACHE } from '../../cypher/statement.ts';
import { filterTargetsOf, flatFilter } from '../pageRows.ts';
import { filteredCollaborations, storedCollaborations } from './collaborationStatements.ts';

const filteredStatement = memoize(filteredCollaborations, STATEMENT_CACHE);

/** The collaboration of each pair of authors who have joint papers that pass the filter. Takes one statement. */
export const readCollaborations = async (
  database: Database,
  cap: number,
  pairs: readonly Pair[],
  filter: CollaborationFilter | undefined,
): Promise<Map<string, Edge>> => {
  const ordered = pairs.filter(({ from, to }) => from !== to).map(fromSmallerId);
  if (ordered.length === 0) return new Map();
  const statement = filter ? filteredStatement(filterTargetsOf(filter)) : storedCollaborations;
  const parameters = { pairs: ordered, cap, filter: flatFilter(filter) };
  const rows = await database.read<Pair & { edge: EdgeValues<'collaboration'> }>(statement, parameters);
  const edges = new Map(rows.map((row) => [pairKey(row), countedEdge(...row.edge)]));
  return new Map(
    pairs.flatMap((pair) => {
      const edge = edges.get(pairKey(fromSmallerId(pair)));
      return edge ? [[pairKey(pair), edge] as const] : [];
    }),
  );
};

/** Orders a pair like its relationship in Neo4j. Ids are ASCII, so JavaScript and Neo4j order them in the same way. */
const fromSmallerId = ({ from, to }: Pair): Pair => (from < to ? { from, to } : { from: to, to: from });
