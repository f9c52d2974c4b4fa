import type { EntityKind } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { KnownEntity } from '../../graph/importSession.ts';

/** An entity while a batch is resolved: stored or new, with the keys it will have. */
export interface WorkingEntity {
  kind: EntityKind;
  id: EntityId;
  keys: Set<EntityId>;
  isNew: boolean;
  /** Its keys are not as stored. */
  isTouched: boolean;
  fingerprint: string | undefined;
}

/** The entities a batch has to do with, found by key; forgets nothing until the batch is written. */
export class WorkingEntities {
  readonly #owners = new Map<EntityId, WorkingEntity>();
  readonly #byId = new Map<EntityId, WorkingEntity>();
  readonly #merges: { from: EntityId; into: EntityId }[] = [];
  /** In the order in which keys last moved, so that a key's last owner is written last. */
  readonly #touched = new Set<WorkingEntity>();

  load(kind: EntityKind, known: Iterable<KnownEntity>): void {
    for (const { id, keys, fingerprint } of known) {
      if (this.#byId.has(id)) continue;
      const entity: WorkingEntity = {
        kind,
        id,
        keys: new Set(keys),
        isNew: false,
        isTouched: false,
        fingerprint,
      };
      this.#byId.set(id, entity);
      for (const key of keys) this.#owners.set(key, entity);
    }
  }

  owner(key: EntityId): WorkingEntity | undefined {
    return this.#owners.get(key);
  }

  /** The entity of an id that stored papers speak of, merged ones included. */
  byId(id: EntityId): WorkingEntity | undefined {
    return this.#byId.get(id);
  }

  /** A new entity of the best key that is not already another's id, with the keys nobody owns. */
  create(kind: EntityKind, keys: readonly EntityId[]): WorkingEntity {
    const id = keys.find((key) => !this.#byId.has(key));
    if (id === undefined) throw new Error(`no id is free for a new ${kind} of ${keys.join(' ')}`);
    const entity: WorkingEntity = {
      kind,
      id,
      keys: new Set(),
      isNew: true,
      isTouched: true,
      fingerprint: undefined,
    };
    this.#byId.set(id, entity);
    this.#touched.add(entity);
    for (const key of keys) if (!this.#owners.has(key)) this.give(key, entity);
    return entity;
  }

  /** Makes a key the entity's, whoever had it. */
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

  /** Makes two entities one, under the smaller id; returns it. */
  merge(left: WorkingEntity, right: WorkingEntity): WorkingEntity {
    const [into, from] = left.id < right.id ? [left, right] : [right, left];
    const freed = this.#owners.get(from.id) ?? from;
    for (const key of freed === from ? [from.id, ...from.keys] : [...from.keys]) this.give(key, into);
    for (const [id, entity] of this.#byId) if (entity === from) this.#byId.set(id, into);
    this.#touched.delete(from);
    if (!from.isNew) this.#merges.push({ from: from.id, into: into.id });
    return into;
  }

  get merges(): readonly { from: EntityId; into: EntityId }[] {
    return this.#merges;
  }

  /** What has to be written of a kind: new entities and those whose keys changed. */
  touched(kind: EntityKind): WorkingEntity[] {
    return [...this.#touched].filter((entity) => entity.kind === kind);
  }

  #touch(entity: WorkingEntity): void {
    entity.isTouched = true;
    this.#touched.delete(entity);
    this.#touched.add(entity);
  }
}
