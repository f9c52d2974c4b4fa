import { compareTexts } from './compareTexts.ts';
import type { EntityKind } from './entityKinds.ts';
import type { OrderKey } from './orders.ts';
import type { Derivation, RelationRow } from './relationRow.ts';

export const paperOrders = {
  NEWEST: ['-day', 'id'],
  OLDEST: ['day', 'id'],
  MOST_CITED: ['-citationCount', 'id'],
} as const satisfies Record<string, readonly OrderKey[]>;

const newest = { NEWEST: paperOrders.NEWEST } as const;
const byName = { NAME: ['folded', 'name', 'id'] } as const;
const byCount = { MOST_PAPERS: ['-paperCount', 'id'] } as const;

/**
 * All relations of the schema. A relation has an entry for each of its two directions. All connections are read in the
 * same way: a page of neighbors along a relation, for many ids at once.
 */
export const relations = {
  authorInstitutions: {
    from: 'AUTHOR',
    to: 'INSTITUTION',
    field: 'institutions',
    kind: 'AFFILIATED_WITH',
    direction: 'OUT',
    edge: 'counted',
    filter: 'none',
    derivation: { through: 'affiliations' },
    orders: byCount,
  },
  authorPapers: {
    from: 'AUTHOR',
    to: 'PAPER',
    field: 'papers',
    kind: 'AUTHORED',
    direction: 'OUT',
    edge: 'authorship',
    filter: 'papers',
    orders: paperOrders,
  },
  collaborators: {
    from: 'AUTHOR',
    to: 'AUTHOR',
    field: 'collaborators',
    kind: 'CO_AUTHORED',
    direction: 'UNDIRECTED',
    edge: 'collaboration',
    filter: 'collaborations',
    derivation: { through: ['authorPapers', 'paperAuthors'], papers: 'joint' },
    orders: {
      MOST_PAPERS: ['-paperCount', '-strength', 'id'],
      MOST_RECENT: ['-lastYear', '-paperCount', '-strength', 'id'],
      STRONGEST: ['-strength', '-paperCount', 'id'],
    },
  },
  authorTopics: {
    from: 'AUTHOR',
    to: 'TOPIC',
    field: 'topics',
    kind: 'WORKS_ON',
    direction: 'OUT',
    edge: 'counted',
    filter: 'none',
    derivation: { through: ['authorPapers', 'paperTopics'], papers: 'all' },
    orders: byCount,
  },
  institutionTopics: {
    from: 'INSTITUTION',
    to: 'TOPIC',
    field: 'topics',
    kind: 'ACTIVE_IN',
    direction: 'OUT',
    edge: 'counted',
    filter: 'none',
    derivation: { through: ['institutionPapers', 'paperTopics'], papers: 'all' },
    orders: byCount,
  },
  institutionAuthors: {
    from: 'INSTITUTION',
    to: 'AUTHOR',
    field: 'authors',
    kind: 'AFFILIATED_WITH',
    direction: 'IN',
    edge: 'counted',
    filter: 'none',
    derivation: { through: 'affiliations' },
    orders: byCount,
  },
  partners: {
    from: 'INSTITUTION',
    to: 'INSTITUTION',
    field: 'partners',
    kind: 'PARTNERS_WITH',
    direction: 'UNDIRECTED',
    edge: 'counted',
    filter: 'none',
    derivation: { through: ['institutionPapers', 'paperInstitutions'], papers: 'capped' },
    orders: byCount,
  },
  institutionPapers: {
    from: 'INSTITUTION',
    to: 'PAPER',
    field: 'papers',
    kind: 'WRITTEN_AT',
    direction: 'IN',
    edge: 'plain',
    filter: 'papers',
    orders: paperOrders,
  },
  paperTopics: {
    from: 'PAPER',
    to: 'TOPIC',
    field: 'topics',
    kind: 'ABOUT',
    direction: 'OUT',
    edge: 'scored',
    filter: 'none',
    isListed: true,
    orders: { HIGHEST_SCORE: ['-score', 'id'] },
  },
  paperAuthors: {
    from: 'PAPER',
    to: 'AUTHOR',
    field: 'authors',
    kind: 'AUTHORED',
    direction: 'IN',
    edge: 'authorship',
    filter: 'none',
    orders: { PRINTED: ['position', 'id'] },
  },
  references: {
    from: 'PAPER',
    to: 'PAPER',
    field: 'references',
    kind: 'CITES',
    direction: 'OUT',
    edge: 'plain',
    filter: 'none',
    isListed: true,
    orders: newest,
  },
  citedBy: {
    from: 'PAPER',
    to: 'PAPER',
    field: 'citedBy',
    kind: 'CITES',
    direction: 'IN',
    edge: 'plain',
    filter: 'none',
    orders: newest,
  },
  paperInstitutions: {
    from: 'PAPER',
    to: 'INSTITUTION',
    field: 'institutions',
    kind: 'WRITTEN_AT',
    direction: 'OUT',
    edge: 'plain',
    filter: 'none',
    orders: byName,
  },
  topicPapers: {
    from: 'TOPIC',
    to: 'PAPER',
    field: 'papers',
    kind: 'ABOUT',
    direction: 'IN',
    edge: 'scored',
    filter: 'papers',
    orders: paperOrders,
  },
  topicInstitutions: {
    from: 'TOPIC',
    to: 'INSTITUTION',
    field: 'institutions',
    kind: 'ACTIVE_IN',
    direction: 'IN',
    edge: 'counted',
    filter: 'none',
    derivation: { through: ['topicPapers', 'paperInstitutions'], papers: 'all' },
    orders: byCount,
  },
  broader: {
    from: 'TOPIC',
    to: 'TOPIC',
    field: 'broader',
    kind: 'BROADER',
    direction: 'OUT',
    edge: 'plain',
    filter: 'none',
    orders: byName,
  },
  narrower: {
    from: 'TOPIC',
    to: 'TOPIC',
    field: 'narrower',
    kind: 'BROADER',
    direction: 'IN',
    edge: 'plain',
    filter: 'none',
    orders: byName,
  },
  relatedTopics: {
    from: 'TOPIC',
    to: 'TOPIC',
    field: 'relatedTopics',
    kind: 'RELATED_TO',
    direction: 'UNDIRECTED',
    edge: 'counted',
    filter: 'none',
    derivation: { through: ['topicPapers', 'paperTopics'], papers: 'all' },
    orders: byCount,
  },
  topicAuthors: {
    from: 'TOPIC',
    to: 'AUTHOR',
    field: 'authors',
    kind: 'WORKS_ON',
    direction: 'IN',
    edge: 'counted',
    filter: 'none',
    derivation: { through: ['topicPapers', 'paperAuthors'], papers: 'all' },
    orders: byCount,
  },
} as const satisfies Record<string, RelationRow>;

export type RelationName = keyof typeof relations;
/** The relations that follow from stored ones. */
export type DerivedRelationName = {
  [R in RelationName]: (typeof relations)[R] extends { derivation: Derivation } ? R : never;
}[RelationName];
/** The kinds of the relations that are stored, because import records state them. The others are derived from these. */
export type StoredRelationKind = (typeof relations)[Exclude<RelationName, DerivedRelationName>]['kind'];
export const relationNames = Object.keys(relations) as RelationName[];

export type RelationKind = (typeof relations)[RelationName]['kind'];
/** All kinds of relations, in alphabetical order. The schema and the field `neighbors` use the same order. */
export const relationKinds: readonly RelationKind[] = [
  ...new Set(relationNames.map((name) => relations[name].kind)),
].sort(compareTexts);

/** The row of a relation with its types widened, for code that works with any relation. */
export const relationRow = (name: RelationName): RelationRow<RelationKind> => relations[name];

/**
 * The relations that start at a kind, in the order of the field `neighbors`. It is the order of the entries in
 * `relations`.
 */
export const relationsFrom = (kind: EntityKind): RelationName[] =>
  relationNames.filter((name) => relations[name].from === kind);

export const defaultOrder = (name: RelationName): string => Object.keys(relations[name].orders)[0] ?? '';
