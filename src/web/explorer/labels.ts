import type {
  EntityKind,
  IdentifierScheme,
  InstitutionType,
  PaperType,
  TopicLevel,
} from './__generated__/graphql.ts';

/*
 * What the schema's words are called on the page.
 */

export const kindWords: Readonly<Record<EntityKind, string>> = {
  AUTHOR: 'Author',
  INSTITUTION: 'Institution',
  PAPER: 'Paper',
  TOPIC: 'Topic',
};

export const schemeWords: Readonly<Record<IdentifierScheme, string>> = {
  ACL_ANTHOLOGY: 'ACL Anthology',
  ARXIV: 'arXiv',
  DBLP: 'dblp',
  DOI: 'DOI',
  OPENALEX: 'OpenAlex',
  ORCID: 'ORCID',
  ROR: 'ROR',
  SEMANTIC_SCHOLAR: 'Semantic Scholar',
};

export const paperTypeWords: Readonly<Record<PaperType, string>> = {
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

export const institutionTypeWords: Readonly<Record<InstitutionType, string>> = {
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

export const topicLevelWords: Readonly<Record<TopicLevel, string>> = {
  DOMAIN: 'Domain',
  FIELD: 'Field',
  SUBFIELD: 'Subfield',
  TOPIC: 'Topic',
  KEYWORD: 'Keyword',
};

const numbers = new Intl.NumberFormat('en');

/** 1234 as 1,234. */
export const numeral = (count: number): string => numbers.format(count);

/** "1 paper", "1,234 papers". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numeral(count)} ${count === 1 ? one : many}`;

/** "2019–2024", "2024", or nothing where no year is known. */
export const yearSpan = (first: number | null, last: number | null): string => {
  if (first === null || last === null) return String(first ?? last ?? '');
  return first === last ? String(first) : `${first}–${last}`;
};

const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

/** "Feb 11, 2026" for a day or a moment, which is UTC. */
export const dayOf = (date: string): string => days.format(new Date(date));

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The country of an ISO 3166-1 code. */
export const countryOf = (code: string): string => {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code; // a source's own word, no code
  }
};
