import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { type Derivation, type RelationRow } from '../../graph/model/relationRow.ts';
import { relationNames, relationRow, type RelationName, relationKinds } from '../../graph/model/relations.ts';
import { LAST } from '../../graph/model/orders.ts';
import { labels } from '../cypher/nodeProjection.ts';
import { relationPattern } from '../cypher/relationPattern.ts';
import type { Statement } from '../cypher/statement.ts';
import { matchPairs } from './matchPairs.ts';
import { isNearStale, isStaleOrNear, NEAR_STALE, STALE } from './staleLabels.ts';

/*
 * The statements that bring the graph up to date when an import finishes (see staleLabels.ts). Each handles a batch of
 * nodes, `$ids`.
 */

/** The kinds whose nodes store a number of papers. An import can make this number out of date. */
export const countedKinds = entityKinds.filter((kind) => kindRow(kind).papersAlong !== null);

export const staleIds: Statement = {
  name: 'staleIds',
  purpose: 'Reads the ids of the nodes with the labels Stale and NearStale, by kind.',
  text: entityKinds
    .map(
      (kind) => `MATCH (node:${labels[kind]}&(${STALE}|${NEAR_STALE}))
RETURN '${kind}' AS kind, collect(CASE WHEN node:${STALE} THEN node.id END) AS stale,
  collect(CASE WHEN NOT node:${STALE} THEN node.id END) AS near`,
    )
    .join('\nUNION ALL\n'),
};

export const makeAllStale: Statement = {
  name: 'makeAllStale',
  purpose:
    'Marks all nodes as stale, because the collaboration cap changed. Older versions of Neo4j Browser need `:auto` before it.',
  text: `MATCH (node:${countedKinds.map((kind) => labels[kind]).join('|')})
CALL (node) { SET node:${STALE} } IN TRANSACTIONS OF 10000 ROWS`,
};

const forBatch = (kind: EntityKind, lines: string): string => `UNWIND $ids AS id
MATCH (node:${labels[kind]} {id: id})
${lines}`;

const papersAlong = (kind: EntityKind): RelationName => {
  const { papersAlong: relation } = kindRow(kind);
  if (relation === null) throw new TypeError(`${kind} has no relation along which its papers are counted.`);
  return relation;
};

/** A Cypher pattern for the relationships along a relation from `node`. */
const neighborPattern = (relation: RelationName): string =>
  relationPattern(relationRow(relation), 'node', '');

/** Removes nodes without papers. Topics of a taxonomy, which have the property `isTaxonomy`, are kept. */
export const removeWithoutPapers = (kind: EntityKind): Statement => ({
  name: `removeWithoutPapers ${kind}`,
  purpose: `Deletes ${labels[kind]} nodes without papers, and their keys.`,
  text: forBatch(
    kind,
    `WITH node WHERE NOT EXISTS { ${neighborPattern(papersAlong(kind))} } AND NOT coalesce(node.isTaxonomy, false)
CALL (node) {
  UNWIND node.keys AS ownKey
  MATCH (key:Key {key: ownKey}) WHERE key.owner = node.id
  DELETE key
}
DETACH DELETE node`,
  ),
});

export const printedNames: Statement = {
  name: 'printedNames',
  purpose: 'Reads the keys of authors, and the names of these authors as papers print them.',
  text: forBatch(
    'AUTHOR',
    `RETURN id, node.keys AS keys, node.name AS name, node.alternativeNames AS alternativeNames,
  node.identification AS identification,
  COLLECT { MATCH (node)-[authored:AUTHORED]->() RETURN authored{.printed, .curated, alternatives: coalesce(authored.alternatives, [])} } AS printed`,
  ),
};

export const nameAuthors: Statement = {
  name: 'nameAuthors',
  purpose: 'Sets the names of authors, and the way in which each author is identified.',
  text: `UNWIND $rows AS row
MATCH (author:Author {id: row.id})
SET author += row.names`,
};

/** At which end of the relationships the nodes of a batch (`$ids`) are. */
type BatchEnd = 'from' | 'to';

const deriveFrom = (end: BatchEnd, row: RelationRow, derivation: Derivation): Statement => {
  const { from, to, kind, edge } = row;
  const isStart = end === 'from';
  // a relationship between two stale nodes is derived when its start is in the batch, so that it is not derived twice
  const [other, predicate] = isStart ? ['to', isStaleOrNear('to')] : ['from', isNearStale('from')];
  const { pattern, predicates } = matchPairs(row, derivation);
  const strength = edge === 'collaboration' ? ', strength: sum(paper.strength)' : '';
  return {
    name: `derive ${kind} ${isStart ? 'from' : 'to'} stale nodes`,
    purpose: `Derives anew, from the papers that both ends share, the ${kind} relationships that ${isStart ? 'start' : 'end'} at the nodes $ids, if the other end has the label ${isStart ? `${STALE} or ${NEAR_STALE}` : NEAR_STALE}.`,
    text: `UNWIND $ids AS id
MATCH (${end}:${labels[isStart ? from : to]} {id: id})
CALL (${end}) { MATCH (from)-[old:${kind}]->(to) WHERE ${predicate} DELETE old }
CALL (${end}) {
  MATCH ${pattern}
  WHERE ${[predicate, ...predicates].join(' AND ')}
  WITH ${end}, ${other}, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)${strength}} AS properties
  CREATE (from)-[edge:${kind}]->(to)
  SET edge = properties
}`,
  };
};

/** The statements for each derived relation, with the kind of the stale nodes that each handles. */
export const derivations: readonly { kind: EntityKind; end: BatchEnd; statement: Statement }[] = relationNames
  .map(relationRow)
  .flatMap((row) => (row.derivation && row.direction !== 'IN' ? [{ row, derivation: row.derivation }] : []))
  .sort((a, b) => relationKinds.indexOf(a.row.kind) - relationKinds.indexOf(b.row.kind))
  .flatMap(({ row, derivation }) => [
    { kind: row.from, end: 'from', statement: deriveFrom('from', row, derivation) },
    { kind: row.to, end: 'to', statement: deriveFrom('to', row, derivation) },
  ]);

/**
 * The names of two node properties: `count` holds the number of neighbors along the relation, and `sortKey` holds the
 * negated number, for sorting.
 */
interface StoredCount {
  count: string;
  sortKey: string;
  relation: RelationName;
}

/** By kind: the relations whose neighbors are counted, in addition to the relation to papers. */
const furtherCounts: Readonly<Partial<Record<EntityKind, readonly StoredCount[]>>> = {
  AUTHOR: [{ count: 'collaboratorCount', sortKey: 'mostCollaborators', relation: 'collaborators' }],
};

export const storedCounts = (kind: EntityKind): readonly StoredCount[] => [
  { count: 'paperCount', sortKey: 'mostPapers', relation: papersAlong(kind) },
  ...(furtherCounts[kind] ?? []),
];

/**
 * Counts the stored papers that cite `node`, a paper. Lists order the paper by the larger one of this number and the
 * reported number.
 */
const countCitations = `WITH node, COUNT { ${relationPattern(relationRow('citedBy'), 'node', '')} } AS stored
SET node.storedCitations = stored, node.mostCited = CASE
  WHEN stored = 0 AND node.citationCount IS NULL THEN ${LAST}
  WHEN stored > coalesce(node.citationCount, 0) THEN -stored
  ELSE -node.citationCount
END`;

const settlePapers: Statement = {
  name: 'settle PAPER',
  purpose: 'Counts the stored papers that cite Paper nodes and removes the label Stale.',
  text: forBatch('PAPER', `${countCitations}\nREMOVE node:${STALE}`),
};

export const countAllCitations: Statement = {
  name: 'countAllCitations',
  purpose:
    'Counts the citations of all papers, for a graph written by a version of this program that did not. Older versions of Neo4j Browser need `:auto` before it.',
  text: `MATCH (node:Paper)
CALL (node) {
  ${countCitations.replaceAll('\n', '\n  ')}
} IN TRANSACTIONS OF 10000 ROWS`,
};

/** Stores the counts of a kind's nodes. Must run after all relations are derived, because it counts their relationships. */
export const settle = (kind: EntityKind): Statement => {
  if (kind === 'PAPER') return settlePapers;
  const counts = storedCounts(kind);
  return {
    name: `settle ${kind}`,
    purpose: `Counts the neighbors of ${labels[kind]} nodes and removes the labels Stale and NearStale.`,
    text: forBatch(
      kind,
      `WITH node, ${counts.map(({ count, relation }) => `COUNT { ${neighborPattern(relation)} } AS ${count}`).join(', ')}
SET ${counts.map(({ count, sortKey }) => `node.${count} = ${count}, node.${sortKey} = -${count}`).join(',\n  ')}
REMOVE node:${STALE}:${NEAR_STALE}`,
    ),
  };
};
