import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindRow, perKind } from '../../graph/model/kinds.ts';
import { linkRelations } from '../../graph/model/listedRelations.ts';
import type { RelationRow } from '../../graph/model/relationRow.ts';
import { relationRow, relations, relationsFrom, type RelationKind } from '../../graph/model/relations.ts';
import { moveLinks } from './linkStatements.ts';
import { labels } from '../cypher/nodeProjection.ts';
import { relationPattern } from '../cypher/relationPattern.ts';
import type { Statement } from '../cypher/statement.ts';
import { paperRelationships } from './paperRelations.ts';
import { NEAR_STALE, STALE } from './staleLabels.ts';

/**
 * Before `node` is merged into `into` and deleted: gives all nodes that are connected with its papers the label
 * NearStale. If `node` is a paper, its neighbors and the papers that links connect with it get the label Stale.
 */
const markAround = (kind: EntityKind): string => {
  const { papersAlong } = kindRow(kind);
  if (papersAlong === null) {
    return `CALL (node) {
  MATCH (node)-[:${paperRelationships}|${linkKinds}]-(near)
  SET near:${STALE}
}`;
  }
  return `CALL (node) {
  MATCH ${relationPattern(relationRow(papersAlong), 'node', 'paper')}
  MATCH (paper)-[:${paperRelationships}]-(near)
  SET near:${NEAR_STALE}
}`;
};

const linkKinds = linkRelations.map((relation) => relations[relation].kind).join('|');

/**
 * Copies the relationships of `node` along a relation to `into`. Skips nodes with which `into` is already connected.
 */
const copyRelationships = (row: RelationRow): string => `CALL (node, into) {
  MATCH ${relationPattern(row, 'node', 'other', 'old')}
  WHERE other <> into AND NOT EXISTS { ${relationPattern(row, 'into', 'other')} }
  CREATE ${relationPattern(row, 'into', 'other', 'moved')}
  SET moved = properties(old)
}`;

/**
 * How relationships are moved that cannot simply be copied: for WRITTEN_AT, the ids of institutions in AUTHORED must
 * change, too; for links, the keys must be joined.
 */
const specialMoves: Readonly<Partial<Record<RelationKind, string>>> = {
  WRITTEN_AT: `CALL (node, into) {
  MATCH (node)<-[:WRITTEN_AT]-(paper)
  MERGE (paper)-[:WRITTEN_AT]->(into)
  WITH node, into, paper
  MATCH (paper)<-[authored:AUTHORED]-() WHERE node.id IN authored.institutionIds
  SET authored.institutionIds = [id IN authored.institutionIds | CASE id WHEN node.id THEN into.id ELSE id END]
}`,
  ...Object.fromEntries(linkRelations.map((relation) => [relations[relation].kind, moveLinks(relation)])),
};

/**
 * The relations whose relationships are moved. For a paper, these are only the relations that come from other papers,
 * because the relationships that start at a paper are written from its record after the merge.
 */
const movedRelations = (kind: EntityKind): RelationRow<RelationKind>[] =>
  relationsFrom(kind)
    .map(relationRow)
    .filter((row) => !row.derivation)
    .filter(({ to, direction }) => kind !== 'PAPER' || (to === 'PAPER' && direction === 'IN'));

const moveProperties: Readonly<Partial<Record<EntityKind, string>>> = {
  TOPIC: 'SET into.isTaxonomy = coalesce(into.isTaxonomy, false) OR coalesce(node.isTaxonomy, false)',
};

const statements = perKind((kind): Statement => {
  const moves = movedRelations(kind).map((row) => specialMoves[row.kind] ?? copyRelationships(row));
  return {
    name: `merge ${kind}`,
    purpose: `Merges the ${labels[kind]} $from into $into, which already has the keys of both.`,
    text: [
      `MATCH (node:${labels[kind]} {id: $from})
MATCH (into:${labels[kind]} {id: $into})`,
      `SET into:${STALE}`,
      'WITH node, into',
      markAround(kind),
      ...moves,
      ...(moveProperties[kind] === undefined ? [] : [moveProperties[kind]]),
      'DETACH DELETE node',
    ].join('\n'),
  };
});

export const mergeEntities = (kind: EntityKind): Statement => statements[kind];
