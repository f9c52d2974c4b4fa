import type { Identification } from '../identity/identification.ts';
import type { InstitutionType, PaperType, TopicLevel } from './entities.ts';
import type { EntityId } from './ids.ts';

/*
 * Filters as stores receive them: validated, and without fields that filter nothing. A list matches any of its members;
 * all fields have to match. A paper without a year matches no range of years.
 */

/** Both ends are inclusive and optional. */
export interface YearRange {
  from?: number;
  to?: number;
}

/** A text that is looked for in names and titles. */
export interface SearchedWords {
  /** Folded words (see foldText.ts), at least one. */
  words: readonly string[];
  /** The same words with ä ö ü å ø written as two letters each; by default the words. */
  spelledOut?: readonly string[];
}

export interface PaperFilter {
  years?: YearRange;
  paperTypes?: readonly PaperType[];
  venueNames?: readonly string[];
  /** Papers about one of these topics or a narrower one. */
  topicIds?: readonly EntityId[];
  /** Papers of one of these authors. */
  authorIds?: readonly EntityId[];
  /** Papers that have words in their titles which begin with each of these words. */
  title?: SearchedWords;
  hasCode?: boolean;
}

/** Selects joint papers; counts, years and strength are computed over the selected ones. */
export interface CollaborationFilter {
  years?: YearRange;
  topicIds?: readonly EntityId[];
  /** Institutions of any author of the joint paper. */
  institutionIds?: readonly EntityId[];
  venueNames?: readonly string[];
  /** Papers whose number of authors is unknown do not pass. */
  maxAuthorsPerPaper?: number;
  /** The least number of selected joint papers. */
  minPapers?: number;
  /** Only collaborators with one of these identifications (see identification.ts); the ends of a path always pass. */
  identification?: readonly Identification[];
}

export interface AuthorFilter {
  topicIds?: readonly EntityId[];
  institutionIds?: readonly EntityId[];
  countryCodes?: readonly string[];
}

export interface TopicFilter {
  level?: TopicLevel;
}

export interface InstitutionFilter {
  countryCodes?: readonly string[];
  institutionTypes?: readonly InstitutionType[];
}

export type RelationFilter = PaperFilter | CollaborationFilter;
export type ListFilter = AuthorFilter | PaperFilter | TopicFilter | InstitutionFilter;

/** The ids of entities that a filter names. */
export const idsOfFilter = (filter: RelationFilter | ListFilter | FilterIds | undefined): EntityId[] => {
  const {
    authorIds = [],
    topicIds = [],
    institutionIds = [],
    excludeInstitutionIds = [],
  } = (filter ?? {}) as FilterIds;
  return [...authorIds, ...topicIds, ...institutionIds, ...excludeInstitutionIds];
};

interface FilterIds {
  authorIds?: readonly EntityId[];
  topicIds?: readonly EntityId[];
  institutionIds?: readonly EntityId[];
  excludeInstitutionIds?: readonly EntityId[];
}
