import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { folded } from '../../graph/model/foldText.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import type { EntityChange, KnownEntity, StoredPaper } from '../../graph/importSession.ts';
import type { Database } from '../file/database.ts';
import { keyByAnyId } from '../file/keyByAnyId.ts';
import { KeyCache } from './keyCache.ts';
import { LinkResolution } from './linkResolution.ts';
import { SpellingTables } from './spellingTables.ts';

interface EntityRow {
  key: number;
  id: EntityId;
  keys: string;
  name: string | null;
  facts: string;
  fingerprint: string | null;
}

type AnyFacts = Readonly<Record<string, unknown>>;

/** Writes entities, their aliases and their search index. */
export class EntityWriter {
  readonly #statements: ReturnType<typeof prepared>;
  readonly spellings: SpellingTables;
  readonly #links: LinkResolution;
  readonly #keys = new KeyCache();
  /** The keys of new entities that no paper mentions yet. */
  readonly unlisted = new Set<number>();
  /** The keys of entities that may have lost papers or may need other names because of this import. */
  readonly touched = new Set<number>();
  /** How many entities this import has created. */
  newCount = 0;
  hasChanged = false;

  constructor(database: Database) {
    this.#statements = prepared(database);
    this.spellings = new SpellingTables(database);
    this.#links = new LinkResolution(database);
  }

  known(key: EntityId): KnownEntity | undefined {
    const row = this.#statements.byAnyId.get(key) as Omit<EntityRow, 'name' | 'facts'> | undefined;
    if (!row) return undefined;
    const { id, fingerprint } = row;
    this.#keys.set(id, row.key);
    const known = { id, keys: JSON.parse(row.keys) as EntityId[] };
    return fingerprint === null ? known : { ...known, fingerprint };
  }

  /** The name and the other facts of a stored entity. */
  facts(id: EntityId): AnyFacts | undefined {
    const row = this.#statements.byId.get(id) as EntityRow | undefined;
    if (!row) return undefined;
    const { fingerprint, name } = row;
    return { ...(JSON.parse(row.facts) as AnyFacts), name, ...(fingerprint !== null && { fingerprint }) };
  }

  isStored(id: EntityId): boolean {
    return this.#statements.keyById.get(id) !== undefined;
  }

  /** The key of a stored entity. @throws Error if it is not stored, because the batch should have written it before. */
  keyOf(id: EntityId): number {
    const kept = this.#keys.get(id);
    if (kept !== undefined) return kept;
    const row = this.#statements.keyById.get(id) as { key: number } | undefined;
    if (!row) throw new Error(`${id} is not stored`);
    this.#keys.set(id, row.key);
    return row.key;
  }

  touch(id: EntityId): void {
    this.touched.add(this.keyOf(id));
  }

  /** Clears what is known about the changes so far, before the next import on the same connection. */
  forgetChanges(): void {
    this.unlisted.clear();
    this.touched.clear();
    this.newCount = 0;
    this.hasChanged = false;
  }

  idOf(key: number): EntityId {
    return (this.#statements.idByKey.get(key) as { id: EntityId }).id;
  }

  /** The id of an institution or topic that papers mention; undefined if it is hidden. */
  visibleId(key: number): EntityId | undefined {
    return (this.#statements.idByKey.get(key) as { id: EntityId } | undefined)?.id;
  }

  /** The key of the paper that has this identifier or this id; null if none is stored. */
  keyByAnyId(id: EntityId): number | null {
    const row = this.#statements.keyByAnyId.get(id) as { key: number | null };
    return row.key;
  }

  /**
   * Creates an entity or updates its keys and facts; facts that are absent keep their stored values unless `isWhole` is
   * set.
   */
  write(kind: EntityKind, change: EntityChange<object>): void {
    const { id, keys, facts, isWhole = false } = change;
    const { key, isNew } = this.#writeKeys(kind, id, keys);
    if (!facts) return;
    const stored = isWhole || isNew ? undefined : (this.#statements.byId.get(id) as EntityRow);
    this.#writeFacts(kind, key, stored, facts as AnyFacts);
  }

  /** Creates a paper or replaces its keys and facts. Returns its key. */
  writePaper({ id, keys, fingerprint }: StoredPaper, facts: object): number {
    const { key } = this.#writeKeys('PAPER', id, keys);
    this.#statements.setPaperFacts.run(JSON.stringify(facts), fingerprint, key);
    return key;
  }

  #writeKeys(kind: EntityKind, id: EntityId, keys: readonly EntityId[]): { key: number; isNew: boolean } {
    this.hasChanged = true;
    const stored = this.#statements.keysById.get(id) as Pick<EntityRow, 'key' | 'keys'> | undefined;
    const text = JSON.stringify(keys);
    const key = stored?.key ?? this.#insert(kind, id, text);
    if (stored?.keys === text) return { key, isNew: false };
    if (stored) {
      this.#statements.setKeys.run(text, key);
      this.#statements.deleteAliases.run(key);
      if (kind === 'AUTHOR') this.touched.add(key); // the keys decide how an author is identified
      if (kind === 'PAPER') this.#links.release(key, keys);
    }
    for (const each of keys) if (each !== id) this.#statements.setAlias.run(each, key);
    if (kind === 'PAPER') this.#links.resolve(key, keys);
    return { key, isNew: !stored };
  }

  writeBroader(topicId: EntityId, broaderIds: readonly EntityId[]): void {
    const topic = this.keyOf(topicId);
    this.#statements.deleteBroader.run(topic);
    for (const id of broaderIds) this.#statements.insertBroader.run(topic, this.keyOf(id));
  }

  setName(key: number, name: string, facts: object): void {
    this.#statements.setName.run(name, folded(name), JSON.stringify(facts), key);
  }

  /** Removes the keys of an entity that will be removed, so that no lookup by these keys finds it. */
  releaseKeys(id: EntityId): void {
    const row = this.#statements.keyById.get(id) as { key: number } | undefined;
    if (!row) return;
    this.#statements.setKeys.run('[]', row.key);
    this.#statements.deleteAliases.run(row.key);
    this.#links.release(row.key, []);
  }

  remove(key: number): void {
    this.hasChanged = true;
    const id = this.idOf(key);
    this.#keys.delete(id);
    this.touched.delete(key);
    this.unlisted.delete(key);
    this.spellings.remove(kindOf(id), key);
    this.#statements.deleteAliases.run(key);
    this.#statements.deleteBroader.run(key);
    this.#statements.deleteNarrower.run(key);
    this.#statements.deleteEntity.run(key);
  }

  #insert(kind: EntityKind, id: EntityId, keys: string): number {
    const { lastInsertRowid } = this.#statements.insert.run(entityKinds.indexOf(kind), id, keys);
    const key = Number(lastInsertRowid);
    this.#statements.show.run(key);
    this.newCount += 1;
    this.#keys.set(id, key);
    if (kind !== 'PAPER') this.unlisted.add(key);
    return key;
  }

  #writeFacts(kind: EntityKind, key: number, stored: EntityRow | undefined, facts: AnyFacts): void {
    const { name, fingerprint, ...others } = facts;
    const before = (stored ? JSON.parse(stored.facts) : {}) as object;
    const called = (name as string | undefined) ?? stored?.name ?? nameOfLast(this.idOf(key));
    const after = { ...before, ...others };
    if (called !== stored?.name || JSON.stringify(after) !== stored.facts) this.setName(key, called, after);
    if (fingerprint !== undefined) this.#statements.setFingerprint.run(fingerprint, key);
    if (called !== stored?.name) this.spellings.replace(kind, key, [called]);
  }
}

/** The name of an entity if no record has a name: the last part of its id. */
const nameOfLast = (id: EntityId): string =>
  decodeURIComponent(id.slice(id.indexOf(':', id.indexOf(':') + 1) + 1));

const prepared = (database: Database) => ({
  byAnyId: database.prepare(`SELECT key, id, keys, fingerprint FROM entity WHERE key = ${keyByAnyId('?1')}`),
  byId: database.prepare('SELECT key, id, keys, name, facts, fingerprint FROM entity WHERE id = ?'),
  keysById: database.prepare('SELECT key, keys FROM entity WHERE id = ?'),
  keyByAnyId: database.prepare(`SELECT ${keyByAnyId('?1')} AS key`),
  keyById: database.prepare('SELECT key FROM entity WHERE id = ?'),
  idByKey: database.prepare('SELECT id FROM entity WHERE key = ?'),
  // A hidden entity gets its key again. The key of another one must not be that of a hidden one; NULL means the next key.
  insert: database.prepare(`INSERT INTO entity (kind, id, keys, key) VALUES (?1, ?2, ?3, coalesce(
    (SELECT key FROM hidden WHERE id = ?2),
    (SELECT max(key) + 1 FROM hidden WHERE key > (SELECT coalesce(max(key), 0) FROM entity))))`),
  show: database.prepare('DELETE FROM hidden WHERE key = ?'),
  setKeys: database.prepare('UPDATE entity SET keys = ? WHERE key = ?'),
  setName: database.prepare('UPDATE entity SET name = ?, folded = ?, facts = ? WHERE key = ?'),
  setPaperFacts: database.prepare('UPDATE entity SET facts = ?, fingerprint = ? WHERE key = ?'),
  setFingerprint: database.prepare('UPDATE entity SET fingerprint = ? WHERE key = ?'),
  deleteEntity: database.prepare('DELETE FROM entity WHERE key = ?'),
  setAlias: database.prepare('INSERT OR REPLACE INTO alias VALUES (?, ?)'),
  deleteAliases: database.prepare('DELETE FROM alias WHERE entity = ?'),
  insertBroader: database.prepare('INSERT OR IGNORE INTO broader VALUES (?, ?)'),
  deleteBroader: database.prepare('DELETE FROM broader WHERE topic = ?'),
  deleteNarrower: database.prepare('DELETE FROM broader WHERE parent = ?'),
});
