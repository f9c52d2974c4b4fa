import { entityKinds, type EntityKind } from '../../graph/model/entities.ts';
import { folded } from '../../graph/model/foldText.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { searchWords } from '../../graph/searchWords.ts';
import { linkRelations } from '../../graph/model/listedRelations.ts';
import type { EntityChange, KnownEntity } from '../../graph/importSession.ts';
import type { Database, Statement } from '../file/database.ts';
import { linkTables } from '../file/schema.ts';

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
  readonly #keys = new Map<EntityId, number>();
  /** Entities whose name or papers may have changed during the import. */
  readonly touched = new Set<number>();
  hasChanged = false;

  constructor(database: Database) {
    this.#statements = prepared(database);
  }

  known(key: EntityId): KnownEntity | undefined {
    const row = (this.#statements.byAlias.get(key) ?? this.#statements.byId.get(key)) as
      EntityRow | undefined;
    if (!row) return undefined;
    const known = { id: row.id, keys: JSON.parse(row.keys) as EntityId[] };
    return row.fingerprint === null ? known : { ...known, fingerprint: row.fingerprint };
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

  /** The key of a stored entity. @throws Error if it is not stored, because the batch then misses an entity. */
  keyOf(id: EntityId): number {
    const kept = this.#keys.get(id);
    if (kept !== undefined) return kept;
    const row = this.#statements.keyById.get(id) as { key: number } | undefined;
    if (!row) throw new Error(`${id} is not stored`);
    this.#keys.set(id, row.key);
    return row.key;
  }

  /** Clears the cache of keys before a batch, because batches have few entities in common. */
  forgetKeys(): void {
    this.#keys.clear();
  }

  /** Begins a new import on the same connection. */
  forgetChanges(): void {
    this.touched.clear();
    this.hasChanged = false;
  }

  idOf(key: number): EntityId {
    return (this.#statements.idByKey.get(key) as { id: EntityId }).id;
  }

  /** The key of the paper that an identifier belongs to now. */
  keyByAnyId(id: EntityId): number | null {
    const row = (this.#statements.byAlias.get(id) ?? this.#statements.byId.get(id)) as EntityRow | undefined;
    return row && (row.id === id || (JSON.parse(row.keys) as EntityId[]).includes(id)) ? row.key : null;
  }

  /** Creates an entity or updates its keys and facts; facts that are absent keep their stored values unless they are whole. */
  write(kind: EntityKind, change: EntityChange<object>): void {
    this.hasChanged = true;
    const { id, keys, facts, isWhole = false } = change;
    const stored = this.#statements.byId.get(id) as EntityRow | undefined;
    const key = stored?.key ?? this.#insert(kind, id);
    this.#statements.setKeys.run(JSON.stringify(keys), key);
    if (stored) this.#statements.deleteAliases.run(key);
    for (const each of keys) if (each !== id) this.#statements.setAlias.run(each, key);
    if (kind === 'PAPER') this.#awaken(key, keys);
    if (facts) this.#writeFacts(kind, key, isWhole ? undefined : stored, facts as AnyFacts);
    // what identifies an author follows from the keys
    if (!stored || (kind === 'AUTHOR' && stored.keys !== JSON.stringify(keys))) this.touched.add(key);
  }

  writeBroader(topicId: EntityId, broaderIds: readonly EntityId[]): void {
    const topic = this.keyOf(topicId);
    this.#statements.deleteBroader.run(topic);
    for (const id of broaderIds) this.#statements.insertBroader.run(topic, this.keyOf(id));
  }

  /** Replaces the spellings by which search finds an entity. */
  setSpellings(kind: EntityKind, key: number, spellings: readonly string[]): void {
    const table = entityKinds.indexOf(kind);
    const foldedSpellings = [...new Set(spellings.map(folded))].filter((each) => each !== '');
    this.#removeSpellings(table, key);
    for (const each of foldedSpellings) this.#statements.insertSpelling.run(table, each, key);
    const words = [...new Set(spellings.flatMap(searchWords))];
    this.#statements.insertWords[table]?.run(key, words.join(' '));
  }

  setName(key: number, name: string, facts: object): void {
    this.#statements.setName.run(name, folded(name), JSON.stringify(facts), key);
  }

  setPaperFacts(key: number, facts: object, fingerprint: string): void {
    this.#statements.setPaperFacts.run(JSON.stringify(facts), fingerprint, key);
  }

  /** Takes all keys from an entity that is about to be removed, so that nothing is found by them. */
  releaseKeys(id: EntityId): void {
    const row = this.#statements.keyById.get(id) as { key: number } | undefined;
    if (!row) return;
    this.#statements.setKeys.run('[]', row.key);
    this.#statements.deleteAliases.run(row.key);
  }

  remove(key: number): void {
    this.hasChanged = true;
    const id = this.idOf(key);
    this.#keys.delete(id);
    this.touched.delete(key);
    this.#removeSpellings(entityKinds.indexOf(kindOf(id)), key);
    this.#statements.deleteAliases.run(key);
    this.#statements.deleteBroader.run(key);
    this.#statements.deleteNarrower.run(key);
    this.#statements.deleteEntity.run(key);
  }

  #insert(kind: EntityKind, id: EntityId): number {
    return Number(this.#statements.insert.run(entityKinds.indexOf(kind), id).lastInsertRowid);
  }

  #writeFacts(kind: EntityKind, key: number, stored: EntityRow | undefined, facts: AnyFacts): void {
    const { name, fingerprint, ...others } = facts;
    const before = (stored ? JSON.parse(stored.facts) : {}) as object;
    const called = (name as string | undefined) ?? stored?.name ?? nameOfLast(this.idOf(key));
    this.setName(key, called, { ...before, ...others });
    if (fingerprint !== undefined) this.#statements.setFingerprint.run(fingerprint, key);
    if (called !== stored?.name) this.setSpellings(kind, key, [called]);
  }

  /** Points the links to one of these keys to the paper. */
  #awaken(paper: number, keys: readonly EntityId[]): void {
    for (const { release, resolve } of this.#statements.links) {
      release.run(paper, JSON.stringify(keys));
      for (const key of keys) resolve.run(paper, key, paper);
    }
  }

  #removeSpellings(table: number, key: number): void {
    if (this.#statements.deleteSpellings.run(key).changes === 0) return;
    this.#statements.deleteWords[table]?.run(key);
  }
}

/** The name of an entity without a name in any record: its identifier. */
const nameOfLast = (id: EntityId): string =>
  decodeURIComponent(id.slice(id.indexOf(':', id.indexOf(':') + 1) + 1));

const columns = 'entity.key, entity.id, entity.keys, entity.name, entity.facts, entity.fingerprint';

const prepared = (database: Database) => {
  const all = (sql: (table: number) => string): Statement[] =>
    entityKinds.map((_, table) => database.prepare(sql(table)));
  return {
    byAlias: database.prepare(
      `SELECT ${columns} FROM alias JOIN entity ON entity.key = alias.entity WHERE alias.id = ?`,
    ),
    byId: database.prepare(`SELECT ${columns} FROM entity WHERE id = ?`),
    keyById: database.prepare('SELECT key FROM entity WHERE id = ?'),
    idByKey: database.prepare('SELECT id FROM entity WHERE key = ?'),
    insert: database.prepare(`INSERT INTO entity (kind, id, keys) VALUES (?, ?, '[]')`),
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
    links: linkRelations.map((relation) => ({
      release: database.prepare(
        `UPDATE ${linkTables[relation]} SET target = NULL
        WHERE target = ? AND cited NOT IN (SELECT value FROM json_each(?))`,
      ),
      resolve: database.prepare(
        `UPDATE ${linkTables[relation]} SET target = ? WHERE cited = ? AND target IS NOT ?`,
      ),
    })),
    insertSpelling: database.prepare('INSERT OR IGNORE INTO spelling VALUES (?, ?, ?)'),
    deleteSpellings: database.prepare('DELETE FROM spelling WHERE entity = ?'),
    insertWords: all((table) => `INSERT INTO words${table} (rowid, words) VALUES (?, ?)`),
    deleteWords: all((table) => `DELETE FROM words${table} WHERE rowid = ?`),
  };
};
