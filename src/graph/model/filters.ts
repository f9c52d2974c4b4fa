import type { Identification } from '../identity/identification.ts';
import type { InstitutionType, PaperType, TopicLevel } from './entities.ts';
import type { EntityId } from './ids.ts';

/*
 * Filters in the form in which stores receive them: they are validated, and have no fields without an effect. If a
 * field is a list, one of its members has to match; all fields have to match. A paper without a year matches no range
 * of years.
 */

/** A range of years. Both ends are inclusive and optional. */
export interface YearRange {
  from?: number;
  to?: number;
}

/** A text that is searched in names and titles. */
export interface SearchedWords {
  /** Folded words (see foldText.ts), at least one. */
  words: readonly string[];
  /** The same words with ä ö ü å ø written as two letters each; if absent, the same as `words`. */
  spelledOut?: readonly string[];
}

export interface PaperFilter {
  years?: YearRange;
  paperTypes?: readonly PaperType[];
  venueNames?: readonly string[];
  /** Only papers about one of these topics or of their narrower topics. */
  topicIds?: readonly EntityId[];
  /** Only papers by one of these authors. */
  authorIds?: readonly EntityId[];
  /** Only papers whose titles contain all these words, or words that begin with them. */
  title?: SearchedWords;
  hasCode?: boolean;
}

/**
 * Selects joint papers. Counts, years and strengths of collaborations are then computed from the selected papers only.
 */
export interface CollaborationFilter {
  years?: YearRange;
  topicIds?: readonly EntityId[];
  /** Only papers with an author from one of these institutions. */
  institutionIds?: readonly EntityId[];
  venueNames?: readonly string[];
  /** Only papers with at most this many authors. Papers whose number of authors is unknown do not pass. */
  maxAuthorsPerPaper?: number;
  /** Only collaborators with at least this many selected joint papers. */
  minPapers?: number;
  /**
   * Only collaborators who can be distinguished in one of these ways (see identification.ts). The two ends of a path
   * always pass.
   */
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

/** All ids of entities in a filter. */
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
