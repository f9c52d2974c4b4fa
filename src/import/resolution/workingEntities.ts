import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { KnownEntity } from '../../graph/importSession.ts';

/** A stored or new entity during the resolution of a batch, with the keys it will have afterwards. */
export interface WorkingEntity {
  kind: EntityKind;
  id: EntityId;
  keys: Set<EntityId>;
  isNew: boolean;
  /** Whether the keys of the entity differ from the stored keys. */
  isTouched: boolean;
  fingerprint: string | undefined;
  /** The ids of entities that the batch merged into this entity. */
  mergedIds: EntityId[];
}

/** All entities that a batch refers to, indexed by id and by key. */
export class WorkingEntities {
  readonly #owners = new Map<EntityId, WorkingEntity>();
  readonly #byId = new Map<EntityId, WorkingEntity>();
  readonly #merges: { from: EntityId; into: EntityId }[] = [];
  /** Changed entities in the order of their last change. If a key moved, its last owner is therefore written last. */
  readonly #touched = new Set<WorkingEntity>();

  load(kind: EntityKind, entities: Iterable<KnownEntity>): void {
    for (const { id, keys, fingerprint } of entities) {
      if (this.#byId.has(id)) continue;
      const entity: WorkingEntity = {
        kind,
        id,
        keys: new Set(keys),
        isNew: false,
        isTouched: false,
        fingerprint,
        mergedIds: [],
      };
      this.#byId.set(id, entity);
      for (const key of keys) this.#owners.set(key, entity);
    }
  }

  owner(key: EntityId): WorkingEntity | undefined {
    return this.#owners.get(key);
  }

  /** The entity that has, or had before a merge, this id. */
  byId(id: EntityId): WorkingEntity | undefined {
    return this.#byId.get(id);
  }

  /**
   * Creates an entity that gets those of the keys that no entity has. Its id is the first of them that is not already
   * the id of an entity. A key that another entity has is never used as the id, because an entity that is not loaded
   * may have this id.
   */
  create(kind: EntityKind, keys: readonly EntityId[]): WorkingEntity {
    const id = keys.find((key) => !this.#byId.has(key) && !this.#owners.has(key));
    if (id === undefined)
      throw new Error(
        `no id is left for a new ${kind}, because each of its keys is already a key or the id of another entity: ${keys.join(' ')}`,
      );
    const entity: WorkingEntity = {
      kind,
      id,
      keys: new Set(),
      isNew: true,
      isTouched: true,
      fingerprint: undefined,
      mergedIds: [],
    };
    this.#byId.set(id, entity);
    this.#touched.add(entity);
    for (const key of keys) if (!this.#owners.has(key)) this.give(key, entity);
    return entity;
  }

  /** Moves a key to an entity from its present owner, if it has one. */
  give(key: EntityId, entity: WorkingEntity): void {
    const before = this.#owners.get(key);
    if (before === entity) return;
    if (before) {
      before.keys.delete(key);
      this.#touch(before);
    }
    entity.keys.add(key);
    this.#owners.set(key, entity);
    this.#touch(entity);
  }

  /** Removes a key from the entity that has it. */
  drop(key: EntityId): void {
    const owner = this.#owners.get(key);
    if (!owner) return;
    owner.keys.delete(key);
    this.#owners.delete(key);
    this.#touch(owner);
  }

  /** Merges two entities into the one with the smaller id, which is returned. */
  merge(left: WorkingEntity, right: WorkingEntity): WorkingEntity {
    const [into, from] = left.id < right.id ? [left, right] : [right, left];
    const freed = this.#owners.get(from.id) ?? from;
    for (const key of freed === from ? [from.id, ...from.keys] : [...from.keys]) this.give(key, into);
    for (const [id, entity] of this.#byId) if (entity === from) this.#byId.set(id, into);
    into.mergedIds.push(from.id, ...from.mergedIds);
    this.#touched.delete(from);
    if (!from.isNew) this.#merges.push({ from: from.id, into: into.id });
    return into;
  }

  get merges(): readonly { from: EntityId; into: EntityId }[] {
    return this.#merges;
  }

  /** The new entities of a kind, and the entities of this kind whose keys changed. */
  touched(kind: EntityKind): WorkingEntity[] {
    return [...this.#touched].filter((entity) => entity.kind === kind);
  }

  #touch(entity: WorkingEntity): void {
    entity.isTouched = true;
    this.#touched.delete(entity);
    this.#touched.add(entity);
  }
}
