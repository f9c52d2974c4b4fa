import { isDeepStrictEqual } from 'node:util';
import type { EntityChange, StoredPaper } from '../importSession.ts';
import type { EntityId } from '../model/ids.ts';
import type { KeptRecord, StoredFacts } from '../storeSession.ts';
import type { BaseGraph } from './baseGraph.ts';
import type { BaseEntity } from './baseEntity.ts';
import { keptPaperText } from './keptPaper.ts';
import type { Overlay } from './overlay.ts';
import { visibleEntity } from './visibleEntity.ts';
import { mentionsOf, visiblePaper } from './visiblePaper.ts';

/** Entities that readers may see differently, after a change of the imported records or of the corrections. */
export interface Dirty {
  papers: Set<EntityId>;
  /** The ids of authors, institutions and topics. */
  entities: Set<EntityId>;
}

/** The changes that have to be written so that readers see the current state. */
interface Derived {
  named: readonly EntityChange<StoredFacts>[];
  papers: readonly StoredPaper[];
  removals: readonly EntityId[];
  kept: readonly KeptRecord[];
}

/** Computes again what readers see of a part of the base graph. */
export class Rederivation {
  readonly #base: BaseGraph;
  readonly #overlay: Overlay;
  readonly #papers: StoredPaper[] = [];
  readonly #removals = new Set<EntityId>();
  readonly #kept: KeptRecord[] = [];
  /**
   * By entity id: the ids of the papers that mention the entity without showing it to readers. Has only entities for
   * which this set may change.
   */
  readonly #lostPapers = new Map<EntityId, Set<EntityId>>();
  /** The ids of entities that readers now see in a paper in which they did not see them before. */
  readonly #found = new Set<EntityId>();

  constructor(base: BaseGraph, overlay: Overlay) {
    this.#base = base;
    this.#overlay = overlay;
  }

  async derive({ papers, entities }: Dirty): Promise<Derived> {
    await this.#derivePapers(papers);
    const shown = new Set(
      this.#papers.flatMap((paper) => [...mentionsOf(paper)]).filter((id) => this.#isKept(id)),
    );
    for (const id of entities) {
      const visible = this.#isKept(id) ? this.#overlay.idOf(id) : undefined;
      const isHidden = this.#overlay.group(id).isHidden;
      if (visible !== undefined && !isHidden) shown.add(visible);
      if (visible !== id || isHidden) this.#remove(id);
    }
    const named = [...shown].map((id) => visibleEntity(id, this.#membersOf(id), this.#overlay));
    this.#base.forget([...papers, ...entities, ...this.#found], this.#overlay);
    return { named, papers: this.#papers, removals: [...this.#removals], kept: this.#kept };
  }

  async #derivePapers(dirty: ReadonlySet<EntityId>): Promise<void> {
    const units = new Map([...dirty].map((id) => [this.#overlay.idOf(id), this.#overlay.group(id).members]));
    const ids = [...new Set([...units].flatMap(([id, members]) => [id, ...members]))];
    const { papers: contents, kept, stored } = await this.#base.versions(ids);
    for (const [id, { lost }] of kept) if (!contents.has(id)) this.#dropKept(id, lost);
    for (const [id, members] of units) {
      const papers = members.flatMap((member) => contents.get(member) ?? []);
      const visible = visiblePaper(papers, this.#overlay);
      if (visible && !isDeepStrictEqual(visible, stored.get(id))) this.#papers.push(visible);
      for (const member of members) if (member !== visible?.id && stored.has(member)) this.#remove(member);
      if (papers.length === 0 && stored.has(id)) this.#remove(id);
      for (const paper of papers)
        await this.#keep(paper, visible, kept.get(paper.id)?.lost, papers.length > 1);
    }
    this.#putLostPapers();
  }

  /**
   * If readers see a paper differently from its imported form, stores the imported form beside the graph as a kept
   * record; otherwise removes the kept record.
   */
  async #keep(
    paper: StoredPaper,
    visible: StoredPaper | undefined,
    lostBefore: readonly EntityId[] | undefined,
    isJoined: boolean,
  ): Promise<void> {
    const isKept = !isDeepStrictEqual(paper, visible);
    const shown = visible?.id === paper.id ? mentionsOf(visible) : new Set();
    const lost = [...mentionsOf(paper)].filter((id) => !shown.has(id));
    await this.#base.keep(lost);
    for (const id of lostBefore ?? []) if (!lost.includes(id)) this.#setLost(id, paper.id, false);
    for (const id of lost) this.#setLost(id, paper.id, true);
    if (isKept) {
      this.#kept.push({ type: 'paper', id: paper.id, text: keptPaperText({ paper, lost, isJoined }) });
    } else if (lostBefore) this.#kept.push({ type: 'paper', id: paper.id, text: null });
  }

  /** Removes the kept record of a paper that was merged into another paper or taken back by its source. */
  #dropKept(id: EntityId, lost: readonly EntityId[]): void {
    for (const each of lost) this.#setLost(each, id, false);
    this.#kept.push({ type: 'paper', id, text: null });
  }

  #setLost(id: EntityId, paperId: EntityId, isLost: boolean): void {
    const entity = this.#base.get(id);
    if (!entity) return;
    const papers = this.#lostPapers.get(id) ?? new Set(entity.lostPapers);
    this.#lostPapers.set(id, papers);
    if (papers.has(paperId) === isLost) return;
    if (isLost) papers.add(paperId);
    else papers.delete(paperId);
    if (!isLost) this.#found.add(id);
  }

  /**
   * Writes the new lost papers of each entity. Called once after all papers were processed and not for each paper,
   * because an entity may have tens of thousands of lost papers.
   */
  #putLostPapers(): void {
    for (const [id, papers] of this.#lostPapers) {
      const entity = this.#base.get(id);
      if (entity) this.#base.put({ ...entity, lostPapers: [...papers] });
    }
    this.#lostPapers.clear();
  }

  #remove(id: EntityId): void {
    this.#removals.add(id);
    if (this.#overlay.idOf(id) !== id) this.#kept.push({ type: 'retired', id, text: '' });
  }

  #isKept(id: EntityId): boolean {
    return this.#base.has(id) || this.#overlay.isCreated(id);
  }

  #membersOf(id: EntityId): BaseEntity[] {
    return this.#overlay
      .group(id)
      .members.map((member) => this.#base.get(member) ?? { id: member, keys: [member], lostPapers: [] });
  }
}
