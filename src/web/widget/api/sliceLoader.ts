import { formatCount } from '../labels.ts';
import type { ExpansionStep } from '../mergeExpansion.ts';
import { emptySlice, type EntityKind, type GivenSlice, type PicturedEntity, type Slice } from '../slice.ts';
import type { Notice } from '../views/notices.ts';
import type { Status } from '../views/overlay.ts';
import { fetchSlice, type NeighborTotals, type SliceRequest } from './fetchSlice.ts';
import { QueryError } from './sendQuery.ts';
import {
  firstVersion,
  repeatSteps,
  nextVersion,
  stepsOf,
  unreadKinds,
  versionsAfter,
  type SliceVersion,
} from './sliceVersions.ts';

export interface SliceListener {
  /** Called when the status, the notice or `expandingId` has changed. */
  onStatus(): void;
  /** Called when the slice has changed. @param isNew false if it is the previous slice with more or fewer nodes */
  onSlice(isNew: boolean): void;
}

const noEntity: Status = { name: 'empty', message: 'No entity is chosen yet.' };

/** Loads the slice of an element, expands it on demand, and takes expansions back. */
export class SliceLoader {
  status: Status = noEntity;
  /** The slice as it was loaded, and after each expansion. */
  versions: readonly SliceVersion[] = [];
  /** Id of the node whose neighbors are being fetched. */
  expandingId: string | undefined;
  notice: Notice | undefined;
  /** The number of the centers' neighbors of each kind; empty if all kinds are loaded. */
  totals: NeighborTotals = new Map();
  readonly #listener: SliceListener;
  #request = new AbortController();
  #lastExpansion: Promise<void> = Promise.resolve();

  constructor(listener: SliceListener) {
    this.#listener = listener;
  }

  get slice(): Slice {
    return this.versions.at(-1)?.slice ?? emptySlice;
  }

  /** The expansions since the slice was loaded. */
  get steps(): readonly ExpansionStep[] {
    return stepsOf(this.versions);
  }

  /** Whether the first neighbors of the node were fetched for each of the given kinds. */
  isExpanded(id: string, kinds: readonly EntityKind[]): boolean {
    return unreadKinds(this.versions.at(-1), { nodeId: id, kinds }).length === 0;
  }

  /**
   * Uses the given slice, or fetches one if none is given. Then repeats the given expansions. Aborts the previous load
   * and its expansions. If an expansion fails, the slice before it is shown with a notice.
   */
  async load(
    request: SliceRequest,
    given: GivenSlice | null,
    steps: readonly ExpansionStep[] = [],
  ): Promise<void> {
    this.stop();
    const { signal } = (this.#request = new AbortController());
    this.notice = this.expandingId = undefined;
    this.versions = [];
    if (!given && request.ids.length === 0) {
      this.status = noEntity;
      this.#listener.onSlice(true);
      return;
    }
    this.status = { name: 'loading' };
    this.#listener.onStatus();
    try {
      const loaded = given
        ? { slice: { ...emptySlice, ...given }, totals: new Map() }
        : await fetchSlice(request, signal);
      signal.throwIfAborted();
      const first = firstVersion(loaded.slice, request, given !== null);
      const { versions, error } = await repeatSteps(first, steps, request, signal);
      if (error) {
        const message = `An expansion could not be repeated: ${error.message}`;
        this.notice = { message, retry: () => void this.load(request, given, steps) };
      }
      this.totals = loaded.totals;
      this.versions = versions;
      this.status = sliceStatus(this.slice);
      this.#listener.onSlice(true);
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

  /**
   * Goes back to the slice after the given expansions: removes the nodes that later expansions have added, and aborts
   * an expansion that is running. Does nothing and returns false if the expansions of the slice do not begin with the
   * given ones.
   */
  goBackTo(steps: readonly ExpansionStep[]): boolean {
    const versions = versionsAfter(this.versions, steps);
    if (!versions || !this.resume()) return false;
    this.notice = undefined;
    if (versions.length === this.versions.length) return true;
    this.versions = versions;
    this.#listener.onSlice(false);
    return true;
  }

  /** Aborts the load and its expansions. */
  stop(): void {
    this.#request.abort();
  }

  /**
   * Aborts running expansions, so that new ones can start. Returns false if there is no slice that could be expanded.
   */
  resume(): boolean {
    if (this.status.name !== 'drawn') return false;
    this.stop();
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
      const version = await nextVersion(this.versions, { nodeId: entity.id, kinds }, request, signal);
      this.versions = [...this.versions, version];
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
