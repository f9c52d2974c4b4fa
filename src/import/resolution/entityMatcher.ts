import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { isCatalogue, isDoubtful, isUnique } from '../../graph/model/identifiers.ts';
import { entityId, schemeOf, type EntityId } from '../../graph/model/ids.ts';
import type { WorkingEntities, WorkingEntity } from './workingEntities.ts';

/** The functions of the batch that the matcher calls. */
interface MatchingContext {
  /** Whether some paper lists both authors. */
  shareAPaper(left: EntityId, right: EntityId): Promise<boolean>;
  /** Whether a correction forbids to merge the two entities. */
  mustStayApart(left: WorkingEntity, right: WorkingEntity): boolean;
  /** Called after a merge: the id `from` must not be used any more. */
  onMerged(from: EntityId, into: EntityId): void;
  /** Called when an entity does not get a key because the key belongs to another entity. */
  onConflict(message: string): void;
  /** Called when an entity loses a key to another entity that has an id in the same catalogue. */
  onLost(key: EntityId, loser: WorkingEntity): void;
  /** Called when an entity would get a second identifier of a scheme in which it can have only one. */
  onContradiction(message: string): void;
}

const noEntities: ReadonlySet<WorkingEntity> = new Set();

/**
 * Decides which entity a record refers to. Entities that share an identifier are merged, with three exceptions:
 * entities with different ids in the same catalogue, two authors of one paper, and entities that a correction declares
 * different.
 */
export class EntityMatcher {
  readonly #entities: WorkingEntities;
  readonly #context: MatchingContext;

  constructor(entities: WorkingEntities, context: MatchingContext) {
    this.#entities = entities;
    this.#context = context;
  }

  /** The existing entity that `match` would return; undefined if `match` would create one. */
  candidate(keys: readonly EntityId[]): WorkingEntity | undefined {
    const catalogueKey = keys.find((key) => isCatalogue(schemeOf(key)));
    const owner = catalogueKey === undefined ? undefined : this.#entities.owner(catalogueKey);
    if (owner) return owner;
    return keys
      .map((key) => this.#entities.owner(key))
      .find((entity) => entity && !keys.some((key) => this.#hasOtherCatalogueId(entity, key)));
  }

  /**
   * Returns the entity that has some of the keys, or a new entity. It gets all of the keys; a key that another entity
   * keeps is reported.
   *
   * @param keys at least one, best first
   * @param apart entities that must not be merged with the returned entity: the other authors of the same paper
   */
  async match(
    kind: EntityKind,
    keys: readonly EntityId[],
    apart: ReadonlySet<WorkingEntity> = noEntities,
  ): Promise<WorkingEntity> {
    const entity = this.candidate(keys) ?? this.#entities.create(kind, keys);
    return this.share(entity, keys, apart);
  }

  /**
   * Gives keys to an entity, and merges the entity with the owners of these keys if that is allowed. Returns the merged
   * entity.
   */
  async share(
    entity: WorkingEntity,
    keys: readonly EntityId[],
    apart: ReadonlySet<WorkingEntity> = noEntities,
  ): Promise<WorkingEntity> {
    let result = entity;
    for (const key of keys) result = await this.#addKey(result, key, apart);
    return result;
  }

  /**
   * Whether a stored author can be the same person as an author in another source's record of the same paper: they are
   * not two authors of one paper, and no entity would get two ids of one scheme.
   */
  async canPair(
    author: WorkingEntity,
    keys: readonly EntityId[],
    apart: ReadonlySet<WorkingEntity>,
  ): Promise<boolean> {
    const owners = new Set(keys.map((key) => this.#entities.owner(key)));
    owners.delete(undefined);
    owners.delete(author);
    const otherKeys = new Set([...keys, ...[...owners].flatMap((owner) => [...(owner?.keys ?? [])])]);
    const schemes = new Map([...author.keys].map((key) => [schemeOf(key), key]));
    for (const key of otherKeys) {
      const authorKey = schemes.get(schemeOf(key));
      if (authorKey !== undefined && authorKey !== key && !author.keys.has(key)) return false;
    }
    for (const owner of owners) if (owner && !(await this.#mayMerge(author, owner, apart))) return false;
    return true;
  }

  async #addKey(
    entity: WorkingEntity,
    key: EntityId,
    apart: ReadonlySet<WorkingEntity>,
  ): Promise<WorkingEntity> {
    const holder = this.#entities.owner(key);
    if (holder === entity) return entity;
    if (this.#hasOtherCatalogueId(entity, key)) {
      this.#context.onConflict(
        `${key} was dropped: ${entity.id} already has another identifier of that scheme`,
      );
    } else if (this.#isDiscredited(entity, key)) {
      this.#context.onContradiction(`${key} was dropped: ${entity.id} has contradictory ones of that scheme`);
    } else if (this.#hasOtherUniqueId(entity, key)) {
      const other = [...entity.keys].find((each) => schemeOf(each) === schemeOf(key)) ?? key;
      if (isDoubtful(schemeOf(key))) this.#discredit(entity, [other, key]);
      else this.#context.onContradiction(`${key} was dropped: ${entity.id} already has ${other}`);
    } else if (!holder) {
      this.#entities.give(key, entity);
    } else if (this.#contradict(entity, holder)) {
      this.#arbitrate(entity, holder, key);
    } else if (await this.#mayMerge(entity, holder, apart)) {
      const merged = this.#entities.merge(entity, holder);
      this.#context.onMerged(merged === entity ? holder.id : entity.id, merged.id);
      this.dropContradictions(merged);
      return merged;
    } else {
      this.#context.onConflict(
        `${key} was not given to ${entity.id}: it belongs to ${holder.id}, another author of the same paper or one declared different`,
      );
    }
    return entity;
  }

  /** If a merged entity has two identifiers of a doubtful scheme (see `isDoubtful`), both are dropped. */
  dropContradictions(entity: WorkingEntity): void {
    const doubtful = [...entity.keys].filter((key) => isDoubtful(schemeOf(key)));
    const keys = doubtful.filter((key) => this.#hasOtherUniqueId(entity, key));
    if (keys.length > 0) this.#discredit(entity, keys);
  }

  /** Removes contradictory identifiers from an entity. From then on it accepts no identifier of their scheme. */
  #discredit(entity: WorkingEntity, keys: readonly EntityId[]): void {
    const [key = ''] = keys;
    for (const each of keys) if (this.#entities.owner(each) === entity) this.#entities.drop(each);
    this.#entities.give(discreditedKey(entity, schemeOf(key)), entity);
    this.#context.onContradiction(`${keys.join(' and ')} were dropped: both were given to ${entity.id}`);
  }

  #isDiscredited(entity: WorkingEntity, key: EntityId): boolean {
    const scheme = discreditedScheme(schemeOf(key));
    return isDoubtful(schemeOf(key)) && [...entity.keys].some((each) => schemeOf(each) === scheme);
  }

  /** If two entries of one catalogue have a key in common, the entry with the smaller catalogue id gets the key. */
  #arbitrate(entity: WorkingEntity, holder: WorkingEntity, key: EntityId): void {
    const wins = this.#catalogueKey(entity, holder) < this.#catalogueKey(holder, entity);
    if (wins) {
      this.#entities.give(key, entity);
      this.#context.onLost(key, holder);
    }
    const [owner, other] = wins ? [entity, holder] : [holder, entity];
    this.#context.onConflict(
      `${key} is an identifier of both ${owner.id} and ${other.id}: it was given to ${owner.id} only`,
    );
  }

  #catalogueKey(entity: WorkingEntity, other: WorkingEntity): EntityId {
    const catalogues = new Set([...other.keys].map(schemeOf).filter(isCatalogue));
    return [...entity.keys].filter((key) => catalogues.has(schemeOf(key))).sort()[0] ?? entity.id;
  }

  /** Whether two entities have different ids in the same catalogue. */
  #contradict(left: WorkingEntity, right: WorkingEntity): boolean {
    return [...right.keys].some((key) => this.#hasOtherCatalogueId(left, key));
  }

  #hasOtherUniqueId(entity: WorkingEntity, key: EntityId): boolean {
    const scheme = schemeOf(key);
    return isUnique(scheme) && [...entity.keys].some((each) => schemeOf(each) === scheme && each !== key);
  }

  #hasOtherCatalogueId(entity: WorkingEntity, key: EntityId): boolean {
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
    if (apart.has(left) || apart.has(right) || this.#context.mustStayApart(left, right)) return false;
    return left.kind !== 'AUTHOR' || !(await this.#context.shareAPaper(left.id, right.id));
  }
}

const discreditedScheme = (scheme: string): string => `contradictory-${scheme}`;

/** A key that is not an identifier: it marks an entity that was given two identifiers of a scheme. */
const discreditedKey = ({ kind, id }: WorkingEntity, scheme: string): EntityId =>
  entityId(kind, discreditedScheme(scheme), id);
