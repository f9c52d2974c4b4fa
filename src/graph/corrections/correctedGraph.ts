import type { ImportBatch, WriteOutcome } from '../importSession.ts';
import type { EntityKind } from '../model/entityKinds.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import { perNamedKind } from '../model/kinds.ts';
import type { StoreBatch, StoreSession } from '../storeSession.ts';
import type { BaseGraph } from './baseGraph.ts';
import { emptyBatch } from './emptyBatch.ts';
import type { Overlay } from './overlay.ts';
import { Rederivation, type Dirty } from './rederivation.ts';

const nothing = (): Dirty => ({ papers: new Set(), entities: new Set() });

/** The graph that readers see. It is updated when the base graph or the corrections change. */
export class CorrectedGraph {
  readonly #store: StoreSession;
  readonly #base: BaseGraph;
  readonly #currentOverlay: () => Overlay;
  overlay: Overlay;
  /** The version of the base graph from which the overlay was computed. */
  #version: number | undefined;
  /** Entities of the base graph that may have lost their last paper. */
  readonly #touched = new Set<EntityId>();
  readonly #derivedPapers = new Set<EntityId>();

  /**
   * @param currentOverlay computes the overlay from the base graph and the corrections as they are when it is called
   */
  constructor(store: StoreSession, base: BaseGraph, currentOverlay: () => Overlay) {
    this.#store = store;
    this.#base = base;
    this.#currentOverlay = currentOverlay;
    this.overlay = currentOverlay();
  }

  /** Makes the next change compute the overlay again. Called when corrections have changed. */
  forgetOverlay(): void {
    this.#version = undefined;
  }

  touch(ids: Iterable<EntityId>): void {
    for (const id of ids) if (this.#base.has(id)) this.#touched.add(id);
  }

  /** Whether this session has already computed what readers see of the paper. */
  isDerived(paperId: EntityId): boolean {
    return this.#derivedPapers.has(paperId);
  }

  /**
   * Writes the changes of `passed` unchanged. Also computes and writes what readers now see of the papers and entities
   * in `dirty`.
   */
  async rewrite(passed: StoreBatch, dirty = nothing()): Promise<WriteOutcome> {
    this.#base.pass(passed);
    this.touch(dirty.entities);
    await this.#updateOverlay(dirty);
    for (const id of dirty.papers) this.#derivedPapers.add(id);
    const derived = await new Rederivation(this.#base, this.overlay).derive(dirty);
    this.#base.forgetPending();
    const merged = new Set(passed.merges.map(({ from }) => from));
    const records = [...passed.kept, ...derived.kept, ...this.#base.takeChanges()];
    return this.#store.write({
      ...passed,
      named: perNamedKind((kind) => [
        ...passed.named[kind],
        ...derived.named.filter(({ id }) => kindOf(id) === kind),
      ]) as ImportBatch['named'],
      papers: [...passed.papers.filter(({ id }) => !dirty.papers.has(id)), ...derived.papers],
      removals: [...passed.removals, ...derived.removals.filter((id) => !merged.has(id))],
      kept: [...new Map(records.map((each) => [`${each.type} ${each.id}`, each])).values()],
    });
  }

  /**
   * Removes entities without papers from the base graph. The store itself removes all other entities without papers.
   */
  async removeWithoutPapers(): Promise<void> {
    for (let gone = await this.#withoutPapers(); gone.length > 0; gone = await this.#withoutPapers()) {
      for (const id of gone) this.#base.remove(id);
      await this.rewrite(emptyBatch(), { papers: new Set(), entities: new Set(gone) });
    }
  }

  async #withoutPapers(): Promise<EntityId[]> {
    const gone: EntityId[] = [];
    for (const id of this.#touched) {
      const entity = this.#base.get(id);
      const staysWithoutPapers = kindOf(id) === 'PAPER' || entity?.facts?.['isTaxonomy'];
      if (!entity || staysWithoutPapers || entity.lostPapers.length > 0) continue;
      if (!(await this.#base.isMentioned(id))) gone.push(id);
    }
    this.#touched.clear();
    return gone;
  }

  async #updateOverlay(dirty: Dirty): Promise<void> {
    if (this.#base.version === this.#version) return;
    const before = this.overlay;
    this.overlay = this.#currentOverlay();
    await this.#addDifferences(before, dirty);
    const unchanged = [...before.ids].filter((id) => !dirty.entities.has(id) && !dirty.papers.has(id));
    this.#base.forget(unchanged, this.overlay);
    this.#version = this.#base.version;
  }

  /**
   * Adds to `dirty` the entities for which the new overlay differs from the old one, and the papers that readers see
   * differently as a result.
   */
  async #addDifferences(before: Overlay, dirty: Dirty): Promise<void> {
    const after = this.overlay;
    const [mentioned, toggled]: [EntityId[], EntityId[]] = [[], []];
    for (const id of new Set([...before.ids, ...after.ids])) {
      if (isSame(before.group(id), after.group(id)) && before.isCreated(id) === after.isCreated(id)) continue;
      if (kindOf(id) === 'PAPER') dirty.papers.add(id);
      else {
        dirty.entities.add(id);
        if (!isSame(before.mention(id), after.mention(id)))
          (this.#isToggled(id, before) ? toggled : mentioned).push(id);
      }
    }
    for (const id of [...mentioned, ...toggled])
      for (const paper of this.#base.get(id)?.lostPapers ?? []) dirty.papers.add(paper);
    if (mentioned.length > 0)
      for (const paper of await this.#store.papersOf(mentioned)) dirty.papers.add(paper);
    if (toggled.length > 0)
      for (const paper of (await this.#store.keptPapersOf?.(toggled)) ?? []) dirty.papers.add(paper);
    for (const id of new Set([...before.splitPapers, ...after.splitPapers])) {
      if (!isSame(before.splitMentions(id), after.splitMentions(id))) dirty.papers.add(id);
    }
  }

  /**
   * Whether the new corrections hide a visible entity or show a hidden one, and the store itself can hide or show the
   * entity in all papers without a kept record, so that these papers need not be written again.
   */
  #isToggled(id: EntityId, before: Overlay): boolean {
    const [was, is] = [before.group(id), this.overlay.group(id)];
    if (!this.#store.keptPapersOf || !hidable.has(kindOf(id)) || was.isHidden === is.isHidden) return false;
    return (was.isHidden ? is : was).members[0] === id;
  }
}

/**
 * The kinds of entities that a store may hide in all papers at once. Authors are not among them, because a paper with a
 * hidden author must be written again: its list of authors is not complete any more, and institutions may disappear.
 */
const hidable: ReadonlySet<string> = new Set(['INSTITUTION', 'TOPIC'] satisfies EntityKind[]);

const isSame = (left: object, right: object): boolean => JSON.stringify(left) === JSON.stringify(right);
