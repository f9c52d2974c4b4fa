import type {
  DocumentChanges,
  EntityChange,
  GraphChanges,
  ImportSession,
  KnownEntity,
  PaperNames,
  StoredPaper,
  WriteOutcome,
} from '../importSession.ts';
import type { Correction } from '../identity/corrections.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import { perNamedKind } from '../model/kinds.ts';
import { spellingsOf } from '../names.ts';
import { withMissingFields } from '../storedPapers.ts';
import type { KeptRecord, StoreChanges, StoreSession } from '../storeSession.ts';
import { AffectedChanges } from './affectedChanges.ts';
import { BaseGraph } from './baseGraph.ts';
import { Overlay } from './overlay.ts';
import { Rederivation, type Dirty } from './rederivation.ts';
import { isInForce, parseCorrection } from './storedCorrection.ts';
import { mentionsOf, personsOf } from './visiblePaper.ts';

/**
 * A session in which imports see and change the graph as imports alone make it, while the store has it with the
 * corrections in force. What imports change is corrected before it is written.
 */
export class CorrectedSession implements ImportSession {
  readonly #store: StoreSession;
  readonly #corrections: Map<string, Correction>;
  readonly base: BaseGraph;
  overlay: Overlay;
  /** The version of the base graph that the overlay follows from. */
  #overlayVersion = -1;
  /** Kept entities whose last paper may be gone. */
  readonly #touched = new Set<EntityId>();
  readonly #derivedPapers = new Set<EntityId>();
  readonly #prevented = new Map<string, KeptRecord>();

  /** Ends the session of the store if it cannot begin. */
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
    this.#store = store;
    this.#corrections = corrections;
    this.base = base;
    this.overlay = this.#currentOverlay();
  }

  get corrections(): readonly Correction[] {
    return [...this.#corrections.values()];
  }

  correction(id: string): Correction | undefined {
    return this.#corrections.get(id);
  }

  known(keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    return this.base.known(keys);
  }

  async papers(ids: readonly EntityId[]): Promise<Map<EntityId, StoredPaper>> {
    if (this.base.isEmpty) return this.#store.papers(ids);
    const papers = await this.base.papers(ids);
    for (const paper of papers.values()) this.#touch(mentionsOf(paper));
    return papers;
  }

  async authorNames(id: EntityId): Promise<readonly PaperNames[]> {
    if (!this.base.has(id)) return this.#store.authorNames(id);
    const papers = await this.base.papersOf(id);
    return papers.map((paper) => ({
      paperId: paper.id,
      names: paper.authorships.filter(({ authorId }) => authorId === id).flatMap(spellingsOf),
    }));
  }

  async shareAPaper(left: EntityId, right: EntityId): Promise<boolean> {
    if (!this.base.has(left) && !this.base.has(right)) return this.#store.shareAPaper(left, right);
    const [kept, other] = this.base.has(left) ? [left, right] : [right, left];
    const papers = await this.base.papersOf(kept);
    return papers.some(({ authorships }) => authorships.some(({ authorId }) => authorId === other));
  }

  mustStayApart(left: readonly EntityId[], right: readonly EntityId[]): boolean {
    if (!this.overlay.areDifferent(left, right)) return false;
    const pair = [left[0] ?? '', right[0] ?? ''].sort();
    const id = pair.join(' ');
    this.#prevented.set(id, { type: 'prevented', id, text: '' });
    return true;
  }

  async write(changes: GraphChanges): Promise<WriteOutcome> {
    const affected = new AffectedChanges(this.base, this.overlay);
    const { passed, dirty, newCitations } = await affected.take(changes);
    const outcome = await this.#rewrite(passed, dirty);
    return { newCitations: outcome.newCitations + newCitations };
  }

  /** Makes or changes corrections, and the graph as they say. */
  async change(corrections: readonly Correction[]): Promise<void> {
    for (const correction of corrections) this.#corrections.set(correction.id, correction);
    this.#overlayVersion = -1;
    const ids = corrections
      .filter(isInForce)
      .flatMap(({ entityIds, into, places = [] }) => [
        ...entityIds,
        ...(into === undefined ? [] : [into]),
        ...places.map(({ paperId }) => paperId),
      ]);
    await this.base.keep(ids);
    const kept = corrections.map(correctionRecord);
    await this.#rewrite({ ...noChanges(), kept }, { papers: new Set(), entities: new Set() });
    await this.#mergePrevented();
  }

  async checkpoint(documents: DocumentChanges): Promise<void> {
    await this.#settle();
    await this.#store.checkpoint(documents);
  }

  async finish(onProgress?: (step: string) => void): Promise<void> {
    await this.#settle();
    await this.#store.finish(onProgress);
  }

  abandon(): Promise<void> {
    return this.#store.abandon();
  }

  /** The ids under which readers find some entities; those that are hidden or not stored are left out. */
  visibleIds(ids: readonly EntityId[]): EntityId[] {
    const resolved = ids.flatMap((id) => (this.overlay.isCreated(id) ? id : (this.base.owner(id) ?? [])));
    const shown = resolved.filter((id) => !this.overlay.group(id).isHidden);
    return [...new Set(shown.map((id) => this.overlay.idOf(id)))];
  }

  /** The overlay that follows from the corrections with some others in place of those of the same ids. */
  overlayWith(corrections: readonly Correction[]): Overlay {
    const all = new Map([...this.#corrections, ...corrections.map((each) => [each.id, each] as const)]);
    return new Overlay(all.values(), (id) => this.base.owner(id));
  }

  #currentOverlay(): Overlay {
    return this.overlayWith([]);
  }

  /** Writes changes that corrections do not concern, and what readers see of the rest. */
  async #rewrite(passed: StoreChanges, dirty: Dirty): Promise<WriteOutcome> {
    await this.#updateOverlay(dirty);
    this.#touch(dirty.entities);
    for (const id of dirty.papers) this.#derivedPapers.add(id);
    const { named, papers, removals, kept } = await new Rederivation(
      this.#store,
      this.base,
      this.overlay,
    ).derive(dirty);
    this.base.forgetPending();
    const records = [...passed.kept, ...kept, ...this.base.takeChanges(), ...this.#prevented.values()];
    this.#prevented.clear();
    return this.#store.write({
      ...passed,
      named: perNamedKind((kind) => [
        ...passed.named[kind],
        ...named.filter(({ id }) => kindOf(id) === kind),
      ]) as GraphChanges['named'],
      papers: [...passed.papers, ...papers],
      removals: [...passed.removals, ...removals],
      kept: [...new Map(records.map((each) => [`${each.type} ${each.id}`, each])).values()],
    });
  }

  async #updateOverlay(dirty: Dirty): Promise<void> {
    if (this.base.version === this.#overlayVersion) return;
    const before = this.overlay;
    this.overlay = this.#currentOverlay();
    await this.#addDifferences(before, this.overlay, dirty);
    this.base.forget(
      [...before.ids].filter((id) => !dirty.entities.has(id) && !dirty.papers.has(id)),
      this.overlay,
    );
    this.#overlayVersion = this.base.version;
  }

  /** Adds the entities about which two overlays differ, and their papers. */
  async #addDifferences(before: Overlay, after: Overlay, dirty: Dirty): Promise<void> {
    const named: EntityId[] = [];
    for (const id of new Set([...before.ids, ...after.ids])) {
      if (isSame(before.group(id), after.group(id)) && before.isCreated(id) === after.isCreated(id)) continue;
      if (kindOf(id) === 'PAPER') dirty.papers.add(id);
      else {
        named.push(id);
        dirty.entities.add(id);
      }
    }
    for (const id of named) for (const paper of this.base.get(id)?.lostPapers ?? []) dirty.papers.add(paper);
    if (named.length > 0) for (const paper of await this.#store.papersOf(named)) dirty.papers.add(paper);
    for (const id of new Set([...before.splitPapers, ...after.splitPapers])) {
      if (!isSame(before.splits(id), after.splits(id))) dirty.papers.add(id);
    }
  }

  /** Merges what a correction kept apart that is not in force any more. */
  async #mergePrevented(): Promise<void> {
    for (const pair of (await this.#store.kept('prevented')).keys()) {
      const [left = '', right = ''] = pair.split(' ');
      const known = await this.known([left, right]);
      const [one, other] = [known.get(left), known.get(right)];
      if (one && other && this.overlay.areDifferent([one.id], [other.id])) continue;
      const record: KeptRecord = { type: 'prevented', id: pair, text: null };
      const isJoined = one && other && one.id !== other.id;
      if (isJoined && !(await this.shareAPaper(one.id, other.id))) await this.#merge(one, other);
      await this.#store.write({ ...noChanges(), kept: [record] });
    }
  }

  async #merge(one: KnownEntity, other: KnownEntity): Promise<void> {
    const [into, from] = one.id < other.id ? [one, other] : [other, one];
    const kind = kindOf(into.id);
    const keys = [...new Set([...into.keys, ...from.keys, from.id])].sort();
    const change: EntityChange<never> = { id: into.id, keys };
    await this.write({
      ...noChanges(),
      ...(kind === 'PAPER'
        ? { papers: await this.#mergedPaper(change, from.id) }
        : { named: { ...noChanges().named, [kind]: [change] } }),
      merges: [{ from: from.id, into: into.id }],
    });
  }

  async #mergedPaper({ id, keys }: EntityChange<never>, from: EntityId): Promise<StoredPaper[]> {
    const papers = await this.base.papers([id, from]);
    const [kept, other] = [papers.get(id), papers.get(from)];
    return kept && other ? [{ ...withMissingFields(kept, other), keys }] : [];
  }

  #touch(ids: Iterable<EntityId>): void {
    for (const id of ids) if (this.base.has(id)) this.#touched.add(id);
  }

  /** Removes kept entities without papers, and finds out which corrections have an effect. */
  async #settle(): Promise<void> {
    for (let gone = await this.#withoutPapers(); gone.length > 0; gone = await this.#withoutPapers()) {
      for (const id of gone) this.base.remove(id);
      await this.#rewrite(noChanges(), { papers: new Set(), entities: new Set(gone) });
    }
    const changed = await this.#changedEffects();
    for (const correction of changed) this.#corrections.set(correction.id, correction);
    const kept = [...changed.map(correctionRecord), ...this.#prevented.values()];
    this.#prevented.clear();
    if (kept.length > 0) await this.#store.write({ ...noChanges(), kept });
  }

  async #withoutPapers(): Promise<EntityId[]> {
    const gone: EntityId[] = [];
    for (const id of this.#touched) {
      const entity = this.base.get(id);
      const isKeptWithoutPapers = kindOf(id) === 'PAPER' || entity?.facts?.['isTaxonomy'];
      if (!entity || isKeptWithoutPapers || entity.lostPapers.length > 0) continue;
      if ((await this.base.papersOf(id)).length === 0) gone.push(id);
    }
    this.#touched.clear();
    return gone;
  }

  async #changedEffects(): Promise<Correction[]> {
    const changed: Correction[] = [];
    for (const correction of this.#corrections.values()) {
      const effective = await this.#isEffective(correction);
      if (effective !== correction.effective) changed.push({ ...correction, effective });
    }
    return changed;
  }

  async #isEffective(correction: Correction): Promise<boolean> {
    const { id, kind, places = [], effective } = correction;
    if (!isInForce(correction)) return false;
    if (kind !== 'SPLIT') return !this.overlay.isWithoutEffect(id);
    const papers = places.flatMap(({ paperId }) => this.base.owner(paperId) ?? []);
    if (!papers.some((paper) => this.#derivedPapers.has(paper))) return effective && papers.length > 0;
    const contents = await this.base.papers(papers);
    return [...contents.values()].some((paper) => personsOf(paper, this.overlay).splits.has(id));
  }
}

const isSame = (left: object, right: object): boolean => JSON.stringify(left) === JSON.stringify(right);

const correctionRecord = (correction: Correction): KeptRecord => ({
  type: 'correction',
  id: correction.id,
  text: JSON.stringify(correction),
});

export const noChanges = (): StoreChanges => ({
  named: perNamedKind(() => []),
  paperKeys: [],
  broader: [],
  merges: [],
  papers: [],
  citations: [],
  removals: [],
  kept: [],
});
