import { entityKinds, type EntityKind } from '../../../graph/model/entities.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { Link, LinksAnswer, NeighborCount } from '../../../graph/links.ts';
import {
  relationNames,
  relationRow,
  type RelationKind,
  type RelationRow,
} from '../../../graph/model/relations.ts';
import { compareLinks } from '../../../graph/links.ts';
import type { Database } from '../../connection/database.ts';
import type { Statement } from '../../cypher/statement.ts';
import { edgeOf } from '../edgeOf.ts';
import type { EdgeValues } from '../../cypher/projections.ts';
import { remembered } from '../../cypher/statementCache.ts';
import { linksStatement } from './linksStatement.ts';

/** Each relation as it is stored: from its subject, or from the smaller id. */
const outward = new Map<RelationKind, RelationRow>(
  relationNames
    .map(relationRow)
    .filter(({ direction }) => direction !== 'IN')
    .map((row) => [row.kind, row]),
);

type LinkRow = [source: EntityId, target: EntityId, relation: RelationKind, edge: EdgeValues | null];

/** The edges from a node, or among several, and its neighbors counted. */
export interface NodeLinksRow {
  id: EntityId;
  edges: LinkRow[];
  counts: Record<EntityKind, number> | null;
}

/** Every edge of the relations among the nodes, and the neighbours of those counted: one statement. */
export const readLinks = async (
  database: Database,
  ids: readonly EntityId[],
  relations: readonly RelationKind[],
  counted: readonly EntityId[],
): Promise<LinksAnswer> => {
  if (ids.length === 0 || relations.length === 0) return { links: [], counts: [] };
  const rows = await database.read<NodeLinksRow>(statementFor(relations), { ids, relations, counted });
  return linksAnswer(rows);
};

/** What rows tell together. */
export const linksAnswer = (rows: readonly NodeLinksRow[]): LinksAnswer => ({
  links: rows.flatMap(({ edges }) => edges.map(linkOf)).sort(compareLinks),
  counts: rows.flatMap(countsOf),
});

const statementFor = (relations: readonly RelationKind[]): Statement => {
  const kinds = new Set(relations);
  return remembered(['links', ...[...kinds].sort()], () => linksStatement(kinds));
};

const linkOf = ([source, target, relation, edge]: LinkRow): Link => {
  const row = outward.get(relation);
  if (!row) throw new TypeError(`${relation} is stored and no relation`);
  return { source, target, relation, direction: row.direction, edge: edgeOf(row, edge, source, target) };
};

const countsOf = ({ id, counts }: NodeLinksRow): NeighborCount[] =>
  counts === null
    ? []
    : entityKinds.flatMap((kind) => (counts[kind] === 0 ? [] : [{ id, kind, count: counts[kind] }]));
