import type { KnownEntity, StoredPaper } from '../importSession.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import type { KeptRecord, StoreBatch, StoreSession } from '../storeSession.ts';
import type { BaseEntity } from './baseEntity.ts';
import { basePaper, type KeptPaper, type PaperVersions } from './keptPaper.ts';
import type { Overlay } from './overlay.ts';
import { PassedChanges } from './passedChanges.ts';
import { isCurated } from './storedCorrection.ts';
import { mentionsOf, withMentions } from './visiblePaper.ts';

/** How many papers are read at once to find one that mentions an entity, if the first one does not. */
const PAPERS_READ = 100;

/**
 * The graph as imports alone make it, without corrections. The store contains the corrected graph. Only the entities
 * and papers that corrections affect are stored a second time, beside the graph, as they are without corrections.
 * Changes of papers are kept in memory until `forgetPending` is called.
 */
export class BaseGraph {
  readonly #store: StoreSession;
  readonly #entities = new Map<EntityId, BaseEntity>();
  readonly #owners = new Map<EntityId, EntityId>();
  readonly #changed = new Set<EntityId>();
  /** The entities removed since the last call of `takeChanges`. The store may still have them. */
  readonly #removed = new Set<EntityId>();
  readonly #pending = new Map<EntityId, StoredPaper | undefined>();
  readonly #passed = new PassedChanges();
  /** Grows whenever an id or key starts or stops leading to an entity. */
  version = 0;

  static async load(store: StoreSession): Promise<BaseGraph> {
    const base = new BaseGraph(store);
    for (const text of (await store.kept('entity')).values()) base.put(JSON.parse(text) as BaseEntity);
    base.#changed.clear();
    return base;
  }

  private constructor(store: StoreSession) {
    this.#store = store;
  }

  get isEmpty(): boolean {
    return this.#entities.size === 0;
  }

  has(id: EntityId): boolean {
    return this.#entities.has(id);
  }

  get(id: EntityId): BaseEntity | undefined {
    return this.#entities.get(id);
  }

  /**
   * The id of the entity to which an id or key leads, among the entities that are stored beside the graph; undefined if
   * it leads to none of them.
   */
  owner(id: EntityId): EntityId | undefined {
    return this.#owners.get(id) ?? (this.has(id) ? id : undefined);
  }

  put(entity: BaseEntity): void {
    if (this.get(entity.id)?.keys !== entity.keys) this.version += 1;
    this.#forgetKeys(entity.id);
    this.#entities.set(entity.id, entity);
    for (const key of entity.keys) this.#owners.set(key, entity.id);
    this.#changed.add(entity.id);
    this.#removed.delete(entity.id);
  }

  remove(id: EntityId): void {
    this.#stopKeeping(id);
    this.#removed.add(id);
  }

  #stopKeeping(id: EntityId): void {
    this.version += 1;
    this.#forgetKeys(id);
    this.#entities.delete(id);
    this.#changed.add(id);
  }

  /** Stops storing entities beside the graph if corrections do not affect them any more. */
  forget(ids: Iterable<EntityId>, overlay: Overlay): void {
    for (const id of ids)
      if (this.get(id)?.lostPapers.length === 0 && !overlay.has(id)) this.#stopKeeping(id);
  }

  /**
   * Copies entities from the corrected graph to the entities stored beside the graph, except those that are already
   * there.
   */
  async keep(ids: Iterable<EntityId>): Promise<void> {
    const known = await this.known([...ids].filter((id) => this.owner(id) === undefined));
    const found = [...new Map([...known.values()].map((entity) => [entity.id, entity])).values()];
    const facts = await this.#store.facts(found.map(({ id }) => id).filter((id) => kindOf(id) !== 'PAPER'));
    for (const entity of found) {
      const own = facts.get(entity.id);
      this.put({ ...entity, ...(own && { facts: own }), lostPapers: [] });
    }
  }

  /** Like ImportSession.known, but without the effects of corrections. */
  async known(keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    const stored = await this.#store.known(keys);
    if (this.isEmpty) return stored;
    const known = new Map<EntityId, KnownEntity>();
    for (const key of keys) {
      const owner = this.#owners.get(key);
      const found = stored.get(key);
      const isBase = found && !this.has(found.id) && !this.#removed.has(found.id) && !isCurated(found.id);
      const entity = owner === undefined && isBase ? found : this.get(owner ?? key);
      if (entity) known.set(key, knownEntity(entity));
    }
    return known;
  }

  async papers(ids: readonly EntityId[]): Promise<Map<EntityId, StoredPaper>> {
    return (await this.versions(ids)).papers;
  }

  async versions(ids: readonly EntityId[]): Promise<PaperVersions> {
    const [kept, stored] = await Promise.all([this.keptPapers(ids), this.#store.papers(ids)]);
    const papers = new Map<EntityId, StoredPaper>();
    for (const id of ids) {
      const paper = basePaper(kept.get(id), stored.get(id));
      const current = this.#pending.has(id) ? this.#pending.get(id) : paper && this.#passed.applied(paper);
      if (current) papers.set(id, current);
    }
    return { papers, kept, stored };
  }

  /**
   * Of the given papers, those that are stored beside the graph. If such a paper mentions an entity that was merged
   * since, the id is replaced by the id of the entity into which it was merged.
   */
  async keptPapers(ids: readonly EntityId[]): Promise<Map<EntityId, KeptPaper>> {
    if (this.isEmpty || ids.length === 0) return new Map();
    const texts = await this.#store.kept('paper', ids);
    const kept = [...texts].map(([id, text]) => [id, JSON.parse(text) as KeptPaper] as const);
    const known = await this.known([...new Set(kept.flatMap(([, { paper }]) => [...mentionsOf(paper)]))]);
    // the id of an entity that is stored beside the graph is not replaced, even if it is already a key of the entity
    // into which this import will merge it
    const idOf = (id: EntityId): EntityId => (this.has(id) ? id : (known.get(id)?.id ?? id));
    return new Map(
      kept.map(([id, each]) => [
        id,
        { ...each, lost: [...new Set(each.lost.map(idOf))], paper: withMentions(each.paper, idOf) },
      ]),
    );
  }

  /** The papers that mention an author, an institution or a topic. */
  async papersOf(id: EntityId): Promise<StoredPaper[]> {
    const lost = this.get(id)?.lostPapers ?? [];
    const papers = await this.papers([...new Set([...lost, ...(await this.#store.papersOf([id]))])]);
    return [...papers.values()].filter((paper) => mentionsOf(paper).has(id));
  }

  /**
   * Whether a paper mentions the entity in the base graph. The entity must have no lost papers. Stops at the first such
   * paper, because tens of thousands of papers may mention an entity.
   */
  async isMentioned(id: EntityId): Promise<boolean> {
    const some = await this.#store.papersOf([id], PAPERS_READ);
    if (await this.#isMentionedBy(some, id)) return true;
    return some.length >= PAPERS_READ && this.#isMentionedBy(await this.#store.papersOf([id]), id);
  }

  async #isMentionedBy(ids: readonly EntityId[], id: EntityId): Promise<boolean> {
    for (let start = 0, end = 1; start < ids.length; [start, end] = [end, end + PAPERS_READ]) {
      const papers = await this.papers(ids.slice(start, end));
      for (const paper of papers.values()) if (mentionsOf(paper).has(id)) return true;
    }
    return false;
  }

  setPaper(paper: StoredPaper): void {
    this.#pending.set(paper.id, paper);
  }

  removePaper(id: EntityId): void {
    this.#pending.set(id, undefined);
  }

  /**
   * Remembers changes that the store will write unchanged, because a correction that is made in the same session may
   * affect the same papers, and the store does not contain the changes yet.
   */
  pass(batch: StoreBatch): void {
    this.#passed.add(batch);
    for (const { from } of batch.merges) if (kindOf(from) === 'PAPER') this.removePaper(from);
    for (const id of batch.removals) this.removePaper(id);
    for (const paper of batch.papers) this.setPaper(paper);
  }

  forgetPending(): void {
    this.#pending.clear();
    this.#passed.clear();
  }

  /**
   * The kept records of the entities that were changed, added or removed since the last call of this method. The text
   * of a removed entity is null.
   */
  takeChanges(): KeptRecord[] {
    const changes = [...this.#changed].map((id): KeptRecord => {
      const entity = this.get(id);
      return { type: 'entity', id, text: entity ? JSON.stringify(entity) : null };
    });
    this.#changed.clear();
    this.#removed.clear();
    return changes;
  }

  #forgetKeys(id: EntityId): void {
    for (const key of this.get(id)?.keys ?? []) if (this.#owners.get(key) === id) this.#owners.delete(key);
  }
}

const knownEntity = ({ id, keys, fingerprint }: KnownEntity): KnownEntity =>
  fingerprint === undefined ? { id, keys } : { id, keys, fingerprint };
