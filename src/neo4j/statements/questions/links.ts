import { entityKinds, type EntityKind } from '../../../graph/entities.ts';
import { relationKinds, type RelationKind } from '../../../graph/relations.ts';
import type { Statement } from '../../database.ts';
import { nodesNamed } from '../named.ts';
import { labels } from '../projections.ts';

const linkProjection = `edge{.papers, .firstYear, .lastYear, .strength, .score, .position, .printed,
  .isCorresponding, .affiliationsAsPrinted, .institutionIds}`;

/** The nodes with the ids \`$AUTHOR\` and so on, of each kind its own. */
const askedNodes = entityKinds
  .map(
    (kind) => `${nodesNamed(kind, `$${kind}`)}
  RETURN asked`,
  )
  .join('\n  UNION ALL\n  ');

/** Every relationship of the relations among some nodes. */
export const linksStatement = (relations: readonly RelationKind[]): Statement => ({
  name: 'links',
  text: `CALL () {
  ${askedNodes}
}
WITH collect(asked) AS nodes
UNWIND nodes AS source
MATCH (source)-[edge:${relationKinds.filter((kind) => relations.includes(kind)).join('|')}]->(target)
WHERE target IN nodes
RETURN source.id AS source, target.id AS target, type(edge) AS relation,
  ${linkProjection} AS edge`,
});

/** A count of the neighbours along one relation; it is kept with the node where there are many. */
const along = (relation: RelationKind, pattern: string): string =>
  `CASE WHEN '${relation}' IN $relations THEN COUNT { ${pattern} } ELSE 0 END`;

/** A count of the different neighbours along several relations, which may lead to the same. */
const alongAny = (relations: readonly RelationKind[]): string => `COUNT {
    MATCH (asked)-[edge:${relations.join('|')}]-(other) WHERE type(edge) IN $relations
    RETURN DISTINCT other
  }`;

/** By kind: how many neighbours of each kind. Only papers and topics have two relations to one kind, their own. */
const neighborCountsOf: Readonly<Record<EntityKind, Readonly<Record<EntityKind, string>>>> = {
  AUTHOR: {
    AUTHOR: along('CO_AUTHORED', '(asked)-[:CO_AUTHORED]-()'),
    INSTITUTION: along('AFFILIATED_WITH', '(asked)-[:AFFILIATED_WITH]->()'),
    PAPER: along('AUTHORED', '(asked)-[:AUTHORED]->()'),
    TOPIC: along('WORKS_ON', '(asked)-[:WORKS_ON]->()'),
  },
  INSTITUTION: {
    AUTHOR: along('AFFILIATED_WITH', '(asked)<-[:AFFILIATED_WITH]-()'),
    INSTITUTION: along('PARTNERS_WITH', '(asked)-[:PARTNERS_WITH]-()'),
    PAPER: along('WRITTEN_AT', '(asked)<-[:WRITTEN_AT]-()'),
    TOPIC: along('ACTIVE_IN', '(asked)-[:ACTIVE_IN]->()'),
  },
  PAPER: {
    AUTHOR: along('AUTHORED', '(asked)<-[:AUTHORED]-()'),
    INSTITUTION: along('WRITTEN_AT', '(asked)-[:WRITTEN_AT]->()'),
    PAPER: alongAny(['CITES']),
    TOPIC: along('ABOUT', '(asked)-[:ABOUT]->()'),
  },
  TOPIC: {
    AUTHOR: along('WORKS_ON', '(asked)<-[:WORKS_ON]-()'),
    INSTITUTION: along('ACTIVE_IN', '(asked)<-[:ACTIVE_IN]-()'),
    PAPER: along('ABOUT', '(asked)<-[:ABOUT]-()'),
    TOPIC: alongAny(['BROADER', 'RELATED_TO']),
  },
};

/** Of each of the ids, \`$AUTHOR\` and so on, the numbers of its neighbours along \`$relations\`. */
export const neighborCounts: Statement = {
  name: 'neighborCounts',
  text: entityKinds
    .map((kind) => {
      const counts = entityKinds.map((of) => `${of}: ${neighborCountsOf[kind][of]}`).join(',\n  ');
      return `MATCH (asked:${labels[kind]}) WHERE asked.id IN $${kind}
RETURN asked.id AS named, asked.id AS id, {${counts}} AS counts
UNION ALL
MATCH (key:Key) WHERE key.key IN $${kind} AND NOT EXISTS { (:${labels[kind]} {id: key.key}) }
MATCH (asked:${labels[kind]} {id: key.owner})
RETURN key.key AS named, asked.id AS id, {${counts}} AS counts`;
    })
    .join('\nUNION ALL\n'),
};
