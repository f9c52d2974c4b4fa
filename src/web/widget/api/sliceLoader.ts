import { formatCount } from '../labels.ts';
import { mergeExpansion, type ExpansionStep } from '../mergeExpansion.ts';
import {
  emptySlice,
  entityKinds,
  type EntityKind,
  type GivenSlice,
  type PicturedEntity,
  type Slice,
} from '../slice.ts';
import type { Notice } from '../views/notices.ts';
import type { Status } from '../views/overlay.ts';
import { fetchExpansion } from './fetchExpansion.ts';
import { fetchSlice, type NeighborTotals, type SliceRequest } from './fetchSlice.ts';
import { QueryError } from './sendQuery.ts';

export interface SliceListener {
  /** Called when the status, the notice or `expandingId` has changed. */
  onStatus(): void;
  /** Called when the slice has changed. @param isNew false if it is the previous slice with more nodes */
  onSlice(isNew: boolean): void;
}

const noEntity: Status = { name: 'empty', message: 'No entity is chosen yet.' };

/** Loads the slice of an element and expands it on demand. */
export class SliceLoader {
  status: Status = noEntity;
  slice: Slice = emptySlice;
  /** Id of the node whose neighbors are being fetched. */
  expandingId: string | undefined;
  notice: Notice | undefined;
  /** The number of the centers' neighbors of each kind; empty if all kinds are loaded. */
  totals: NeighborTotals = new Map();
  /** The expansions since the slice was loaded. */
  steps: readonly ExpansionStep[] = [];
  readonly #listener: SliceListener;
  #request = new AbortController();
  #lastExpansion: Promise<void> = Promise.resolve();
  /** The kinds of neighbors that have been fetched, by the id of the node. */
  #readKinds = new Map<string, Set<EntityKind>>();

  constructor(listener: SliceListener) {
    this.#listener = listener;
  }

  /** Whether the first neighbors of all these kinds have been fetched. */
  isExpanded(id: string, kinds: readonly EntityKind[]): boolean {
    return this.#unreadKinds({ nodeId: id, kinds }).length === 0;
  }

  /**
   * Uses the given slice, or fetches one if none is given. Then repeats the given expansions. Aborts the previous load
   * and its expansions.
   */
  async load(
    request: SliceRequest,
    given: GivenSlice | null,
    steps: readonly ExpansionStep[] = [],
  ): Promise<void> {
    this.stop();
    const { signal } = (this.#request = new AbortController());
    this.notice = this.expandingId = undefined;
    this.steps = [];
    if (!given && request.ids.length === 0) {
      this.#setSlice(emptySlice, noEntity);
      return;
    }
    this.status = { name: 'loading' };
    this.#listener.onStatus();
    try {
      const loaded = given
        ? { slice: { ...emptySlice, ...given }, totals: new Map() }
        : await fetchSlice(request, signal);
      signal.throwIfAborted();
      this.totals = loaded.totals;
      let { slice } = loaded;
      const depth = given ? Math.max(...slice.nodes.map(({ distance }) => distance)) : request.depth;
      const innerNodes = slice.nodes.filter(({ distance }) => distance < depth);
      const kinds = request.kinds.length > 0 ? request.kinds : entityKinds;
      this.#readKinds = new Map(innerNodes.map(({ entity }) => [entity.id, new Set(kinds)]));
      for (const step of steps) slice = await this.#applyStep(slice, step, request, signal);
      this.#setSlice(slice, sliceStatus(slice));
    } catch (error) {
      if (isAborted(signal)) return;
      this.status = { name: 'failed', message: errorMessage(error) };
      this.#listener.onStatus();
      if (!(error instanceof QueryError)) throw error;
    }
  }

  /** Adds the next neighbors of a node that have one of the given kinds. Expansions run one after another. */
  expand(entity: PicturedEntity, request: SliceRequest, kinds: readonly EntityKind[]): Promise<void> {
    const { signal } = this.#request;
    this.#lastExpansion = this.#lastExpansion.then(() => this.#expand(entity, request, signal, kinds));
    return this.#lastExpansion;
  }

  /** Aborts the load and its expansions. */
  stop(): void {
    this.#request.abort();
  }

  /** Allows expansions again after `stop`. Returns false if there is no slice that could be expanded. */
  resume(): boolean {
    if (this.status.name !== 'drawn') return false;
    this.#request = new AbortController();
    this.expandingId = undefined;
    return true;
  }

  async #expand(
    entity: PicturedEntity,
    request: SliceRequest,
    signal: AbortSignal,
    kinds: readonly EntityKind[],
  ): Promise<void> {
    if (isAborted(signal)) return;
    this.expandingId = entity.id;
    this.notice = undefined;
    this.#listener.onStatus();
    try {
      const countBefore = this.slice.nodes.length;
      this.slice = await this.#applyStep(this.slice, { nodeId: entity.id, kinds }, request, signal);
      this.notice = { message: expansionMessage(entity.label, this.slice.nodes.length - countBefore) };
      this.#listener.onSlice(false);
    } catch (error) {
      if (isAborted(signal)) return;
      this.notice = { message: errorMessage(error), retry: () => void this.expand(entity, request, kinds) };
      if (!(error instanceof QueryError)) throw error;
    } finally {
      if (!isAborted(signal)) this.expandingId = undefined;
      this.#listener.onStatus();
    }
  }

  async #applyStep(
    slice: Slice,
    step: ExpansionStep,
    request: SliceRequest,
    signal: AbortSignal,
  ): Promise<Slice> {
    const unreadKinds = this.#unreadKinds(step);
    const expansion = await fetchExpansion(slice, step, unreadKinds, request, signal);
    signal.throwIfAborted();
    const read = this.#readKinds.get(step.nodeId) ?? new Set();
    this.#readKinds.set(step.nodeId, new Set([...read, ...unreadKinds]));
    this.steps = [...this.steps, step];
    return mergeExpansion(slice, expansion);
  }

  #unreadKinds({ nodeId, kinds }: ExpansionStep): EntityKind[] {
    return kinds.filter((kind) => !this.#readKinds.get(nodeId)?.has(kind));
  }

  #setSlice(slice: Slice, status: Status): void {
    this.slice = slice;
    this.status = status;
    this.#listener.onSlice(true);
  }
}

/** This is a function because TypeScript assumes that `signal.aborted` does not change during an `await`. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

const sliceStatus = ({ nodes, missingIds }: Slice): Status => {
  if (nodes.length > 0) return { name: 'drawn' };
  const message =
    missingIds.length > 0 ? `Nothing is stored under ${missingIds.join(', ')}.` : 'There is nothing to show.';
  return { name: 'empty', message };
};

const expansionMessage = (label: string, added: number): string =>
  added === 0 ? `${label} has no more neighbors.` : `Added ${formatCount(added, 'neighbor')} of ${label}.`;

const errorMessage = (error: unknown): string =>
  error instanceof QueryError ? error.message : 'An error occurred in this page.';
