import type { Correction } from '../identity/corrections.ts';
import type {
  DocumentChanges,
  ImportBatch,
  ImportSession,
  KnownEntity,
  PaperNames,
  StoredPaper,
  WriteOutcome,
} from '../importSession.ts';
import type { EntityId } from '../model/ids.ts';
import { printedSpellings } from '../names.ts';
import type { KeptRecord, StoreSession } from '../storeSession.ts';
import { Tombstones } from '../removals/tombstones.ts';
import { AffectedChanges } from './affectedChanges.ts';
import { BaseGraph } from './baseGraph.ts';
import { CorrectedGraph } from './correctedGraph.ts';
import { Overlay } from './overlay.ts';
import { mergePrevented } from './mergePrevented.ts';
import { emptyBatch } from './emptyBatch.ts';
import { isInForce, parseCorrection } from './storedCorrection.ts';
import { mentionsOf, personsOf } from './visiblePaper.ts';

/**
 * A session in which imports read and change the base graph, that is, the graph without corrections, although the store
 * contains the corrected graph. The changes of imports are corrected before they are written.
 */
export class CorrectedSession implements ImportSession {
  readonly store: StoreSession;
  readonly #corrections: Map<string, Correction>;
  readonly base: BaseGraph;
  readonly #graph: CorrectedGraph;
  readonly #tombstones: Tombstones;
  /** Pairs whose merge a correction has prevented, and that are not written to the store yet. */
  readonly #prevented = new Map<string, KeptRecord>();

  /** Begins a session. If this fails, the session of the store is abandoned. */
  static async begin(store: StoreSession): Promise<CorrectedSession> {
    try {
      const texts = await store.kept('correction');
      const corrections = new Map([...texts].map(([id, text]) => [id, parseCorrection(text)]));
      return new CorrectedSession(store, corrections, await BaseGraph.load(store));
    } catch (error) {
      await store.abandon();
      throw error;
    }
  }

  private constructor(store: StoreSession, corrections: Map<string, Correction>, base: BaseGraph) {
    this.store = store;
    this.#corrections = corrections;
    this.base = base;
    this.#graph = new CorrectedGraph(store, base, () => this.overlayWith([]));
    this.#tombstones = new Tombstones(store);
  }

  get corrections(): readonly Correction[] {
    return [...this.#corrections.values()];
  }

  get overlay(): Overlay {
    return this.#graph.overlay;
  }

  correction(id: string): Correction | undefined {
    return this.#corrections.get(id);
  }

  known(keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    return this.base.known(keys);
  }

  async papers(ids: readonly EntityId[]): Promise<Map<EntityId, StoredPaper>> {
    if (this.base.isEmpty) return this.store.papers(ids);
    const papers = await this.base.papers(ids);
    for (const paper of papers.values()) this.#graph.touch(mentionsOf(paper));
    return papers;
  }

  async authorNames(id: EntityId): Promise<readonly PaperNames[]> {
    if (!this.base.has(id)) return this.store.authorNames(id);
    const papers = await this.base.papersOf(id);
    return papers.map((paper) => ({
      paperId: paper.id,
      names: paper.authorships.filter(({ authorId }) => authorId === id).flatMap(printedSpellings),
    }));
  }

  async shareAPaper(left: EntityId, right: EntityId): Promise<boolean> {
    if (!this.base.has(left) && !this.base.has(right)) return this.store.shareAPaper(left, right);
    const [kept, other] = this.base.has(left) ? [left, right] : [right, left];
    const papers = await this.base.papersOf(kept);
    return papers.some(({ authorships }) => authorships.some(({ authorId }) => authorId === other));
  }

  mustStayApart(left: readonly EntityId[], right: readonly EntityId[]): boolean {
    if (!this.overlay.areDifferent(left, right)) return false;
    const id = [left[0] ?? '', right[0] ?? ''].sort().join(' ');
    this.#prevented.set(id, { type: 'prevented', id, text: '' });
    return true;
  }

  async write(batch: ImportBatch): Promise<WriteOutcome> {
    const affected = new AffectedChanges(this.base, this.overlay);
    const { passed, dirty, newCitations } = await affected.take(batch);
    const kept = [...passed.kept, ...this.#takePrevented(), ...(await this.#tombstones.changes(batch))];
    const outcome = await this.#graph.rewrite({ ...passed, kept }, dirty);
    return { newCitations: outcome.newCitations + newCitations };
  }

  /** Adds or changes corrections, and changes the graph accordingly. */
  async change(corrections: readonly Correction[]): Promise<void> {
    for (const correction of corrections) this.#corrections.set(correction.id, correction);
    const ids = corrections
      .filter(isInForce)
      .flatMap(({ entityIds, into, places = [] }) => [
        ...entityIds,
        ...(into === undefined ? [] : [into]),
        ...places.map(({ paperId }) => paperId),
      ]);
    await this.base.keep(ids);
    this.#graph.forgetOverlay();
    await this.#graph.rewrite({ ...emptyBatch(), kept: corrections.map(correctionRecord) });
    await mergePrevented(this);
  }

  async checkpoint(documents: DocumentChanges): Promise<void> {
    await this.#settle();
    await this.store.checkpoint(documents);
  }

  async finish(onProgress?: (step: string) => void): Promise<void> {
    await this.#settle();
    await this.store.finish(onProgress);
  }

  abandon(): Promise<void> {
    return this.store.abandon();
  }

  /**
   * The ids under which readers find the given entities. Hidden entities are left out. An id that is not stored is
   * returned unchanged.
   */
  visibleIds(ids: readonly EntityId[]): EntityId[] {
    const resolved = ids.map((id) => (this.overlay.isCreated(id) ? id : (this.base.owner(id) ?? id)));
    const shown = resolved.filter((id) => !this.overlay.group(id).isHidden);
    return [...new Set(shown.map((id) => this.overlay.idOf(id)))];
  }

  /**
   * Returns the overlay that would result if the given corrections were added, or replaced the corrections with the
   * same ids.
   */
  overlayWith(corrections: readonly Correction[]): Overlay {
    const all = new Map([...this.#corrections, ...corrections.map((each) => [each.id, each] as const)]);
    return new Overlay(all.values(), (id) => this.base.owner(id));
  }

  #takePrevented(): KeptRecord[] {
    const records = [...this.#prevented.values()];
    this.#prevented.clear();
    return records;
  }

  /** Removes entities without papers, and finds out which corrections have an effect. */
  async #settle(): Promise<void> {
    await this.#graph.removeWithoutPapers();
    const kept = this.#takePrevented();
    for (const correction of this.#corrections.values()) {
      const effective = await this.#isEffective(correction);
      if (effective === correction.effective) continue;
      const changed = { ...correction, effective };
      this.#corrections.set(correction.id, changed);
      kept.push(correctionRecord(changed));
    }
    if (kept.length > 0) await this.store.write({ ...emptyBatch(), kept });
  }

  async #isEffective(correction: Correction): Promise<boolean> {
    const { id, kind, places = [], effective } = correction;
    if (!isInForce(correction) || this.overlay.isWithoutEffect(id)) return false;
    if (kind !== 'SPLIT') return true;
    const papers = places.flatMap(({ paperId }) => this.base.owner(paperId) ?? []);
    if (!papers.some((paper) => this.#graph.isDerived(paper))) return effective && papers.length > 0;
    const contents = await this.base.papers(papers);
    return [...contents.values()].some((paper) => personsOf(paper, this.overlay).splits.has(id));
  }
}

const correctionRecord = (correction: Correction): KeptRecord => ({
  type: 'correction',
  id: correction.id,
  text: JSON.stringify(correction),
});
