import type { ImportBatch, ImportSession, WriteOutcome } from './importSession.ts';
import type { EntityId } from './model/ids.ts';

/**
 * The types of records that are stored beside the graph: corrections; changed entities and papers as they would be
 * without corrections; pairs that a correction keeps from being merged; ids of merged entities; and papers that their
 * sources took back.
 */
export type KeptType = 'correction' | 'entity' | 'paper' | 'prevented' | 'removed' | 'retired';

/** A text to store beside the graph. If it is null, the stored text is removed. */
export interface KeptRecord {
  type: KeptType;
  id: string;
  text: string | null;
}

/** A batch of changes of imports, and additional changes that corrections need. All of them take effect together. */
export interface StoreBatch extends Omit<ImportBatch, 'removals'> {
  /** Entities to remove, with all their relations, after all other changes. Ids that are not stored are ignored. */
  removals: readonly EntityId[];
  kept: readonly KeptRecord[];
}

/** The values that imports state for a stored entity, by the names of the fields. */
export type StoredFacts = Readonly<Record<string, unknown>>;

/** The part of a session that a store implements. Its reads see the corrected graph, as readers do. */
export interface StoreSession extends Omit<ImportSession, 'write' | 'mustStayApart'> {
  write(batch: StoreBatch): Promise<WriteOutcome>;
  /**
   * By id: the keys of the entities that have exactly these ids. If an id of one entity is also a key of another
   * entity, this method returns the keys of the first one, while `known` returns the second one.
   */
  keysOf(ids: readonly EntityId[]): Promise<Map<EntityId, readonly EntityId[]>>;
  /** By id: the records of a type that have the given ids; without `ids`, all records of the type. */
  kept(type: KeptType, ids?: readonly string[]): Promise<Map<string, string>>;
  /**
   * The papers that are by, about or from one of the entities. The entities themselves must not be papers.
   *
   * @param enough if given, at least this many papers of each entity are returned (or all, if it has fewer), and the
   *   store may leave out the others
   */
  papersOf(ids: readonly EntityId[], enough?: number): Promise<EntityId[]>;
  /**
   * Returns the papers that mention the given visible institutions or topics and have a kept record. Only a store that
   * can hide institutions and topics has this method. Such a store hides a removed entity from all papers that mention
   * it, and shows it there again when it is written again. While the entity is hidden, `papersOf` still finds these
   * papers, and `kept` returns a record for each of them, as if one were stored, until a record of the paper is written
   * or removed.
   */
  keptPapersOf?(ids: readonly EntityId[]): Promise<EntityId[]>;
  /** The facts of stored institutions and topics, with their names. */
  facts(ids: readonly EntityId[]): Promise<Map<EntityId, StoredFacts>>;
}
