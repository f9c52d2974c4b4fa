import { LRUCache } from 'lru-cache';
import { entityKinds, type EntityKind } from '../../graph/entities.ts';
import type { EntityId } from '../../graph/ids.ts';
import type { Link, NeighborCount } from '../../graph/questions.ts';
import { relationNames, relationRow, type RelationKind, type RelationRow } from '../../graph/relations.ts';
import { compareLinks } from '../../traversal/linkOrder.ts';
import type { Database, Statement } from '../database.ts';
import { edgeOf, type EdgeRow } from '../reads/edgeOf.ts';
import { linksStatement, neighborCounts } from '../statements/questions/links.ts';

/** Each relation as it is stored: from its subject, or from the smaller id. */
const outward = new Map<RelationKind, RelationRow>(
  relationNames
    .map(relationRow)
    .filter(({ direction }) => direction !== 'IN')
    .map((row) => [row.kind, row]),
);

interface LinkRow {
  source: EntityId;
  target: EntityId;
  relation: RelationKind;
  edge: EdgeRow;
}

const texts = new LRUCache<string, Statement>({ max: 64 });

/** Every edge of the relations among the nodes: one statement. */
export const readLinks = async (
  database: Database,
  ids: readonly EntityId[],
  relations: readonly RelationKind[],
): Promise<Link[]> => {
  if (ids.length === 0 || relations.length === 0) return [];
  const rows = await database.read<LinkRow>(statementFor(relations), { ids });
  return rows.map(linkOf).sort(compareLinks);
};

const statementFor = (relations: readonly RelationKind[]): Statement => {
  const kinds = new Set(relations);
  const key = [...kinds].sort().join();
  const statement = texts.get(key) ?? linksStatement(kinds);
  texts.set(key, statement);
  return statement;
};

const linkOf = ({ source, target, relation, edge }: LinkRow): Link => {
  const row = outward.get(relation);
  if (!row) throw new TypeError(`${relation} is stored and no relation`);
  return { source, target, relation, direction: row.direction, edge: edgeOf(row, edge, source, target) };
};

interface CountsRow {
  asked: EntityId;
  id: EntityId;
  counts: Record<EntityKind, number>;
}

/** How many neighbours of each kind the nodes have along the relations: one statement. */
export const readNeighborCounts = async (
  database: Database,
  ids: readonly EntityId[],
  relations: readonly RelationKind[],
): Promise<NeighborCount[]> => {
  if (ids.length === 0 || relations.length === 0) return [];
  const rows = await database.read<CountsRow>(neighborCounts, { ids, relations });
  const rowOf = new Map(rows.map((row) => [row.asked, row]));
  return ids.flatMap((asked) => {
    const row = rowOf.get(asked);
    return row ? entityKinds.flatMap((kind) => countOf(row, kind)) : [];
  });
};

const countOf = ({ id, counts }: CountsRow, kind: EntityKind): NeighborCount[] =>
  counts[kind] === 0 ? [] : [{ id, kind, count: counts[kind] }];
