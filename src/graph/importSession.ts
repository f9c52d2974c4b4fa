import type { InstitutionType, PaperType, TopicLevel } from './model/entities.ts';
import type { EntityId } from './model/ids.ts';

/** A paper as it is stored: with everything its record said, its entities resolved to ids. */
export interface StoredPaper {
  id: EntityId;
  keys: readonly EntityId[];
  /** The source of the record it stands at. */
  source: string;
  /** Checksum of the record it stands at: an equal one changes nothing. */
  fingerprint: string;
  title: string | null;
  abstract: string | null;
  date: string | null;
  year: number | null;
  paperType: PaperType | null;
  venueName: string | null;
  url: string | null;
  codeUrl: string | null;
  citationCount: number | null;
  isRetracted: boolean;
  /** As shown: the full number, null where the list was cut and the source did not say how long it is. */
  authorCount: number | null;
  authorListIsComplete: boolean;
  /** n of the semantics: what strength and the cap go by. */
  teamSize: number;
  /** In printed order, each author once. */
  authorships: readonly StoredAuthorship[];
  /** Each topic once. Scores in units of 10⁻⁹. */
  topics: readonly { topicId: EntityId; score: number | null }[];
  /** Keys of the papers it cites, stored or not, each once, in ascending order. */
  references: readonly EntityId[];
}

export interface StoredAuthorship {
  authorId: EntityId;
  position: number;
  printed: string;
  curated: string | null;
  alternatives: readonly string[];
  isCorresponding: boolean | null;
  affiliations: readonly { printed: string | null; institutionId: EntityId | null }[];
}

/** What is known of an entity when records are matched with it. */
export interface KnownEntity {
  id: EntityId;
  keys: readonly EntityId[];
  /** Of a paper, and of a topic that had a record of its own: the checksum of that record. */
  fingerprint?: string;
}

export interface InstitutionFacts {
  name: string;
  institutionType: InstitutionType | null;
  countryCode: string | null;
  city: string | null;
}

export interface TopicFacts {
  name: string;
  level: TopicLevel | null;
  /** Stays without papers. */
  isTaxonomy: boolean;
  /** Of the topic's own record. */
  fingerprint: string | null;
}

/** An entity to create or bring up to date; papers come whole, in `papers`. */
export interface EntityChange<Facts> {
  id: EntityId;
  /** All keys it has from now on. */
  keys: readonly EntityId[];
  /** Absent: as stored. Facts that are null keep what is stored. */
  facts?: Partial<Facts>;
}

/**
 * One batch of changes, in the order in which a store applies them: entities and their keys, then merges (so that
 * `into` is always there), then papers, then citations. Everything is resolved: ids are of entities that are
 * stored or are in the batch. A key that moves from one entity to another is in the changes of both, and the one
 * that has it from now on comes last.
 */
export interface GraphChanges {
  authors: readonly EntityChange<never>[];
  institutions: readonly EntityChange<InstitutionFacts>[];
  topics: readonly EntityChange<TopicFacts>[];
  /** Stored papers whose keys alone change. */
  paperKeys: readonly EntityChange<never>[];
  /** What a topic's broader topics are from now on. */
  broader: readonly { topicId: EntityId; broaderIds: readonly EntityId[] }[];
  /**
   * Two stored entities turn out to be one: everything that leads to or from `from` leads to `into`, whose change
   * above already has the keys of both; `from` is gone. Of two papers only what leads to it is kept: what it says
   * itself comes with `papers`.
   */
  merges: readonly { from: EntityId; into: EntityId }[];
  papers: readonly StoredPaper[];
  /** Added to what the citing paper refers to; keys, either end may be unknown as yet. */
  citations: readonly { from: EntityId; to: EntityId }[];
}

/**
 * An import under way. What is written shows to readers when the session finishes (embedded store) or at once
 * but marked unfinished (Neo4j).
 */
export interface ImportSession {
  /**
   * For each key: the entity that has it among its keys, else the one whose id it is (an id outlives the
   * identifier it was made of, where that went to another entity), among what is stored and written.
   */
  known(keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>>;
  papers(ids: readonly EntityId[]): Promise<Map<EntityId, StoredPaper>>;
  /** Whether a stored paper lists both authors. */
  shareAPaper(left: EntityId, right: EntityId): Promise<boolean>;
  write(changes: GraphChanges): Promise<WriteOutcome>;
  /** Removes entities left without papers and brings names, counts and derived relations up to date. */
  finish(onProgress?: (step: string) => void): Promise<void>;
  /** Ends without finishing: as before (embedded), or unfinished (Neo4j). */
  abandon(): Promise<void>;
}

export interface WriteOutcome {
  /** Citations of the batch that were not known before. */
  newCitations: number;
}
