import type { DuplicatesRequest } from '../../../graph/identity/duplicates.ts';
import { runCooperatively, runInSlices } from '../../../graph/cooperativeScheduler.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { Page } from '../../../graph/model/pages.ts';
import { at } from '../../algorithms/adjacency.ts';
import { ABSENT, type Renumbering } from '../../build/renumbering.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import type { AuthorNaming, EntityRecords } from '../../entityRecords.ts';
import { computedOnce } from '../computedOnce.ts';
import { changedAuthors, oldAuthors } from './changedAuthors.ts';
import { changedNamings } from './changedNamings.ts';
import { claimedPairs, idsOfDifference, type ClaimedPairs } from './claimedPairs.ts';
import { DuplicateList, type Duplicate } from './duplicateList.ts';
import { duplicatesPage, type DuplicatesScope } from './duplicatesPage.ts';
import { findDuplicates, haveJointPaper } from './findDuplicates.ts';
import { NameIndex } from './nameIndex.ts';
import { pairOf } from './possiblePairs.ts';
import type { SavedDuplicates } from './savedDuplicates.ts';

/** What an update of a graph has changed: the node numbers, and the entities that were read again. */
export interface GraphStep {
  numbering: Renumbering;
  /** The entities that were read again; see GraphDelta. */
  ids: ReadonlySet<EntityId>;
}

/** The names and identifiers, from the store, of authors whose pairs may have changed in an update. */
interface ChangedRecords {
  namings: ReadonlyMap<EntityId, AuthorNaming | undefined>;
  claimed: ClaimedPairs;
}

/** The pairs of an earlier graph, which itself need not be in memory any longer. */
export interface FormerPairs {
  list: DuplicateList;
  /**
   * The ids of the authors of the earlier graph, ascending. `start` is the node number that the first of them had
   * there.
   */
  ids: readonly EntityId[];
  start: number;
}

/**
 * If an import changed at most this many authors, readers of possible duplicates wait until the pairs with these
 * authors have new scores. If it changed more, readers get the earlier pairs until the scores are computed.
 */
const MOST_WAITED_FOR = 500;

/**
 * The pairs of authors that may be one person. They are computed at the first request. After an update of the graph,
 * only the pairs of changed authors are scored again.
 */
export class DuplicatePairs {
  readonly #graph: MemoryGraph;
  /** The pairs that readers get: those of this graph or, while these are being computed, those of an earlier graph. */
  #list: DuplicateList | undefined;
  #isOfThisGraph = false;
  /**
   * The names of the authors of this graph. Undefined before they are read, and after the next graph has taken them
   * over.
   */
  #names: NameIndex | undefined;
  /** The pairs of authors to whom records of this graph give the same identifier. */
  #claimed: ClaimedPairs = new Map();
  /** The computation that is running; undefined if there is none. */
  #work: Promise<void> | undefined;

  readonly #saved: SavedDuplicates | undefined;
  readonly #restored = computedOnce((records: EntityRecords) => this.#restore(records));

  /** @param saved the file in which the pairs are saved for the next start */
  constructor(graph: MemoryGraph, saved?: SavedDuplicates) {
    this.#graph = graph;
    this.#saved = saved;
  }

  async page(
    records: EntityRecords,
    request: DuplicatesRequest,
    { signal, ...scope }: Omit<DuplicatesScope, 'isShown'> & { signal: AbortSignal | undefined },
  ): Promise<Page<Duplicate>> {
    if (!this.#list) await this.#restored(records);
    if (!this.#isOfThisGraph) this.#computed(records).catch(() => undefined); // on failure, the next request tries again
    while (!this.#list) await this.#computed(records);
    const isShown = this.#isOfThisGraph
      ? undefined
      : (left: number, right: number) => !haveJointPaper(this.#graph, left, right);
    return runInSlices(duplicatesPage(this.#list, request, { ...scope, isShown }), signal);
  }

  /**
   * Takes over the pairs of the previous graph, and scores the pairs of changed authors again. Returns before the new
   * scores are computed if more than MOST_WAITED_FOR authors changed, or if a computation for the previous graph is
   * running.
   */
  async follow(previous: DuplicatePairs, step: GraphStep, records: EntityRecords): Promise<void> {
    const before = previous.#work;
    this.#list = await previous.#renumberedFor(this.#graph, step);
    if (!before && !previous.#names) return;
    // if this fails, the next request reads all names and scores all pairs again
    const changed = await this.#changed(step, records).catch(() => undefined);
    if (!changed) return;
    await new Promise<void>((resolve) => {
      const update = async (): Promise<void> => {
        if (before) {
          resolve();
          await before.catch(() => undefined);
          this.#list = await previous.#renumberedFor(this.#graph, step);
        }
        await this.#update(previous, step, changed, resolve);
      };
      this.#track(update).then(resolve, resolve);
    });
  }

  /**
   * The pairs of this graph in a form that a later graph can take over, even if it was built anew and not by an update.
   */
  get former(): FormerPairs | undefined {
    const { ids, ranges } = this.#graph;
    const { start, end } = ranges.AUTHOR;
    return this.#list && { list: this.#list, ids: ids.slice(start, end), start };
  }

  /** Gives readers the pairs of an earlier graph until the pairs of this graph are computed. */
  async carry({ list, ids, start }: FormerPairs): Promise<void> {
    const newOf = (node: number) => this.#graph.nodeOfId(ids[node - start] ?? '');
    this.#list = await runInSlices(list.renumbered(this.#graph.ranges.AUTHOR, newOf));
  }

  /**
   * Reads the pairs of this graph from the file. The names are prepared in the background, because only an update of
   * the graph needs them.
   */
  async #restore(records: EntityRecords): Promise<void> {
    const list = await this.#saved?.load(this.#graph);
    if (!list) return;
    // reads the records now and not in the background, because a later import may change them
    const [namings, claims] = [await records.authorNamings(), await records.claims()];
    if (this.#list) return;
    this.#list = list;
    this.#claimed = claimedPairs(claims, 'AUTHOR');
    this.#isOfThisGraph = true;
    void this.#track(async () => {
      const names = await runCooperatively(NameIndex.of(namings));
      names.forget();
      this.#names = names;
    });
  }

  #computed(records: EntityRecords): Promise<void> {
    return (this.#work ??= this.#track(async () => {
      const claims = await records.claims();
      const names = await runCooperatively(NameIndex.of(await records.authorNamings()));
      this.#claimed = claimedPairs(claims, 'AUTHOR');
      await this.#score(names, undefined);
    }));
  }

  #track(compute: () => Promise<void>): Promise<void> {
    const work = compute().finally(() => (this.#work = undefined));
    work.catch(() => undefined); // avoids an unhandled rejection; callers that wait for the work get the error
    return (this.#work = work);
  }

  async #update(
    previous: DuplicatePairs,
    step: GraphStep,
    { namings, claimed }: ChangedRecords,
    onSlow: () => void,
  ): Promise<void> {
    const names = previous.#names;
    if (!names) return; // undefined because the names could not be read; the next request then reads all names
    previous.#names = undefined;
    const oldOf = oldAuthors(step.numbering.oldOf, previous.#graph, this.#graph);
    const claiming = idsOfDifference(previous.#claimed, claimed);
    const change = { old: previous.#graph, graph: this.#graph, oldOf, namings, claiming };
    this.#claimed = claimed;
    const authors = await runCooperatively(changedAuthors(change, names));
    if ((authors?.size ?? names.size) > MOST_WAITED_FOR) onSlow();
    await this.#score(names, authors);
  }

  /** Scores the pairs that include one of the given authors; if `authors` is undefined, all pairs. */
  async #score(names: NameIndex, authors: ReadonlySet<number> | undefined): Promise<void> {
    const range = this.#graph.ranges.AUTHOR;
    const claimed = this.#numbered(this.#claimed);
    const found = await runCooperatively(findDuplicates({ graph: this.#graph, names, claimed, authors }));
    const isReplaced = (node: number): boolean => authors?.has(node - range.start) ?? true;
    const list = this.#list ?? (await runInSlices(DuplicateList.of(range)));
    this.#list = await runInSlices(list.replaced(range, isReplaced, found));
    this.#names = names;
    this.#isOfThisGraph = true;
    this.#saved?.save(this.#graph, this.#list);
  }

  async #renumberedFor(graph: MemoryGraph, { numbering }: GraphStep): Promise<DuplicateList | undefined> {
    if (!this.#list || numbering.isSame) return this.#list;
    const newOf = (node: number): number | undefined => {
      const renumbered = at(numbering.newOf, node);
      return renumbered === ABSENT ? undefined : renumbered;
    };
    return runInSlices(this.#list.renumbered(graph.ranges.AUTHOR, newOf));
  }

  async #changed({ ids }: GraphStep, records: EntityRecords): Promise<ChangedRecords> {
    const namings = await changedNamings(this.#graph, ids, records);
    return { namings, claimed: claimedPairs(await records.claims(), 'AUTHOR') };
  }

  /**
   * Converts pairs of ids to the numbers that `pairOf` makes. Leaves out pairs with an author who is not in the graph.
   */
  #numbered(pairs: ClaimedPairs): Set<number> {
    const { start } = this.#graph.ranges.AUTHOR;
    const numbered = new Set<number>();
    for (const [left, right] of pairs.values()) {
      const [one, other] = [this.#graph.nodeOfId(left), this.#graph.nodeOfId(right)];
      if (one !== undefined && other !== undefined) numbered.add(pairOf(one - start, other - start));
    }
    return numbered;
  }
}
