import type { InstitutionType, PaperType, TopicLevel } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';

/*
 * What a record claims, read by itself: cleaned, with the keys of everything it names, before anything stored is
 * looked at.
 */

export interface NormalizedAuthor {
  position: number;
  /** Best first; a name key where the source gives no identifier. */
  keys: EntityId[];
  printed: string;
  curated: string | null;
  alternatives: string[];
  isCorresponding: boolean | null;
  affiliations: NormalizedAffiliation[];
}

export interface NormalizedAffiliation {
  printed: string | null;
  /** Null where the line names no institution. */
  institution: NormalizedInstitution | null;
}

export interface NormalizedInstitution {
  keys: EntityId[];
  name: string | null;
  institutionType: InstitutionType | null;
  countryCode: string | null;
  city: string | null;
}

export interface NormalizedTopic {
  keys: EntityId[];
  name: string | null;
  level: TopicLevel | null;
  /** In units of 10⁻⁹. */
  score: number | null;
}

/** Enough of a paper's record to see that nothing has changed; most records of a repeated import go no further. */
export interface NormalizedPaperRecord {
  keys: EntityId[];
  fingerprint: string;
  /** Characters of the record as JSON: the memory it takes, about. */
  size: number;
  /** What the record says, read when it is needed, and once. */
  readonly paper: NormalizedPaper;
}

export interface NormalizedPaper {
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
  authors: NormalizedAuthor[];
  /** Undefined keeps what is stored. */
  topics: NormalizedTopic[] | undefined;
  references: EntityId[] | undefined;
}

export type OnDropped = (reason: string) => void;

export interface NormalizedTopicRecord {
  fingerprint: string;
  topic: NormalizedTopic;
  /** Undefined keeps what is stored. */
  broader: NormalizedTopic[] | undefined;
}

export interface NormalizedCitation {
  from: EntityId;
  to: EntityId;
}
