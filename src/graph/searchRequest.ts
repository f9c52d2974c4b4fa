import type { Entity } from './model/entities.ts';
import type { EntityKind } from './model/entityKinds.ts';
import type { SearchedWords } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';
import type { Page } from './model/pages.ts';

export interface SearchHit {
  node: Entity;
  /** The index of the match in `searchMatches`; a larger score is a better match. */
  score: number;
}

/**
 * The position after which a page of search results starts: score, number of papers (for a paper, of citations), and
 * id.
 */
export interface SearchPosition {
  score: number;
  rank: number;
  id: EntityId;
}

export interface SearchRequest extends SearchedWords {
  kinds: readonly EntityKind[];
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The position after which the page starts. */
  after?: SearchPosition;
  /** Reads the list from its end; see PageRequest. */
  backward?: boolean;
  count: boolean;
}

export type SearchPage = Page<SearchHit>;
