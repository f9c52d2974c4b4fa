import { entityKinds, type EntityKind } from '../../../src/graph/model/entityKinds.ts';
import type { ListFilter, RelationFilter } from '../../../src/graph/model/filters.ts';
import { lists, type ListRow } from '../../../src/graph/model/lists.ts';
import { type FilterShape } from '../../../src/graph/model/relationRow.ts';
import {
  defaultOrder,
  relationNames,
  relations,
  relationRow,
  relationsFrom,
  type RelationName,
  relationKinds,
} from '../../../src/graph/model/relations.ts';
import type { PairSelection } from '../../../src/graph/model/pages.ts';
import type { NeighborsRequest } from '../../../src/graph/store.ts';
import type { Pair } from '../../../src/graph/pair.ts';
import {
  suggestionScorings,
  type SuggestionFilter,
  type SuggestionsRequest,
} from '../../../src/graph/suggestions.ts';
import { readCollaborations } from '../../../src/neo4j/reads/collaborations/readCollaborations.ts';
import { readDocuments } from '../../../src/neo4j/reads/documents/readDocuments.ts';
import { readEgoNetwork } from '../../../src/neo4j/reads/egoNetwork/readEgoNetwork.ts';
import {
  readAbstracts,
  readEntities,
  readLatexTexts,
  readMetrics,
  readStatistics,
} from '../../../src/neo4j/reads/entities/readEntities.ts';
import { readLinks } from '../../../src/neo4j/reads/links/readLinks.ts';
import { readList } from '../../../src/neo4j/reads/lists/readList.ts';
import {
  readCommonNeighbors,
  readNeighborhoods,
  readNeighbors,
} from '../../../src/neo4j/reads/neighbors/readNeighbors.ts';
import { readSearch } from '../../../src/neo4j/reads/search/readSearch.ts';
import { readSuggestions } from '../../../src/neo4j/reads/suggestions/readSuggestions.ts';
import { pageVariants } from './pageVariants.ts';
import { CAP, exampleIds, type Recording } from './recordings.ts';

const paperFilter = {
  years: { from: 2015, to: 2024 },
  paperTypes: ['ARTICLE', 'CONFERENCE_PAPER'],
  venueNames: ['ACL'],
  topicIds: [exampleIds.TOPIC],
  authorIds: [exampleIds.AUTHOR],
  title: { words: ['graph', 'draw'] },
  hasCode: true,
} as const;
const collaborationFilter = {
  years: { from: 2015 },
  topicIds: [exampleIds.TOPIC],
  institutionIds: [exampleIds.INSTITUTION],
  venueNames: ['ACL'],
  maxAuthorsPerPaper: 10,
  minPapers: 2,
} as const;
const relationFilters: Readonly<Record<FilterShape, readonly RelationFilter[]>> = {
  papers: [paperFilter],
  collaborations: [collaborationFilter],
  none: [],
};

/** A list starts from the rarest field of its filter, so each of those fields has a statement of its own. */
const listFilters: Readonly<Record<EntityKind, readonly ListFilter[]>> = {
  AUTHOR: [
    { topicIds: [exampleIds.TOPIC] },
    { institutionIds: [exampleIds.INSTITUTION] },
    { countryCodes: ['DE'] },
  ],
  INSTITUTION: [{ countryCodes: ['DE'], institutionTypes: ['EDUCATION'] }],
  PAPER: [
    { years: paperFilter.years, paperTypes: paperFilter.paperTypes, hasCode: true },
    { topicIds: [exampleIds.TOPIC] },
    { authorIds: [exampleIds.AUTHOR] },
    { title: { words: ['graph', 'draw'] } },
    { venueNames: ['ACL'] },
  ],
  TOPIC: [{ level: 'FIELD' }],
};

const entities: Recording[] = [
  ...entityKinds.map((kind): Recording => ({
    run: (database) => readEntities(database, CAP, [exampleIds[kind]]),
  })),
  { run: (database) => readEntities(database, CAP, Object.values(exampleIds)) },
  { run: (database) => readAbstracts(database, [exampleIds.PAPER]) },
  { run: (database) => readLatexTexts(database, [exampleIds.PAPER]) },
  { run: (database) => readMetrics(database, [exampleIds.AUTHOR]) },
  { run: readDocuments },
  { rows: { statistics: [{}] }, run: (database) => readStatistics(database, CAP) },
];

const neighbors = relationNames.flatMap((relation): Recording[] => {
  const { from, orders, filter } = relationRow(relation);
  return pageVariants(orders, relationFilters[filter]).map(({ variant, page }) => ({
    variant,
    run: (database) => readNeighbors(database, CAP, [exampleIds[from]], [{ relation, page }]),
  }));
});

const onlyCounted: Recording = {
  variant: 'only counted',
  run: async (database) => {
    const page = { first: 0, order: relations.authorPapers.orders.NEWEST, count: true };
    await readNeighbors(database, CAP, [exampleIds.AUTHOR], [{ relation: 'authorPapers', page }]);
    await readList(database, CAP, 'PAPER', page);
  },
};

const firstPage = (relation: RelationName): NeighborsRequest => ({
  relation,
  page: { first: 10, order: relationRow(relation).orders[defaultOrder(relation)] ?? [], count: false },
});

const neighborhoods = entityKinds.flatMap((kind): Recording[] => {
  const requests = relationsFrom(kind).map(firstPage);
  return [
    {
      variant: 'several relations',
      run: (database) => readNeighborhoods(database, CAP, [exampleIds[kind]], requests),
    },
    { run: (database) => readEgoNetwork(database, CAP, exampleIds[kind], requests, relationKinds) },
  ];
});

const authorPair = { from: exampleIds.AUTHOR, to: exampleIds.otherAuthor };
const topicPair = { from: exampleIds.TOPIC, to: exampleIds.otherTopic };
/** What the API asks for of pairs, one relation for each shape of edge, with a pair of its first kind. */
const pairLists = [
  { which: 'joint', relation: 'authorPapers', pair: authorPair },
  { which: 'shared', relation: 'collaborators', pair: authorPair },
  { which: 'shared', relation: 'authorPapers', pair: authorPair },
  { which: 'shared', relation: 'topicPapers', pair: topicPair },
  { which: 'shared', relation: 'authorTopics', pair: authorPair },
  { which: 'shared', relation: 'topicAuthors', pair: topicPair },
  { which: 'separate', relation: 'collaborators', pair: authorPair },
  { which: 'separate', relation: 'authorPapers', pair: authorPair },
  { which: 'separate', relation: 'topicPapers', pair: topicPair },
] as const satisfies { which: PairSelection; relation: RelationName; pair: Pair }[];

const commonNeighbors = pairLists.flatMap(({ which, relation, pair }): Recording[] => {
  const name = defaultOrder(relation);
  const orders = { [name]: relationRow(relation).orders[name] ?? [] };
  const filters = which === 'joint' ? [collaborationFilter] : [];
  return pageVariants(orders, filters).map(({ variant, page }) => ({
    variant,
    run: (database) => readCommonNeighbors(database, CAP, relation, [pair], { ...page, which }),
  }));
});

const collaborations: Recording[] = [
  { run: (database) => readCollaborations(database, CAP, [authorPair], undefined) },
  { run: (database) => readCollaborations(database, CAP, [authorPair], collaborationFilter) },
];

const listPages = Object.values<ListRow>(lists).flatMap(({ kind, orders }): Recording[] =>
  pageVariants(orders, listFilters[kind]).map(({ variant, page }) => ({
    variant,
    run: (database) => readList(database, CAP, kind, page),
  })),
);

const searchRequest = { words: ['graph', 'drawing'], kinds: entityKinds, first: 10, count: false };
const searchPosition = { score: 2, rank: 10, id: exampleIds.AUTHOR };
const search: Recording[] = [
  { run: (database) => readSearch(database, CAP, searchRequest) },
  {
    variant: 'few nodes match strictly',
    rows: { search: [{ isFew: true }] },
    run: (database) => readSearch(database, CAP, { ...searchRequest, count: true, after: searchPosition }),
  },
  {
    variant: 'next page, counted',
    run: (database) => readSearch(database, CAP, { ...searchRequest, count: true, after: searchPosition }),
  },
  {
    variant: 'last page before a position',
    run: (database) => readSearch(database, CAP, { ...searchRequest, backward: true, after: searchPosition }),
  },
  {
    variant: 'only counted',
    run: (database) => readSearch(database, CAP, { ...searchRequest, count: true, first: 0 }),
  },
];

const suggestionFilter: SuggestionFilter = {
  activeSinceYear: 2020,
  identification: ['IDENTIFIER', 'FULL_NAME'],
  institutionIds: [exampleIds.INSTITUTION],
  excludeInstitutionIds: [exampleIds.otherInstitution],
  topicIds: [exampleIds.TOPIC],
};
const suggestionsRequest: SuggestionsRequest = { scoring: 'ADAMIC_ADAR', first: 10, count: false };
const suggestionRequests: Readonly<Record<string, SuggestionsRequest>> = {
  ...Object.fromEntries(suggestionScorings.map((scoring) => [scoring, { ...suggestionsRequest, scoring }])),
  ...Object.fromEntries(
    Object.entries(suggestionFilter).map(([field, value]) => [
      `filtered by ${field}`,
      { ...suggestionsRequest, filter: { [field]: value } },
    ]),
  ),
  'all filters, next page, counted': {
    ...suggestionsRequest,
    filter: suggestionFilter,
    after: [-1_000_000_000, -3, exampleIds.otherAuthor],
    count: true,
  },
  'last page before a position': {
    ...suggestionsRequest,
    after: [-1_000_000_000, -3, exampleIds.otherAuthor],
    backward: true,
  },
  'only counted': { ...suggestionsRequest, first: 0, count: true },
};
const suggestions = Object.entries(suggestionRequests).map(([variant, request]): Recording => ({
  variant,
  run: (database) => readSuggestions(database, CAP, [exampleIds.AUTHOR], request),
}));

const links: Recording[] = [
  {
    variant: 'every relation',
    run: (database) => readLinks(database, Object.values(exampleIds), relationKinds, [exampleIds.AUTHOR]),
  },
  {
    variant: 'one relation',
    run: (database) => readLinks(database, Object.values(exampleIds), ['CO_AUTHORED'], []),
  },
];

/** Every read that is answered by statements, in every shape that differs in more than a combination. */
export const readRecordings: readonly Recording[] = [
  ...entities,
  ...neighbors,
  onlyCounted,
  ...neighborhoods,
  ...commonNeighbors,
  ...collaborations,
  ...listPages,
  ...search,
  ...suggestions,
  ...links,
];
