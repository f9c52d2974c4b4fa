import type { EntityKind } from '../../graph/entities.ts';

/*
 * Filters as predicates over one map parameter, whose absent fields filter nothing. A year that is not known makes
 * its comparison null, and so fails.
 */

const yearRange = (filter: string, paper: string): string[] => [
  `(${filter}.from IS NULL OR ${paper}.year >= ${filter}.from)`,
  `(${filter}.to IS NULL OR ${paper}.year <= ${filter}.to)`,
];

/** About one of the topics or a narrower one. */
const aboutTopic = (filter: string, node: string, relation: string): string =>
  `(${filter}.topicIds IS NULL OR EXISTS {
    MATCH (${node})-[:${relation}]->(:Topic)-[:BROADER*0..]->(topic:Topic) WHERE topic.id IN ${filter}.topicIds
  })`;

const venue = (filter: string, paper: string): string =>
  `(${filter}.venueNames IS NULL OR ${paper}.venueName IN ${filter}.venueNames)`;

/** PaperFilter over `node`. */
export const paperPredicates = (filter: string): string[] => [
  ...yearRange(filter, 'node'),
  `(${filter}.paperTypes IS NULL OR node.paperType IN ${filter}.paperTypes)`,
  venue(filter, 'node'),
  `(${filter}.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = ${filter}.hasCode)`,
  aboutTopic(filter, 'node', 'ABOUT'),
];

/** A paper that makes collaborators. */
export const jointPaperPredicate = (paper: string): string => `2 <= ${paper}.teamSize <= $cap`;

/** What a CollaborationFilter asks of a joint paper; `minPapers` is asked of their number, elsewhere. */
export const collaborationPredicates = (filter: string, paper: string): string[] => [
  ...yearRange(filter, paper),
  venue(filter, paper),
  `(${filter}.maxAuthorsPerPaper IS NULL OR ${paper}.authorCount <= ${filter}.maxAuthorsPerPaper)`,
  `(${filter}.institutionIds IS NULL OR EXISTS {
    MATCH (${paper})-[:WRITTEN_AT]->(institution) WHERE institution.id IN ${filter}.institutionIds
  })`,
  aboutTopic(filter, paper, 'ABOUT'),
];

const authorPredicates = (filter: string): string[] => [
  aboutTopic(filter, 'node', 'WORKS_ON'),
  `(${filter}.institutionIds IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.id IN ${filter}.institutionIds
  })`,
  `(${filter}.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN ${filter}.countryCodes
  })`,
];

const institutionPredicates = (filter: string): string[] => [
  `(${filter}.countryCodes IS NULL OR node.countryCode IN ${filter}.countryCodes)`,
  `(${filter}.institutionTypes IS NULL OR node.institutionType IN ${filter}.institutionTypes)`,
];

/** What a list's filter asks of `node`. */
export const listPredicates: Readonly<Record<EntityKind, (filter: string) => string[]>> = {
  AUTHOR: authorPredicates,
  INSTITUTION: institutionPredicates,
  PAPER: paperPredicates,
  TOPIC: (filter) => [`(${filter}.level IS NULL OR node.level = ${filter}.level)`],
};

/** A filter that few nodes may pass: the list then starts from there, not from its order. */
export type Anchor = 'topicIds' | 'institutionIds' | 'countryCodes' | 'venueNames';

const withTopic = (relation: string): string =>
  `MATCH (asked:Topic) WHERE asked.id IN $filter.topicIds
    MATCH (asked)<-[:BROADER*0..]-(:Topic)<-[:${relation}]-(node)`;

/** By kind, the rarest first: how the nodes that may pass are reached. */
export const anchors: Readonly<Partial<Record<EntityKind, Readonly<Partial<Record<Anchor, string>>>>>> = {
  PAPER: {
    topicIds: withTopic('ABOUT'),
    venueNames: 'MATCH (node:Paper) WHERE node.venueName IN $filter.venueNames',
  },
  AUTHOR: {
    institutionIds: `MATCH (asked:Institution) WHERE asked.id IN $filter.institutionIds
    MATCH (asked)<-[:AFFILIATED_WITH]-(node)`,
    topicIds: withTopic('WORKS_ON'),
    countryCodes: `MATCH (asked:Institution) WHERE asked.countryCode IN $filter.countryCodes
    MATCH (asked)<-[:AFFILIATED_WITH]-(node)`,
  },
};
