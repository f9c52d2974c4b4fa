import type { InstitutionType, PaperType, TopicLevel } from './entities.ts';
import type { EntityId } from './ids.ts';

/*
 * Filters as a store gets them: checked, and with what filters nothing left out. Lists are "any of", fields are
 * "all of". An unknown year fails a range.
 */

/** Inclusive; either end open. */
export interface YearRange {
  from?: number;
  to?: number;
}

export interface PaperFilter {
  years?: YearRange;
  paperTypes?: readonly PaperType[];
  venueNames?: readonly string[];
  /** Or a topic narrower than one of these. */
  topicIds?: readonly EntityId[];
  hasCode?: boolean;
}

/** Which joint papers count; counts, years and strength are recomputed over those. */
export interface CollaborationFilter {
  years?: YearRange;
  topicIds?: readonly EntityId[];
  /** The joint paper was written there, by whomever. */
  institutionIds?: readonly EntityId[];
  venueNames?: readonly string[];
  /** A cut list of unknown length fails. */
  maxAuthorsPerPaper?: number;
  /** Looks at the recomputed count. */
  minPapers?: number;
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

/** The ids of topics and institutions that a filter names. */
export const idsOfFilter = (
  filter: RelationFilter | ListFilter | SuggestionFilterIds | undefined,
): EntityId[] => {
  const {
    topicIds = [],
    institutionIds = [],
    excludeInstitutionIds = [],
  } = (filter ?? {}) as SuggestionFilterIds;
  return [...topicIds, ...institutionIds, ...excludeInstitutionIds];
};

interface SuggestionFilterIds {
  topicIds?: readonly EntityId[];
  institutionIds?: readonly EntityId[];
  excludeInstitutionIds?: readonly EntityId[];
}
