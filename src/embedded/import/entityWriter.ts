import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { folded } from '../../graph/model/foldText.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import type { EntityChange, KnownEntity, StoredPaper } from '../../graph/importSession.ts';
import type { Database } from '../file/database.ts';
import { entityStatements } from './entityStatements.ts';
import { RowIdCache } from './rowIdCache.ts';
import { LinkResolution } from './linkResolution.ts';
import { SpellingTables } from './spellingTables.ts';

interface EntityRow {
  rowId: number;
  id: EntityId;
  keys: string;
  name: string | null;
  facts: string;
  fingerprint: string | null;
}

type AnyFacts = Readonly<Record<string, unknown>>;

/** Writes entities, their aliases and their search index. */
export class EntityWriter {
  readonly #statements: ReturnType<typeof entityStatements>;
  readonly spellings: SpellingTables;
  readonly #links: LinkResolution;
  readonly #rowIds = new RowIdCache();
  /** The row ids of new entities that no paper mentions yet. */
  readonly unlisted = new Set<number>();
  /** The row ids of entities that may have lost papers or may need other names because of this import. */
  readonly touched = new Set<number>();
  /** How many entities this import has created. */
  newCount = 0;
  hasChanged = false;

  constructor(database: Database) {
    this.#statements = entityStatements(database);
    this.spellings = new SpellingTables(database);
    this.#links = new LinkResolution(database);
  }

  known(identifier: EntityId): KnownEntity | undefined {
    const row = this.#statements.byAnyId.get(identifier) as Omit<EntityRow, 'name' | 'facts'> | undefined;
    if (!row) return undefined;
    const { id, fingerprint } = row;
    this.#rowIds.set(id, row.rowId);
    const known = { id, keys: JSON.parse(row.keys) as EntityId[] };
    return fingerprint === null ? known : { ...known, fingerprint };
  }

  /** The keys of the entity with this id. */
  keysOf(id: EntityId): EntityId[] | undefined {
    const row = this.#statements.byId.get(id) as EntityRow | undefined;
    return row && (JSON.parse(row.keys) as EntityId[]);
  }

  /** The name and the other facts of a stored entity. */
  facts(id: EntityId): AnyFacts | undefined {
    const row = this.#statements.byId.get(id) as EntityRow | undefined;
    if (!row) return undefined;
    const { fingerprint, name } = row;
    return { ...(JSON.parse(row.facts) as AnyFacts), name, ...(fingerprint !== null && { fingerprint }) };
  }

  isStored(id: EntityId): boolean {
    return this.#statements.rowIdById.get(id) !== undefined;
  }

  /**
   * The row id of a stored entity. @throws Error if it is not stored, because the batch should have written it before.
   */
  rowIdOf(id: EntityId): number {
    const kept = this.#rowIds.get(id);
    if (kept !== undefined) return kept;
    const row = this.#statements.rowIdById.get(id) as { rowId: number } | undefined;
    if (!row) throw new Error(`${id} is not stored`);
    this.#rowIds.set(id, row.rowId);
    return row.rowId;
  }

  touch(id: EntityId): void {
    this.touched.add(this.rowIdOf(id));
  }

  /** Forgets which entities were created, touched or changed, before the next import on the same connection. */
  forgetChanges(): void {
    this.unlisted.clear();
    this.touched.clear();
    this.newCount = 0;
    this.hasChanged = false;
  }

  idOf(rowId: number): EntityId {
    return (this.#statements.idByRowId.get(rowId) as { id: EntityId }).id;
  }

  /** The id of an institution or topic that papers mention; undefined if it is hidden. */
  visibleId(rowId: number): EntityId | undefined {
    return (this.#statements.idByRowId.get(rowId) as { id: EntityId } | undefined)?.id;
  }

  /** The row id of the paper that has this identifier or this id; null if none is stored. */
  rowIdByAnyId(id: EntityId): number | null {
    const row = this.#statements.rowIdByAnyId.get(id) as { rowId: number | null };
    return row.rowId;
  }

  /**
   * Creates an entity or updates its keys and facts; facts that are absent keep their stored values unless `isWhole` is
   * set.
   */
  write(kind: EntityKind, change: EntityChange<object>): void {
    const { id, keys, facts, isWhole = false } = change;
    const { rowId, isNew } = this.#writeKeys(kind, id, keys);
    if (!facts) return;
    const stored = isWhole || isNew ? undefined : (this.#statements.byId.get(id) as EntityRow);
    this.#writeFacts(kind, rowId, stored, facts as AnyFacts);
  }

  /** Creates a paper or replaces its keys and facts. Returns its row id. */
  writePaper({ id, keys, fingerprint }: StoredPaper, facts: object): number {
    const { rowId } = this.#writeKeys('PAPER', id, keys);
    this.#statements.setPaperFacts.run(JSON.stringify(facts), fingerprint, rowId);
    return rowId;
  }

  #writeKeys(kind: EntityKind, id: EntityId, keys: readonly EntityId[]): { rowId: number; isNew: boolean } {
    this.hasChanged = true;
    const stored = this.#statements.keysById.get(id) as Pick<EntityRow, 'rowId' | 'keys'> | undefined;
    const text = JSON.stringify(keys);
    const rowId = stored?.rowId ?? this.#insert(kind, id, text);
    if (stored?.keys === text) return { rowId, isNew: false };
    if (stored) {
      this.#statements.setKeys.run(text, rowId);
      this.#statements.deleteAliases.run(rowId);
      if (kind === 'AUTHOR') this.touched.add(rowId); // new keys may change the field `identification` of an author
      if (kind === 'PAPER') this.#links.release(rowId, keys);
    }
    for (const each of keys) if (each !== id) this.#statements.setAlias.run(each, rowId);
    if (kind === 'PAPER') this.#links.resolve(rowId, keys);
    return { rowId, isNew: !stored };
  }

  writeBroader(topicId: EntityId, broaderIds: readonly EntityId[]): void {
    const topic = this.rowIdOf(topicId);
    this.#statements.deleteBroader.run(topic);
    for (const id of broaderIds) this.#statements.insertBroader.run(topic, this.rowIdOf(id));
  }

  setName(rowId: number, name: string, facts: object): void {
    this.#statements.setName.run(name, folded(name), JSON.stringify(facts), rowId);
  }

  /** Removes the keys of an entity that will be removed, so that no lookup by these keys finds it. */
  releaseKeys(id: EntityId): void {
    const row = this.#statements.rowIdById.get(id) as { rowId: number } | undefined;
    if (!row) return;
    this.#statements.setKeys.run('[]', row.rowId);
    this.#statements.deleteAliases.run(row.rowId);
    this.#links.release(row.rowId, []);
  }

  remove(rowId: number): void {
    this.hasChanged = true;
    const id = this.idOf(rowId);
    this.#rowIds.delete(id);
    this.touched.delete(rowId);
    this.unlisted.delete(rowId);
    this.spellings.remove(kindOf(id), rowId);
    this.#statements.deleteAliases.run(rowId);
    this.#statements.deleteBroader.run(rowId);
    this.#statements.deleteNarrower.run(rowId);
    this.#statements.deleteEntity.run(rowId);
  }

  #insert(kind: EntityKind, id: EntityId, keys: string): number {
    const { lastInsertRowid } = this.#statements.insert.run(entityKinds.indexOf(kind), id, keys);
    const rowId = Number(lastInsertRowid);
    this.#statements.show.run(rowId);
    this.newCount += 1;
    this.#rowIds.set(id, rowId);
    if (kind !== 'PAPER') this.unlisted.add(rowId);
    return rowId;
  }

  #writeFacts(kind: EntityKind, rowId: number, stored: EntityRow | undefined, facts: AnyFacts): void {
    const { name, fingerprint, ...others } = facts;
    const before = (stored ? JSON.parse(stored.facts) : {}) as object;
    const called = (name as string | undefined) ?? stored?.name ?? nameOfLast(this.idOf(rowId));
    const after = { ...before, ...others };
    if (called !== stored?.name || JSON.stringify(after) !== stored.facts) this.setName(rowId, called, after);
    if (fingerprint !== undefined) this.#statements.setFingerprint.run(fingerprint, rowId);
    if (called !== stored?.name) this.spellings.replace(kind, rowId, [called]);
  }
}

/** The name of an entity if no record has a name: the last part of its id. */
const nameOfLast = (id: EntityId): string =>
  decodeURIComponent(id.slice(id.indexOf(':', id.indexOf(':') + 1) + 1));
