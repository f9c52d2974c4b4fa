import type { InstitutionType, PaperType, TopicLevel } from './entities.ts';
import type { EntityId } from './ids.ts';

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
  /** Of a paper. */
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
 * One batch of changes, in the order in which a store applies them. Everything is resolved: ids are of entities
 * that are stored or are in the batch. A key that moves from one entity to another is in the changes of both.
 */
export interface GraphChanges {
  merges: readonly { from: EntityId; into: EntityId }[];
  authors: readonly EntityChange<never>[];
  institutions: readonly EntityChange<InstitutionFacts>[];
  topics: readonly EntityChange<TopicFacts>[];
  /** What a topic's broader topics are from now on. */
  broader: readonly { topicId: EntityId; broaderIds: readonly EntityId[] }[];
  papers: readonly StoredPaper[];
  /** Papers whose keys alone change. */
  paperKeys: readonly EntityChange<never>[];
  /** Added to what the citing paper refers to; either end may be unknown as yet. */
  citations: readonly { from: EntityId; to: EntityId }[];
}

/**
 * An import under way. What is written shows to readers when the session finishes (embedded store) or at once
 * but marked unfinished (Neo4j).
 */
export interface ImportSession {
  /** Who owns each key or id, among what is stored and written. */
  known(keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>>;
  papers(ids: readonly EntityId[]): Promise<Map<EntityId, StoredPaper>>;
  /** Whether a stored paper lists both authors. */
  shareAPaper(left: EntityId, right: EntityId): Promise<boolean>;
  write(changes: GraphChanges): Promise<void>;
  /** Removes entities left without papers and brings names, counts and derived relations up to date. */
  finish(onProgress?: (step: string) => void): Promise<void>;
  /** Ends without finishing: as before (embedded), or unfinished (Neo4j). */
  abandon(): Promise<void>;
}
