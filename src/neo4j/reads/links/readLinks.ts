import { compareLinks, type Link, type LinksAnswer, type NeighborCount } from '../../../graph/links.ts';
import { memoize } from '../../../graph/memoize.ts';
import { entityKinds, type EntityKind } from '../../../graph/model/entityKinds.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import {
  relationNames,
  relationRow,
  relationKinds,
  type RelationKind,
} from '../../../graph/model/relations.ts';
import type { Database } from '../../connection/database.ts';
import type { EdgeValues } from '../../cypher/edgeProjection.ts';
import { STATEMENT_CACHE } from '../../cypher/statement.ts';
import { edgeOf } from '../edgeOf.ts';
import { linksStatement } from './linksStatement.ts';

/**
 * For each kind of relation, the relation in the direction in which Neo4j stores it. An undirected relationship starts
 * at the node with the smaller id.
 */
const storedDirections = new Map(
  relationNames
    .map(relationRow)
    .filter(({ direction }) => direction !== 'IN')
    .map((row) => [row.kind, row]),
);

type LinkRow = [source: EntityId, target: EntityId, relation: RelationKind, edge: EdgeValues | null];

/**
 * The links that start at a node (in a row of an ego network: all its links), and the number of the node's neighbors of
 * each kind.
 */
export interface LinksRow {
  id: EntityId;
  edges: LinkRow[];
  counts: Record<EntityKind, number> | null;
}

const statementOf = memoize(linksStatement, STATEMENT_CACHE);

/**
 * The edges between the given nodes along the given relations, and how many neighbors each node in `counted` has. Takes
 * one statement.
 */
export const readLinks = async (
  database: Database,
  ids: readonly EntityId[],
  relations: readonly RelationKind[],
  counted: readonly EntityId[],
): Promise<LinksAnswer> => {
  if (ids.length === 0 || relations.length === 0) return { links: [], counts: [] };
  const statement = statementOf(inOneOrder(relations));
  return linksOf(await database.read<LinksRow>(statement, { ids, relations, counted }));
};

/** Sorts the relations and removes duplicates, so that equal sets of relations share a statement. */
export const inOneOrder = (relations: readonly RelationKind[]): RelationKind[] =>
  relationKinds.filter((kind) => relations.includes(kind));

/** Joins the links and the neighbor counts of all rows to one answer. */
export const linksOf = (rows: readonly LinksRow[]): LinksAnswer => ({
  links: rows.flatMap(({ edges }) => edges.map(linkOf)).sort(compareLinks),
  counts: rows.flatMap(countsOf),
});

const linkOf = ([source, target, relation, values]: LinkRow): Link => {
  const row = storedDirections.get(relation);
  if (!row) {
    throw new TypeError(
      `The edge ${relation} is stored in Neo4j but is not a relation of this schema. Was the database written by another program?`,
    );
  }
  return { source, target, relation, direction: row.direction, edge: edgeOf(row, values, source, target) };
};

const countsOf = ({ id, counts }: LinksRow): NeighborCount[] =>
  counts === null
    ? []
    : entityKinds.flatMap((kind) => (counts[kind] === 0 ? [] : [{ id, kind, count: counts[kind] }]));
