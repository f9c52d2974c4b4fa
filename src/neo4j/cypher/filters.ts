import type { EntityKind } from '../../graph/model/entities.ts';
import { searchIndex } from '../connection/schemaStatements.ts';
import { collectNodesByIds, collectTopicsByIds } from './idParameters.ts';
import { labels } from './nodeProjection.ts';

/*
 * Filters as predicates over one map parameter. Absent fields filter nothing. An unknown year is null, so every
 * comparison with it fails. A statement with several filters numbers them: the parameter and the variables of a filter
 * end in its number, or in '' if there is only one.
 */

export type FilterNumber = number | '';

const filterParameter = (number: FilterNumber): string => `$filter${number}`;

/** Nodes that a filter names by ids or words. Predicates for those that it does not name are left out. */
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

/** Subqueries that find the nodes that a filter names, once for the statement. */
export const filterNodes = (targets: readonly FilterTarget[], number: FilterNumber): string =>
  targets.map((target) => subqueries[target](filterParameter(number), `${target}${number}`)).join('\n');

/** The variables that `filterNodes` binds, which subqueries with the filter's predicates have to import. */
export const filterVariables = (targets: readonly FilterTarget[], number: FilterNumber): string[] =>
  targets.map((target) => `${target}${number}`);

const yearRange = (filter: string, paper: string): string[] => [
  `(${filter}.from IS NULL OR ${paper}.year >= ${filter}.from)`,
  `(${filter}.to IS NULL OR ${paper}.year <= ${filter}.to)`,
];

const venue = (filter: string, paper: string): string =>
  `(${filter}.venueNames IS NULL OR ${paper}.venueName IN ${filter}.venueNames)`;

/**
 * Predicates: for each target, the node is related to one of the nodes that the filter names. `relationships` include
 * the arrows, for example `-[:ABOUT]->`.
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

/** The predicates of a PaperFilter on `node`. */
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

/** A predicate: the paper makes its authors collaborators. */
export const jointPaperPredicate = (paper: string): string => `2 <= ${paper}.teamSize <= $cap`;

/** A predicate: the author is identified in one of the ways that the filter lists. */
export const identificationPredicate = (number: FilterNumber): string => {
  const filter = filterParameter(number);
  return `(${filter}.identification IS NULL OR node.identification IN ${filter}.identification)`;
};

/**
 * The predicates of a CollaborationFilter on one joint paper. `minPapers` limits the number of papers and
 * `identification` concerns the author, so both have predicates of their own.
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
 * The predicates on `node` for each list that has a filter. A list has only one filter, so the filter has no number.
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
 * For each kind, fields of its list's filter that few nodes pass, the most selective first, with Cypher that matches
 * those nodes. A list with such a field starts from there instead of reading an index in order.
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
