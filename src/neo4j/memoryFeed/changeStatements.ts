import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import type { OrderKey } from '../../graph/model/orders.ts';
import type { RelationRow } from '../../graph/model/relationRow.ts';
import { labels } from '../cypher/nodeProjection.ts';
import { orderBy, orderExpressions, partsAfter } from '../cypher/orders.ts';
import type { Statement } from '../cypher/statement.ts';
import { columnsOf, edgeValue, pagedKind } from './topologyStatements.ts';

/*
 * The statements that read what imports changed, for an update of the graph in memory. In the lists that they return,
 * every null is replaced by another value, because `collect` leaves nulls out.
 */

export const changesSince: Statement = {
  name: 'changesSince',
  purpose: 'Reads the log of the imports after $version; `ids` is null where an import was too large for it.',
  text: `MATCH (change:Change) WHERE change.version > $version
RETURN change.version AS version, change.since AS since, change.ids AS ids, change.removed AS removed
ORDER BY version`,
};

const nameOrder = ['folded', 'name', 'id'] as const satisfies readonly OrderKey[];

/** Cypher that finds the entity before `changed` in the order of names. It has one part for each range of an index. */
const entityBefore = (kind: EntityKind): string => {
  const keys = orderExpressions(nameOrder);
  const parts = partsAfter(keys, 'place', true).map(
    (bounds) => `head(COLLECT {
    MATCH (node:${labels[kind]}) WHERE ${bounds}
    RETURN node.id ORDER BY ${orderBy(keys, true)} LIMIT 1
  })`,
  );
  return `coalesce(${[...parts, `''`].join(', ')})`;
};

/**
 * Reads the entities with `$ids`. For a named kind, also reads `before`: the id of the preceding entity in the order of
 * names, or '' if there is none.
 */
export const changedNodes = (kind: EntityKind): Statement => {
  const columns = ['collect(node.id) AS ids', ...columnsOf(kind)].join(',\n  ');
  return {
    name: `changedNodes ${kind}`,
    purpose: `Reads the ${labels[kind]} nodes with $ids into columns, for an update of the graph in memory.`,
    text: kindRow(kind).isNamed
      ? `MATCH (changed:${labels[kind]}) WHERE changed.id IN $ids
WITH changed, [changed.folded, changed.name, changed.id] AS place
WITH changed AS node, ${entityBefore(kind)} AS before
RETURN ${columns}, collect(before) AS before`
      : `MATCH (node:${labels[kind]}) WHERE node.id IN $ids
RETURN ${columns}`,
  };
};

/** Reads the edges that begin or end at the papers in `$ids`; for the relation BROADER, at the topics in `$ids`. */
export const changedEdges = (rows: readonly RelationRow[]): Statement => ({
  name: 'changedEdges',
  purpose:
    'Reads the relationships of the nodes with $ids into columns, for an update of the graph in memory.',
  text: rows
    .flatMap((row) => {
      const owner = pagedKind(row);
      const ends = (['source', 'target'] as const).filter(
        (end) => owner === row[end === 'source' ? 'from' : 'to'],
      );
      return ends.map((end) => edgesAt(row, end));
    })
    .join('\nUNION ALL\n'),
});

const edgesAt = (row: RelationRow, end: 'source' | 'target'): string =>
  `MATCH (${end}:${labels[pagedKind(row)]}) WHERE ${end}.id IN $ids
MATCH (source)-[edge:${row.kind}]->(target)
RETURN '${row.kind}' AS kind, '${end}' AS end, collect(source.id) AS sources, collect(target.id) AS targets,
  collect(${edgeValue(row)}) AS values`;

export const changedAffiliations: Statement = {
  name: 'changedAffiliations',
  purpose: 'Reads the authors of the Paper nodes with $ids with their institutions.',
  text: `MATCH (paper:Paper) WHERE paper.id IN $ids
MATCH (paper)-[:WRITTEN_AT]->(institution)
MATCH (paper)<-[edge:AUTHORED]-(author) WHERE institution.id IN edge.institutionIds
RETURN collect({paper: paper.id, author: author.id, institution: institution.id}) AS affiliations`,
};
