import type { InstitutionType, PaperType, TopicLevel } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';

/*
 * What a record claims, read by itself: cleaned, with the keys of everything it names, before anything stored is
 * looked at.
 */

export interface AuthorClaim {
  position: number;
  /** Best first; a name key where the source gives no identifier. */
  keys: EntityId[];
  printed: string;
  curated: string | null;
  alternatives: string[];
  isCorresponding: boolean | null;
  affiliations: AffiliationClaim[];
}

export interface AffiliationClaim {
  printed: string | null;
  /** Null where the line names no institution. */
  institution: InstitutionClaim | null;
}

export interface InstitutionClaim {
  keys: EntityId[];
  name: string | null;
  institutionType: InstitutionType | null;
  countryCode: string | null;
  city: string | null;
}

export interface TopicClaim {
  keys: EntityId[];
  name: string | null;
  level: TopicLevel | null;
  /** In units of 10⁻⁹. */
  score: number | null;
}

/** Enough of a paper's record to see that nothing has changed; most records of a repeated import go no further. */
export interface PaperRecordClaim {
  keys: EntityId[];
  fingerprint: string;
  /** Characters of the record as JSON: the memory it takes, about. */
  size: number;
  /** What the record says, read when it is needed, and once. */
  readonly paper: PaperClaim;
}

export interface PaperClaim {
  keys: EntityId[];
  source: string;
  fingerprint: string;
  title: string | null;
  abstract: string | undefined;
  date: string | null;
  year: number | null;
  paperType: PaperType | null;
  venueName: string | null;
  url: string | null;
  codeUrl: string | null;
  citationCount: number | null;
  isRetracted: boolean;
  authorCount: number | null;
  authorListIsComplete: boolean;
  authors: AuthorClaim[];
  /** Undefined keeps what is stored. */
  topics: TopicClaim[] | undefined;
  references: EntityId[] | undefined;
}

export type OnDropped = (reason: string) => void;

export interface TopicRecordClaim {
  fingerprint: string;
  topic: TopicClaim;
  /** Undefined keeps what is stored. */
  broader: TopicClaim[] | undefined;
}

export interface CitationClaim {
  from: EntityId;
  to: EntityId;
}
