import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { searchIndex } from '../connection/schemaStatements.ts';
import { collectNodesByIds, collectTopicsByIds } from './idParameters.ts';
import { labels } from './nodeProjection.ts';

/*
 * Converts filters to Cypher predicates over one map parameter. A field that is absent has no effect. An unknown year
 * is null, so every comparison with it fails. If a statement has several filters, each has a number: the names of its
 * parameter and its variables end in this number, or in '' if there is only one filter.
 */

export type FilterNumber = number | '';

const filterParameter = (number: FilterNumber): string => `$filter${number}`;

/**
 * The kinds of nodes that a filter selects by ids or words. A statement contains only the predicates for those that its
 * filter selects.
 */
export type FilterTarget = 'topics' | 'institutions' | 'authors' | 'titled';

const subqueries: Readonly<Record<FilterTarget, (filter: string, variable: string) => string>> = {
  topics: (filter, variable) => collectTopicsByIds(`${filter}.topicIds`, variable),
  institutions: (filter, variable) => collectNodesByIds('INSTITUTION', `${filter}.institutionIds`, variable),
  authors: (filter, variable) => collectNodesByIds('AUTHOR', `${filter}.authorIds`, variable),
  titled: (filter, variable) => `CALL () {
  CALL db.index.fulltext.queryNodes('${searchIndex(labels.PAPER)}', ${filter}.title) YIELD node
  RETURN collect(node) AS ${variable}
}`,
};

/** The subqueries that find the nodes that a filter selects. They run only once in a statement. */
export const filterNodes = (targets: readonly FilterTarget[], number: FilterNumber): string =>
  targets.map((target) => subqueries[target](filterParameter(number), `${target}${number}`)).join('\n');

/** The variables that `filterNodes` binds. Subqueries that use the predicates of the filter have to import them. */
export const filterVariables = (targets: readonly FilterTarget[], number: FilterNumber): string[] =>
  targets.map((target) => `${target}${number}`);

const yearRange = (filter: string, paper: string): string[] => [
  `(${filter}.from IS NULL OR ${paper}.year >= ${filter}.from)`,
  `(${filter}.to IS NULL OR ${paper}.year <= ${filter}.to)`,
];

const venue = (filter: string, paper: string): string =>
  `(${filter}.venueNames IS NULL OR ${paper}.venueName IN ${filter}.venueNames)`;

/**
 * Returns a predicate for each target: that the node is related to one of the nodes that the filter selects.
 * `relationships` include the arrows, for example `-[:ABOUT]->`.
 */
const relatedToTargets = (
  targets: readonly FilterTarget[],
  number: FilterNumber,
  node: string,
  relationships: Readonly<Partial<Record<FilterTarget, string>>>,
): string[] =>
  targets.flatMap((target) =>
    relationships[target]
      ? `EXISTS { MATCH (${node})${relationships[target]}(related) WHERE related IN ${target}${number} }`
      : [],
  );

/** Cypher predicates that test whether the paper `node` passes a PaperFilter. */
export const paperPredicates = (targets: readonly FilterTarget[], number: FilterNumber): string[] => {
  const filter = filterParameter(number);
  return [
    ...yearRange(filter, 'node'),
    `(${filter}.paperTypes IS NULL OR node.paperType IN ${filter}.paperTypes)`,
    venue(filter, 'node'),
    `(${filter}.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = ${filter}.hasCode)`,
    ...relatedToTargets(targets, number, 'node', { topics: '-[:ABOUT]->', authors: '<-[:AUTHORED]-' }),
    ...(targets.includes('titled') ? [`node IN titled${number}`] : []),
  ];
};

/**
 * Cypher that tests whether a paper makes its authors collaborators: it has at least 2 authors, and no more than
 * `$cap`.
 */
export const jointPaperPredicate = (paper: string): string => `2 <= ${paper}.teamSize <= $cap`;

/** Cypher that tests whether an author (`node`) is identified in one of the ways that the filter lists. */
export const identificationPredicate = (number: FilterNumber): string => {
  const filter = filterParameter(number);
  return `(${filter}.identification IS NULL OR node.identification IN ${filter}.identification)`;
};

/**
 * Cypher predicates that test whether one joint paper passes a CollaborationFilter. The fields `minPapers`, which
 * limits the number of papers, and `identification`, which is about the author, are tested elsewhere.
 */
export const collaborationPredicates = (
  targets: readonly FilterTarget[],
  number: FilterNumber,
  paper: string,
): string[] => {
  const filter = filterParameter(number);
  return [
    ...yearRange(filter, paper),
    venue(filter, paper),
    `(${filter}.maxAuthorsPerPaper IS NULL OR ${paper}.authorCount <= ${filter}.maxAuthorsPerPaper)`,
    ...relatedToTargets(targets, number, paper, { institutions: '-[:WRITTEN_AT]->', topics: '-[:ABOUT]->' }),
  ];
};

/**
 * By kind: Cypher predicates that test whether `node` passes the filter of the list of all entities of this kind. Such
 * a statement has only one filter, so the filter has no number.
 */
export const listPredicates: Readonly<
  Partial<Record<EntityKind, (targets: readonly FilterTarget[]) => string[]>>
> = {
  AUTHOR: (targets) => [
    ...relatedToTargets(targets, '', 'node', {
      topics: '-[:WORKS_ON]->',
      institutions: '-[:AFFILIATED_WITH]->',
    }),
    `($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })`,
  ],
  INSTITUTION: () => [
    '($filter.countryCodes IS NULL OR node.countryCode IN $filter.countryCodes)',
    '($filter.institutionTypes IS NULL OR node.institutionType IN $filter.institutionTypes)',
  ],
  PAPER: (targets) => paperPredicates(targets, ''),
  TOPIC: () => ['($filter.level IS NULL OR node.level = $filter.level)'],
};

const fromTargets = (target: FilterTarget, relationship: string): string =>
  `UNWIND ${target} AS target
    MATCH (target)<-[:${relationship}]-(node)`;

/**
 * By kind: fields of the list's filter that only few nodes pass, the most selective field first, and Cypher that
 * matches these nodes. If a filter has such a field, the statement starts from these nodes instead of reading an index
 * in order.
 */
export const anchors: Readonly<Partial<Record<EntityKind, Readonly<Record<string, string>>>>> = {
  PAPER: {
    authorIds: `UNWIND authors AS target
    MATCH (target)-[:AUTHORED]->(node)`,
    title: 'UNWIND titled AS node',
    topicIds: fromTargets('topics', 'ABOUT'),
    venueNames: 'MATCH (node:Paper) WHERE node.venueName IN $filter.venueNames',
  },
  AUTHOR: {
    institutionIds: fromTargets('institutions', 'AFFILIATED_WITH'),
    topicIds: fromTargets('topics', 'WORKS_ON'),
    countryCodes: `MATCH (target:Institution) WHERE target.countryCode IN $filter.countryCodes
    MATCH (target)<-[:AFFILIATED_WITH]-(node)`,
  },
};
