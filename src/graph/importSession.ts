import type { InstitutionType, LatexTexts, PaperFields, TopicLevel } from './model/entities.ts';
import type { EntityId } from './model/ids.ts';
import type { NamedKind } from './model/kinds.ts';
import type { ListedRelation } from './model/listedRelations.ts';
import type { Removal } from './removals/removal.ts';

/** A paper as it is stored: all fields of its record, with ids in place of authors, institutions and topics. */
export interface StoredPaper extends PaperFields, LatexTexts {
  id: EntityId;
  keys: readonly EntityId[];
  /** The source whose record provides the stored fields. */
  source: string;
  /**
   * The checksum of the record that provides the stored fields. Importing a record with the same checksum changes
   * nothing.
   */
  fingerprint: string;
  abstract: string | null;
  /** The DOIs that the record states, but that another paper of the same catalogue keeps. Absent if there are none. */
  claims?: readonly EntityId[];
  /** The number of authors that is used for collaboration strengths and is compared with the collaboration cap. */
  teamSize: number;
  /** The authorships in the printed order. Each author occurs once. */
  authorships: readonly StoredAuthorship[];
  /** The targets of each relation, in ascending order of the ids. Each target occurs once. */
  targets: ListedTargets;
}

export type ListedTargets = Readonly<Record<ListedRelation, readonly ListedTarget[]>>;

/** An entity to which a relation leads from a paper, as the record of the paper lists it. */
export interface ListedTarget {
  /** The id of the target. If the target is a paper, this may be any of its keys, and the paper need not be stored. */
  id: EntityId;
  /** In units of 10⁻⁹; null if the relation has no scores, or the source states none. */
  score: number | null;
}

export interface StoredAuthorship {
  authorId: EntityId;
  position: number;
  printed: string;
  curated: string | null;
  alternatives: readonly string[];
  isCorresponding: boolean | null;
  /**
   * The ORCIDs that the record states for the author, but that were not used because another person with another name
   * has them. Absent if there are none.
   */
  claims?: readonly EntityId[];
  affiliations: readonly { printed: string | null; institutionId: EntityId | null }[];
}

/** The facts about a stored entity by which imported records are matched with it. */
export interface KnownEntity {
  id: EntityId;
  keys: readonly EntityId[];
  /**
   * The checksum of the entity's record. Absent for entities that have no record of their own and are only mentioned by
   * others.
   */
  fingerprint?: string;
}

interface InstitutionFacts {
  name: string;
  institutionType: InstitutionType | null;
  countryCode: string | null;
  city: string | null;
}

interface TopicFacts {
  name: string;
  level: TopicLevel | null;
  /** Whether the topic belongs to a taxonomy. Such a topic stays in the store even if no paper is about it. */
  isTaxonomy: boolean;
  /** The checksum of the topic's own record; null if it has none. */
  fingerprint: string | null;
}

/**
 * The fields that records state for an entity of each named kind. For authors there are none, because their names are
 * computed from the papers.
 */
export interface FactsOf {
  AUTHOR: never;
  INSTITUTION: InstitutionFacts;
  TOPIC: TopicFacts;
}

/**
 * An entity to create or update. Papers are not changed in this way: `papers` of ImportBatch replaces them as a whole.
 */
export interface EntityChange<Facts> {
  id: EntityId;
  /** All keys of the entity after the change. */
  keys: readonly EntityId[];
  /** The new values of fields. A field that is absent or null keeps its stored value. */
  facts?: Partial<Facts>;
  /** Whether the facts replace all stored facts, so that null removes a value. */
  isWhole?: boolean;
}

/**
 * One batch of changes. A store applies entities and their keys first, then merges, then papers, then citations. All
 * ids belong to entities that are stored or part of the batch. If a key moves from one entity to another, the batch
 * contains the changes of both entities, the one of the new owner last.
 */
export interface ImportBatch {
  named: { readonly [Kind in NamedKind]: readonly EntityChange<FactsOf[Kind]>[] };
  /** Stored papers of which only the keys change. */
  paperKeys: readonly EntityChange<never>[];
  /** The broader topics of each topic after the change. */
  broader: readonly { topicId: EntityId; broaderIds: readonly EntityId[] }[];
  /**
   * Two stored entities are the same: all relations of `from` move to `into`, and `from` is removed. The change of
   * `into` already lists the keys of both. If they are papers, only the citations that lead to `from` move; the fields,
   * authors and topics of the merged paper are in `papers`.
   */
  merges: readonly { from: EntityId; into: EntityId }[];
  papers: readonly StoredPaper[];
  /** Citations to add. Both papers are given by one of their keys, and need not be stored yet. */
  citations: readonly { from: EntityId; to: EntityId }[];
  /**
   * Papers that their source took back, including papers that are not stored. The batch has no other change of these
   * papers.
   */
  removals: readonly Removal[];
}

/** The names of an author on one paper. A name may occur several times. */
export interface PaperNames {
  paperId: EntityId;
  names: readonly string[];
}

/**
 * Texts to store beside the graph, such as the progress of live sources. The keys are the names under which they are
 * stored; null removes a text.
 */
export type DocumentChanges = ReadonlyMap<string, string | null>;

/**
 * A running import. Readers see its changes when the session finishes (embedded store), or at once while the graph is
 * marked as unfinished (Neo4j).
 */
export interface ImportSession {
  /**
   * For each key, the entity that has it among its keys; else the entity whose id it is; no entry if there is neither.
   * (An entity keeps its id even if the identifier from which the id was made moves to another entity.) Entities that
   * were written in this session are found, too.
   */
  known(keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>>;
  papers(ids: readonly EntityId[]): Promise<Map<EntityId, StoredPaper>>;
  /** The names of an author on each paper that lists the author: printed, curated and alternative ones. */
  authorNames(id: EntityId): Promise<readonly PaperNames[]>;
  /** Whether a stored paper lists both authors. */
  shareAPaper(left: EntityId, right: EntityId): Promise<boolean>;
  /**
   * Whether a correction says that two entities are different, so that they must not be merged. If so, the pair is
   * remembered, and it is merged when the correction is undone. Each entity is given by its id and its other keys, the
   * id first.
   */
  mustStayApart(left: readonly EntityId[], right: readonly EntityId[]): boolean;
  write(batch: ImportBatch): Promise<WriteOutcome>;
  /**
   * Makes everything that was written so far permanent, together with documents; a null text removes a document. If the
   * session later ends without finishing, this part is not undone. Readers see the documents at once.
   */
  checkpoint(documents: DocumentChanges): Promise<void>;
  /** Finishes the import: removes entities without papers, and updates names, counts and derived relations. */
  finish(onProgress?: (step: string) => void): Promise<void>;
  /**
   * Ends the session without finishing. The embedded store returns to the state of the last checkpoint; Neo4j stays
   * marked as unfinished.
   */
  abandon(): Promise<void>;
}

export interface WriteOutcome {
  /** How many citations of the batch were not stored before. */
  newCitations: number;
}
