import { isDeepStrictEqual } from 'node:util';
import type { ImportSession, StoredPaper } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { mentionRelations, perRelation } from '../../graph/model/listedRelations.ts';
import { printedSpellings } from '../../graph/names.ts';
import { withMissingFields } from '../../graph/storedPapers.ts';
import { isDoi } from './claimedDois.ts';
import type { WorkingEntities, WorkingEntity } from './workingEntities.ts';

/** The papers of a batch: as they are stored, and as the batch changes them. */
export class BatchPapers {
  readonly #session: ImportSession;
  readonly #entities: WorkingEntities;
  readonly #stored = new Map<EntityId, StoredPaper>();
  readonly #changed = new Map<EntityId, StoredPaper>();
  /** For each author id, the changed papers that list it. */
  readonly #listings = new Map<EntityId, Set<EntityId>>();

  constructor(session: ImportSession, entities: WorkingEntities) {
    this.#session = session;
    this.#entities = entities;
  }

  /** Reads the papers with these ids that were not read before, and returns them. */
  async load(ids: readonly EntityId[]): Promise<StoredPaper[]> {
    const missing = ids.filter((id) => !this.#stored.has(id) && !this.#changed.has(id));
    if (missing.length === 0) return [];
    const papers = [...(await this.#session.papers(missing)).values()];
    for (const paper of papers) this.#stored.set(paper.id, paper);
    return papers;
  }

  get(id: EntityId): StoredPaper | undefined {
    return this.#changed.get(id) ?? this.#stored.get(id);
  }

  set(paper: StoredPaper): void {
    this.#changed.set(paper.id, paper);
    for (const { authorId } of paper.authorships) {
      const papers = this.#listings.get(authorId) ?? new Set();
      this.#listings.set(authorId, papers.add(paper.id));
    }
  }

  /** Records in the paper `id` that its record states the DOI `key`, which belongs to another paper. */
  claim(key: EntityId, id: EntityId): void {
    const paper = this.get(id);
    if (paper && isDoi(key))
      this.set({ ...paper, claims: [...new Set([...(paper.claims ?? []), key])].sort() });
  }

  /**
   * Records that a record about an author states the ORCID `key`, which another person has. It is recorded in the first
   * of the author's papers, because only papers have claims. Returns whether that is new.
   */
  async claimForAuthor(key: EntityId, { id, mergedIds }: WorkingEntity): Promise<boolean> {
    const ids = [id, ...mergedIds];
    const stored = await Promise.all(ids.map((each) => this.#session.authorNames(each)));
    const paperIds = [
      ...stored.flat().map(({ paperId }) => paperId),
      ...ids.flatMap((each) => [...(this.#listings.get(each) ?? [])]),
    ].sort();
    await this.load(paperIds.slice(0, 1));
    const paper = this.get(paperIds[0] ?? '');
    const place = paper?.authorships.find(
      ({ authorId, claims }) => ids.includes(authorId) && !claims?.includes(key),
    );
    if (!paper || !place) return false;
    const claims = [...(place.claims ?? []), key].sort();
    this.set({
      ...paper,
      authorships: paper.authorships.map((each) => (each === place ? { ...each, claims } : each)),
    });
    return true;
  }

  /** All spellings of an author's name on stored papers and papers of this batch. */
  async namesOf({ id, mergedIds }: WorkingEntity): Promise<string[]> {
    const names: string[] = [];
    for (const each of [id, ...mergedIds]) {
      for (const paperId of this.#listings.get(each) ?? []) {
        const authorships = this.#changed.get(paperId)?.authorships ?? [];
        names.push(...authorships.filter(({ authorId }) => authorId === each).flatMap(printedSpellings));
      }
      const stored = await this.#session.authorNames(each);
      names.push(...stored.flatMap((paper) => (this.#changed.has(paper.paperId) ? [] : paper.names)));
    }
    return names;
  }

  /**
   * Replaces two papers by one with the id `into`. Fields that the preferred paper lacks are taken from the other
   * paper.
   *
   * @param preferred the id of the paper whose fields have precedence
   */
  merge(from: EntityId, into: EntityId, preferred: EntityId = into): void {
    const [first, second] = preferred === into ? [into, from] : [from, into];
    const kept = this.get(first);
    const other = this.get(second);
    const paper = kept && other ? withMissingFields(kept, other) : (kept ?? other);
    const isChanged = this.get(from) !== undefined || preferred !== into;
    this.#changed.delete(from);
    this.#stored.delete(from);
    if (paper && isChanged) this.#changed.set(into, { ...paper, id: into });
  }

  /** Whether a stored paper or a paper of this batch lists both authors. */
  async listBoth(left: EntityId, right: EntityId): Promise<boolean> {
    for (const paper of this.#changed.values()) {
      const authors = new Set(paper.authorships.map((each) => this.#currentId(each.authorId)));
      if (authors.has(left) && authors.has(right)) return true;
    }
    return this.#session.shareAPaper(left, right);
  }

  /**
   * The papers that differ from the stored papers. References to merged entities have the id of the remaining entity.
   */
  changes(): StoredPaper[] {
    return [...this.#changed.values()]
      .map((paper) => this.#withCurrentIds(paper))
      .filter((paper) => !isDeepStrictEqual(this.#stored.get(paper.id), paper));
  }

  #withCurrentIds(paper: StoredPaper): StoredPaper {
    const mentions = perRelation(mentionRelations, (relation) => {
      const targets = paper.targets[relation].map((each) => ({ ...each, id: this.#currentId(each.id) }));
      return [...new Map(targets.map((each) => [each.id, each])).values()];
    });
    return {
      ...paper,
      keys: [...(this.#entities.byId(paper.id)?.keys ?? paper.keys)].sort(),
      authorships: paper.authorships.map((each) => ({
        ...each,
        authorId: this.#currentId(each.authorId),
        affiliations: each.affiliations.map((affiliation) => ({
          ...affiliation,
          institutionId: affiliation.institutionId && this.#currentId(affiliation.institutionId),
        })),
      })),
      targets: { ...paper.targets, ...mentions },
    };
  }

  #currentId(id: EntityId): EntityId {
    return this.#entities.byId(id)?.id ?? id;
  }
}

/** Whether two versions of a paper have the same content; source and fingerprint do not count. */
export const hasSameContent = (left: StoredPaper, right: StoredPaper): boolean =>
  isDeepStrictEqual({ ...left, fingerprint: '', source: '' }, { ...right, fingerprint: '', source: '' });
