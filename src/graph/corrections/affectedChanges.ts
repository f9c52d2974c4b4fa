import type { EntityChange, ImportBatch, StoredPaper } from '../importSession.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import { perNamedKind } from '../model/kinds.ts';
import type { KeptRecord, StoreBatch, StoredFacts } from '../storeSession.ts';
import type { BaseGraph } from './baseGraph.ts';
import { withReferences } from './keptPaper.ts';
import type { Overlay } from './overlay.ts';
import type { Dirty } from './rederivation.ts';
import { keepMentioned, keepNamed } from './keepChanged.ts';
import { mentionsOf, withMentions } from './visiblePaper.ts';

interface TakenChanges {
  /** The changes that corrections do not affect. The store can write them as they are. */
  passed: StoreBatch;
  /** The papers and entities that readers may now see differently. */
  dirty: Dirty;
  /** The number of new citations that were added to papers of the base graph and are therefore not in `passed`. */
  newCitations: number;
}

/**
 * Puts merges of papers last. The other merges come first, because after them corrections may affect the papers that
 * mention the merged entities.
 */
const papersLast = (merges: ImportBatch['merges']): ImportBatch['merges'] => [
  ...merges.filter(({ from }) => kindOf(from) !== 'PAPER'),
  ...merges.filter(({ from }) => kindOf(from) === 'PAPER'),
];

type AnyChange = EntityChange<StoredFacts>;
type KeptPapers = ReadonlyMap<EntityId, unknown>;

/**
 * Divides the changes of an import into those that corrections affect and all others. Applies the affected changes to
 * the base graph; the store can write the others unchanged.
 */
export class AffectedChanges {
  readonly #base: BaseGraph;
  readonly #overlay: Overlay;
  readonly #dirty: Dirty = { papers: new Set(), entities: new Set() };

  /** @param overlay the effect of the corrections (see Overlay) before the changes of the import */
  constructor(base: BaseGraph, overlay: Overlay) {
    this.#base = base;
    this.#overlay = overlay;
  }

  async take(batch: ImportBatch): Promise<TakenChanges> {
    const retired: KeptRecord[] = batch.merges.map(({ from }) => ({ type: 'retired', id: from, text: '' }));
    const removedIds = batch.removals.map(({ id }) => id);
    const all: StoreBatch = { ...batch, removals: removedIds, kept: retired };
    if (this.#overlay.isEmpty && this.#base.isEmpty)
      return { passed: all, dirty: this.#dirty, newCitations: 0 };
    const mentioning = await keepNamed(this.#base, this.#overlay, batch);
    for (const { id } of mentioning) this.#dirty.papers.add(id);
    const kept = await this.#base.keptPapers([
      ...batch.papers.map(({ id }) => id),
      ...batch.merges.flatMap(({ from, into }) => [from, into]),
      ...removedIds,
    ]);
    const taken = batch.papers.filter((paper) => this.#isConcerned(paper, kept));
    await keepMentioned(this.#base, batch, [...taken, ...mentioning]);
    const named = perNamedKind((kind) =>
      (batch.named[kind] as readonly AnyChange[]).filter((change) => !this.#takeEntity(change)),
    ) as ImportBatch['named'];
    const merges = [];
    for (const merge of papersLast(batch.merges))
      if (!(await this.#takeMerge(merge, kept))) merges.push(merge);
    const papers = batch.papers.filter((paper) => !this.#takePaper(paper, kept));
    const paperKeys = await this.#takePaperKeys(batch.paperKeys);
    const citations = await this.#takeCitations(batch.citations);
    const removals = removedIds.filter((id) => !this.#takeRemoval(id, kept));
    return {
      passed: {
        ...all,
        named,
        merges,
        papers,
        paperKeys,
        broader: this.#visibleBroader(batch.broader),
        citations,
        removals,
      },
      dirty: this.#dirty,
      newCitations: batch.citations.length - citations.length,
    };
  }

  /**
   * Changes an entity in the base graph if it is stored beside the graph, because corrections affect it. Returns
   * whether the entity was changed.
   */
  #takeEntity(change: EntityChange<StoredFacts> & { fingerprint?: string }): boolean {
    const entity = this.#base.get(change.id);
    if (!entity) return false;
    const stated = Object.entries(change.facts ?? {}).filter(([, value]) => value !== null);
    const facts = { ...entity.facts, ...Object.fromEntries(stated) };
    const fingerprint = change.fingerprint ?? facts['fingerprint'] ?? entity.fingerprint;
    this.#base.put({
      ...entity,
      keys: change.keys,
      ...(Object.keys(facts).length > 0 && { facts }),
      ...(typeof fingerprint === 'string' && { fingerprint }),
    });
    if (kindOf(change.id) === 'PAPER') this.#dirty.papers.add(change.id);
    else this.#dirty.entities.add(change.id);
    return true;
  }

  /** Merges two entities in the base graph if corrections affect one of them. Returns whether they were merged. */
  async #takeMerge({ from, into }: { from: EntityId; into: EntityId }, kept: KeptPapers): Promise<boolean> {
    if (![from, into].some((id) => this.#isTaken(id, kept))) return false;
    if (kindOf(from) === 'PAPER') {
      this.#base.removePaper(from);
      this.#dirty.papers.add(from).add(into);
    } else {
      for (const paper of await this.#base.papersOf(from)) {
        this.#base.setPaper(withMentions(paper, (id) => (id === from ? into : id)));
        this.#dirty.papers.add(paper.id);
      }
      await this.#base.keep([into]);
      this.#dirty.entities.add(from).add(into);
    }
    this.#base.remove(from);
    return true;
  }

  /** Removes a paper from the base graph if corrections affect it. Returns whether it was removed. */
  #takeRemoval(id: EntityId, kept: KeptPapers): boolean {
    if (!this.#isTaken(id, kept)) return false;
    this.#base.removePaper(id);
    this.#base.remove(id);
    this.#dirty.papers.add(id);
    return true;
  }

  /**
   * Replaces a paper of the base graph if corrections may affect what readers see of it. Returns whether the paper was
   * replaced.
   */
  #takePaper(paper: StoredPaper, kept: KeptPapers): boolean {
    this.#takeEntity(paper);
    if (!this.#isConcerned(paper, kept)) return false;
    this.#base.setPaper(paper);
    this.#dirty.papers.add(paper.id);
    return true;
  }

  #isConcerned(paper: StoredPaper, kept: KeptPapers): boolean {
    return this.#isTaken(paper.id, kept) || [...mentionsOf(paper)].some((id) => this.#base.has(id));
  }

  /**
   * Whether corrections affect an entity, that is, whether it is stored beside the graph as it is without corrections,
   * or is a paper that readers may now see differently.
   */
  #isTaken(id: EntityId, kept: KeptPapers): boolean {
    return this.#base.has(id) || kept.has(id) || this.#dirty.papers.has(id);
  }

  async #takePaperKeys(changes: readonly EntityChange<never>[]): Promise<EntityChange<never>[]> {
    const ids = changes.map(({ id }) => id);
    const kept = await this.#base.keptPapers(ids);
    const papers = await this.#base.papers(ids.filter((id) => kept.has(id) || this.#dirty.papers.has(id)));
    return changes.filter((change) => {
      const paper = papers.get(change.id);
      this.#takeEntity(change);
      if (!paper) return true;
      this.#base.setPaper({ ...paper, keys: change.keys });
      this.#dirty.papers.add(change.id);
      return false;
    });
  }

  /**
   * If corrections change the citing paper of a new citation, adds the citation to this paper in the base graph.
   * Returns all other citations.
   */
  async #takeCitations(citations: ImportBatch['citations']): Promise<ImportBatch['citations']> {
    const known = await this.#base.known([...new Set(citations.map(({ from }) => from))]);
    const kept = await this.#base.keptPapers([...known.values()].map(({ id }) => id));
    if (kept.size === 0) return citations;
    const papers = await this.#base.papers([...kept.keys()]);
    return citations.filter(({ from, to }) => {
      const paper = papers.get(known.get(from)?.id ?? '');
      if (!paper || paper.targets.references.some(({ id }) => id === to)) return true;
      const citing = withReferences(paper, [{ id: to, score: null }]);
      papers.set(paper.id, citing);
      this.#base.setPaper(citing);
      this.#dirty.papers.add(paper.id);
      return false;
    });
  }

  #visibleBroader(changes: ImportBatch['broader']): ImportBatch['broader'] {
    const isVisible = (id: EntityId): boolean => !this.#overlay.group(id).isHidden;
    return changes
      .filter(({ topicId }) => isVisible(topicId))
      .map(({ topicId, broaderIds }) => ({
        topicId: this.#overlay.idOf(topicId),
        broaderIds: [...new Set(broaderIds.filter(isVisible).map((id) => this.#overlay.idOf(id)))],
      }));
  }
}
