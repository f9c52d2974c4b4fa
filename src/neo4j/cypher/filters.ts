import type { EntityKind } from '../../graph/model/entities.ts';
import { collectNodesByIds, collectTopicsByIds } from './idParameters.ts';

/*
 * Filters as predicates over one map parameter, whose absent fields filter nothing. A year that is not known makes
 * its comparison null, and so fails. Each filter of a statement has a number, or '' where there is but one, in
 * which its parameter and its variables end.
 */

export type FilterNumber = number | '';

export const filterParameter = (number: FilterNumber): string => `$filter${number}`;

/** What a filter can name, by any of the ids that an entity is found by. Predicates over what it does not name are left out. */
export type Named = 'topics' | 'institutions';

/** The nodes that a filter names, found once: subqueries that bind lists of them. */
export const namedBy = (named: readonly Named[], number: FilterNumber): string =>
  named.map((each) => bindings[each](filterParameter(number), `${each}${number}`)).join('\n');

const bindings: Readonly<Record<Named, (filter: string, variable: string) => string>> = {
  topics: (filter, variable) => collectTopicsByIds(`${filter}.topicIds`, variable),
  institutions: (filter, variable) => collectNodesByIds('INSTITUTION', `${filter}.institutionIds`, variable),
};

/** The variables that `namedBy` binds, which a subquery has to import to use the filter's predicates. */
export const namedVariables = (named: readonly Named[], number: FilterNumber): string[] =>
  named.map((each) => `${each}${number}`);

const yearRange = (filter: string, paper: string): string[] => [
  `(${filter}.from IS NULL OR ${paper}.year >= ${filter}.from)`,
  `(${filter}.to IS NULL OR ${paper}.year <= ${filter}.to)`,
];

/** What leads from a node to what a filter names. */
type NamedRelations = Readonly<Partial<Record<Named, string>>>;

/** Along its relation the node leads to one of each that the filter names; of topics, or to a narrower one. */
const leadsToNamed = (
  named: readonly Named[],
  number: FilterNumber,
  node: string,
  relations: NamedRelations,
): string[] =>
  named.flatMap((each) =>
    relations[each]
      ? `EXISTS { MATCH (${node})-[:${relations[each]}]->(one) WHERE one IN ${each}${number} }`
      : [],
  );

const venue = (filter: string, paper: string): string =>
  `(${filter}.venueNames IS NULL OR ${paper}.venueName IN ${filter}.venueNames)`;

/** PaperFilter over `node`. */
export const paperPredicates = (named: readonly Named[], number: FilterNumber): string[] => {
  const filter = filterParameter(number);
  return [
    ...yearRange(filter, 'node'),
    `(${filter}.paperTypes IS NULL OR node.paperType IN ${filter}.paperTypes)`,
    venue(filter, 'node'),
    `(${filter}.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = ${filter}.hasCode)`,
    ...leadsToNamed(named, number, 'node', { topics: 'ABOUT' }),
  ];
};

/** A paper that makes collaborators. */
export const jointPaperPredicate = (paper: string): string => `2 <= ${paper}.teamSize <= $cap`;

/** What a CollaborationFilter asks of a joint paper; `minPapers` is asked of their number, elsewhere. */
export const collaborationPredicates = (
  named: readonly Named[],
  number: FilterNumber,
  paper: string,
): string[] => {
  const filter = filterParameter(number);
  return [
    ...yearRange(filter, paper),
    venue(filter, paper),
    `(${filter}.maxAuthorsPerPaper IS NULL OR ${paper}.authorCount <= ${filter}.maxAuthorsPerPaper)`,
    ...leadsToNamed(named, number, paper, { institutions: 'WRITTEN_AT', topics: 'ABOUT' }),
  ];
};

/** Filters of lists have no number. */
const authorPredicates = (named: readonly Named[]): string[] => [
  ...leadsToNamed(named, '', 'node', { topics: 'WORKS_ON', institutions: 'AFFILIATED_WITH' }),
  `($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })`,
];

const institutionPredicates = [
  '($filter.countryCodes IS NULL OR node.countryCode IN $filter.countryCodes)',
  '($filter.institutionTypes IS NULL OR node.institutionType IN $filter.institutionTypes)',
];

/** What a list's filter asks of `node`. */
export const listPredicates: Readonly<Record<EntityKind, (named: readonly Named[]) => string[]>> = {
  AUTHOR: authorPredicates,
  INSTITUTION: () => institutionPredicates,
  PAPER: (named) => paperPredicates(named, ''),
  TOPIC: () => ['($filter.level IS NULL OR node.level = $filter.level)'],
};

/** A filter that few nodes may pass: the list then starts from there, not from its order. */
export type Anchor = 'topicIds' | 'institutionIds' | 'countryCodes' | 'venueNames';

const fromNamed = (named: Named, relation: string): string =>
  `UNWIND ${named} AS asked
    MATCH (asked)<-[:${relation}]-(node)`;

/** By kind, the rarest first: how the nodes that may pass are reached. */
export const anchors: Readonly<Partial<Record<EntityKind, Readonly<Partial<Record<Anchor, string>>>>>> = {
  PAPER: {
    topicIds: fromNamed('topics', 'ABOUT'),
    venueNames: 'MATCH (node:Paper) WHERE node.venueName IN $filter.venueNames',
  },
  AUTHOR: {
    institutionIds: fromNamed('institutions', 'AFFILIATED_WITH'),
    topicIds: fromNamed('topics', 'WORKS_ON'),
    countryCodes: `MATCH (asked:Institution) WHERE asked.countryCode IN $filter.countryCodes
    MATCH (asked)<-[:AFFILIATED_WITH]-(node)`,
  },
};
