import type { InstitutionType, PaperFields, TopicLevel } from '../../graph/model/entities.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { ListedRelation } from '../../graph/model/listedRelations.ts';
import type { OnProblem } from '../importProblem.ts';

/*
 * A record after normalization: texts are cleaned and every entity it names has its keys. Nothing here depends on
 * what the store contains. Keys are listed best first.
 */

export type NormalizedRecord =
  | { kind: 'paper'; paper: NormalizedPaperRecord; onProblem: OnProblem }
  | { kind: 'removal'; removal: NormalizedRemoval; onProblem: OnProblem }
  | (NormalizedTopicRecord & { kind: 'topic'; onProblem: OnProblem })
  | { kind: 'citation'; citation: NormalizedCitation }
  | { kind: 'abstract'; abstract: NormalizedAbstract }
  | { kind: 'redirect'; redirect: NormalizedRedirect; onProblem: OnProblem };

/**
 * The part of a paper record that shows whether the record has changed. For an unchanged record, a repeated import uses
 * nothing else.
 */
export interface NormalizedPaperRecord {
  keys: EntityId[];
  fingerprint: string;
  /** The number of characters of the record as JSON: an estimate of the memory that it takes. */
  size: number;
  /** The whole paper, normalized at the first access. */
  readonly paper: NormalizedPaper;
}

export interface NormalizedPaper extends Omit<PaperFields, 'isRetracted'> {
  keys: EntityId[];
  source: string;
  fingerprint: string;
  /** Undefined: the stored value is kept. */
  isRetracted: boolean | undefined;
  titleLatex: string | null;
  /** Undefined: the stored abstract is kept. */
  abstract: string | undefined;
  abstractLatex: string | null;
  authors: NormalizedAuthor[];
  /** False: the record does not say who the authors are, and the stored list is kept. */
  statesAuthors: boolean;
  /** If a list is undefined, the stored list is kept. */
  targets: Readonly<Record<ListedRelation, readonly NormalizedTarget[] | undefined>>;
}

/** A target in a list of a record. It also has the fields that the record states about the target. */
export interface NormalizedTarget {
  keys: readonly EntityId[];
  /** The score in units of 10⁻⁹; null if the source has no score. */
  score: number | null;
}

export interface NormalizedAuthor {
  position: number;
  /** The name that the source uses for the person. */
  name: string;
  source: string;
  /** The keys of identifiers, best first. */
  identifiers: readonly EntityId[];
  printed: string;
  curated: string | null;
  alternatives: string[];
  isCorresponding: boolean | null;
  affiliations: NormalizedAffiliation[];
}

export interface NormalizedAffiliation {
  printed: string | null;
  /** Null if the affiliation does not name an institution. */
  institution: NormalizedInstitution | null;
}

interface NormalizedInstitution {
  keys: EntityId[];
  name: string | null;
  institutionType: InstitutionType | null;
  countryCode: string | null;
  city: string | null;
}

export interface NormalizedTopic extends NormalizedTarget {
  keys: EntityId[];
  name: string | null;
  level: TopicLevel | null;
}

export interface NormalizedTopicRecord {
  fingerprint: string;
  topic: NormalizedTopic;
  /** Undefined: the stored broader topics are kept. */
  broader: NormalizedTopic[] | undefined;
}

export interface NormalizedCitation {
  from: EntityId;
  to: EntityId;
}

export interface NormalizedAbstract {
  paper: EntityId;
  text: string;
  latex: string | null;
}

/** A paper that its source took back. */
export interface NormalizedRemoval {
  keys: readonly EntityId[];
  source: string;
  title: string | null;
  reason: string | null;
  /** The file and the line of the record, see Removal. */
  record: string;
}

export interface NormalizedRedirect {
  entityKind: EntityKind;
  /** The key of the retired entity. */
  from: EntityId;
  /** The key of the remaining entity. */
  to: EntityId;
}
