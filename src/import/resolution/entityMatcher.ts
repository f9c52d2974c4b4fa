import type { EntityKind } from '../../graph/model/entities.ts';
import { isCatalogue } from '../../graph/model/identifiers.ts';
import { schemeOf, type EntityId } from '../../graph/model/ids.ts';
import type { WorkingEntities, WorkingEntity } from './workingEntities.ts';

/** What the matcher must ask of others. */
export interface MatchingContext {
  /** Whether some paper lists both authors. */
  shareAPaper(left: EntityId, right: EntityId): Promise<boolean>;
  /** Called when two entities became one: ids of `from` must not be used any more. */
  onMerged(from: EntityId, into: EntityId): void;
  onDropped(reason: string): void;
}

const none: ReadonlySet<WorkingEntity> = new Set();

/**
 * Decides which entity a record speaks of (semantics, Identity): those that share an identifier are one, but two
 * that have different ids in one catalogue stay two, whatever else they share, and so do two authors of a paper.
 */
export class EntityMatcher {
  readonly #entities: WorkingEntities;
  readonly #context: MatchingContext;

  constructor(entities: WorkingEntities, context: MatchingContext) {
    this.#entities = entities;
    this.#context = context;
  }

  /** The entity that the keys would be matched with, changing nothing; undefined where it would be a new one. */
  candidate(keys: readonly EntityId[]): WorkingEntity | undefined {
    const own = keys.find((key) => isCatalogue(schemeOf(key)));
    const owner = own === undefined ? undefined : this.#entities.owner(own);
    if (owner) return owner;
    return keys
      .map((key) => this.#entities.owner(key))
      .find((entity) => entity && !keys.some((key) => this.#hasAnother(entity, key)));
  }

  /**
   * The entity of the keys (best first, at least one), which has them all from now on but for those that are
   * another's by right; these are reported.
   *
   * @param apart entities it must not be merged with: the other authors of the same paper.
   */
  async match(
    kind: EntityKind,
    keys: readonly EntityId[],
    apart: ReadonlySet<WorkingEntity> = none,
  ): Promise<WorkingEntity> {
    const entity = this.candidate(keys) ?? this.#entities.create(kind, keys);
    return this.share(entity, keys, apart);
  }

  /** Gives an entity keys, merging it with their owners where that is right; returns what it is then. */
  async share(
    entity: WorkingEntity,
    keys: readonly EntityId[],
    apart: ReadonlySet<WorkingEntity> = none,
  ): Promise<WorkingEntity> {
    let result = entity;
    for (const key of keys) result = await this.#settle(result, key, apart);
    return result;
  }

  /**
   * Whether an author of a stored paper and one of another source's record of it can be one: nobody would get
   * two ids of one scheme, and they are not two authors of a paper.
   */
  async canPair(
    author: WorkingEntity,
    keys: readonly EntityId[],
    apart: ReadonlySet<WorkingEntity>,
  ): Promise<boolean> {
    const owners = new Set(keys.map((key) => this.#entities.owner(key)));
    owners.delete(undefined);
    owners.delete(author);
    const theirs = new Set([...keys, ...[...owners].flatMap((owner) => [...(owner?.keys ?? [])])]);
    const schemes = new Map([...author.keys].map((key) => [schemeOf(key), key]));
    for (const key of theirs) {
      const mine = schemes.get(schemeOf(key));
      if (mine !== undefined && mine !== key && !author.keys.has(key)) return false;
    }
    for (const owner of owners) if (owner && !(await this.#mayMerge(author, owner, apart))) return false;
    return true;
  }

  async #settle(
    entity: WorkingEntity,
    key: EntityId,
    apart: ReadonlySet<WorkingEntity>,
  ): Promise<WorkingEntity> {
    const holder = this.#entities.owner(key);
    if (holder === entity) return entity;
    if (this.#hasAnother(entity, key)) {
      this.#context.onDropped(`${key} was dropped: ${entity.id} has another identifier of that scheme`);
    } else if (!holder) {
      this.#entities.give(key, entity);
    } else if (this.#contradict(entity, holder)) {
      this.#arbitrate(entity, holder, key);
    } else if (await this.#mayMerge(entity, holder, apart)) {
      const merged = this.#entities.merge(entity, holder);
      this.#context.onMerged(merged === entity ? holder.id : entity.id, merged.id);
      return merged;
    } else {
      this.#context.onDropped(
        `${key} was dropped from ${entity.id}: it is ${holder.id}'s, an author of the same paper`,
      );
    }
    return entity;
  }

  /** An identifier that two entries of one catalogue claim belongs to the one with the smaller id there. */
  #arbitrate(entity: WorkingEntity, holder: WorkingEntity, key: EntityId): void {
    const wins = this.#catalogueKey(entity, holder) < this.#catalogueKey(holder, entity);
    if (wins) this.#entities.give(key, entity);
    const [owner, other] = wins ? [entity, holder] : [holder, entity];
    this.#context.onDropped(`${key} is claimed by ${owner.id} and ${other.id}: it belongs to ${owner.id}`);
  }

  #catalogueKey(entity: WorkingEntity, other: WorkingEntity): EntityId {
    const theirs = new Set([...other.keys].map(schemeOf).filter(isCatalogue));
    return [...entity.keys].filter((key) => theirs.has(schemeOf(key))).sort()[0] ?? entity.id;
  }

  /** Whether they have different ids in one catalogue. */
  #contradict(left: WorkingEntity, right: WorkingEntity): boolean {
    return [...right.keys].some((key) => this.#hasAnother(left, key));
  }

  #hasAnother(entity: WorkingEntity, key: EntityId): boolean {
    const scheme = schemeOf(key);
    if (!isCatalogue(scheme) || entity.keys.has(key)) return false;
    for (const each of entity.keys) if (schemeOf(each) === scheme) return true;
    return false;
  }

  async #mayMerge(
    left: WorkingEntity,
    right: WorkingEntity,
    apart: ReadonlySet<WorkingEntity>,
  ): Promise<boolean> {
    if (apart.has(left) || apart.has(right)) return false;
    return left.kind !== 'AUTHOR' || !(await this.#context.shareAPaper(left.id, right.id));
  }
}
