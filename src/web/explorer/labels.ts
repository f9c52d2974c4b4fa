import type {
  CollaboratorOrder,
  EntityKind,
  IdentifierScheme,
  InstitutionType,
  PaperOrder,
  PaperType,
  SuggestionScoring,
  TopicLevel,
} from './__generated__/graphql.ts';

export const kindLabels: Readonly<Record<EntityKind, string>> = {
  AUTHOR: 'Author',
  INSTITUTION: 'Institution',
  PAPER: 'Paper',
  TOPIC: 'Topic',
};

export const schemeLabels: Readonly<Record<IdentifierScheme, string>> = {
  ACL_ANTHOLOGY: 'ACL Anthology',
  ARXIV: 'arXiv',
  DBLP: 'dblp',
  DOI: 'DOI',
  OPENALEX: 'OpenAlex',
  ORCID: 'ORCID',
  ROR: 'ROR',
  SEMANTIC_SCHOLAR: 'Semantic Scholar',
};

export const paperTypeLabels: Readonly<Record<PaperType, string>> = {
  ARTICLE: 'Article',
  BOOK: 'Book',
  BOOK_CHAPTER: 'Book chapter',
  CONFERENCE_PAPER: 'Conference paper',
  DATASET: 'Data set',
  DISSERTATION: 'Dissertation',
  EDITORIAL: 'Editorial',
  LETTER: 'Letter',
  OTHER: 'Other work',
  PREPRINT: 'Preprint',
  REPORT: 'Report',
  REVIEW: 'Review',
  SOFTWARE: 'Software',
};

export const institutionTypeLabels: Readonly<Record<InstitutionType, string>> = {
  ARCHIVE: 'Archive',
  COMPANY: 'Company',
  EDUCATION: 'Education',
  FACILITY: 'Facility',
  FUNDER: 'Funder',
  GOVERNMENT: 'Government',
  HEALTHCARE: 'Healthcare',
  NONPROFIT: 'Nonprofit',
  OTHER: 'Institution',
};

export const topicLevelLabels: Readonly<Record<TopicLevel, string>> = {
  DOMAIN: 'Domain',
  FIELD: 'Field',
  SUBFIELD: 'Subfield',
  TOPIC: 'Topic',
  KEYWORD: 'Keyword',
};

export const paperOrderLabels: Readonly<Record<PaperOrder, string>> = {
  NEWEST: 'Newest first',
  OLDEST: 'Oldest first',
  MOST_CITED: 'Most cited first',
};

export const collaboratorOrderLabels: Readonly<Record<CollaboratorOrder, string>> = {
  MOST_PAPERS: 'Most papers',
  MOST_RECENT: 'Most recent',
  STRONGEST: 'Strongest tie',
};

/** The names by which the research literature calls the scores. */
export const scoringLabels: Readonly<Record<SuggestionScoring, string>> = {
  ADAMIC_ADAR: 'Adamic–Adar',
  RESOURCE_ALLOCATION: 'Resource allocation',
  JACCARD: 'Jaccard',
  COMMON_COLLABORATORS: 'Common collaborators',
};

/** The names of the orders of suggested collaborators, in words for users. Each says which suggestions come first. */
export const scoringChoices: Readonly<Record<SuggestionScoring, string>> = {
  ADAMIC_ADAR: 'Closest circles first',
  RESOURCE_ALLOCATION: 'Small circles first',
  JACCARD: 'Largest overlap first',
  COMMON_COLLABORATORS: 'Most in common first',
};

/** A sentence that explains each order of suggested collaborators. */
export const scoringNotes: Readonly<Record<SuggestionScoring, string>> = {
  ADAMIC_ADAR: 'A shared collaborator counts more, the fewer collaborators they have (Adamic–Adar).',
  RESOURCE_ALLOCATION:
    'A shared collaborator counts much more, the fewer collaborators they have (resource allocation).',
  JACCARD: 'The share of collaborators whom both have, among all whom either of them has, counts (Jaccard).',
  COMMON_COLLABORATORS: 'The number of shared collaborators counts.',
};
