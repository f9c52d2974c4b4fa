import { isEdge, keyOf, type PictureItem } from '../picture.ts';
import { fetchEdgePapers, fetchNodeFacts, type ListedPaper } from './fetchDetails.ts';

/**
 * The details of a node or an edge, as the server returns them. The lists are empty while the details are loading, and
 * if the server does not answer.
 */
export interface Details {
  facts: readonly string[];
  papers: readonly ListedPaper[];
  isLoading: boolean;
}

const noDetails: Details = { facts: [], papers: [], isLoading: false };

/** Loads the details of nodes and edges. The details of a node or an edge are loaded only once. */
export class DetailsLoader {
  readonly #onChange: () => void;
  readonly #details = new Map<string, Details>();
  #abort = new AbortController();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  of(item: PictureItem): Details {
    return this.#details.get(keyOf(item)) ?? noDetails;
  }

  /** @param endpoint undefined if there is no server to ask */
  load(endpoint: string | undefined, items: readonly PictureItem[]): void {
    if (endpoint !== undefined) for (const item of items) void this.#load(endpoint, item);
  }

  /** Forgets all details. Must be called when the element shows other data. */
  clear(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#details.clear();
  }

  async #load(endpoint: string, item: PictureItem): Promise<void> {
    const key = keyOf(item);
    if (this.#details.has(key)) return;
    this.#details.set(key, { ...noDetails, isLoading: true });
    const { signal } = this.#abort;
    try {
      const details = isEdge(item)
        ? { facts: [], papers: await fetchEdgePapers(endpoint, item, signal) }
        : { facts: await fetchNodeFacts(endpoint, item.entity, signal), papers: [] };
      this.#details.set(key, { ...details, isLoading: false });
    } catch {
      // An error is not shown, because the picture is useful without details. The next selection of the item sends the
      // query again.
      if (!signal.aborted) this.#details.delete(key);
    }
    this.#onChange();
  }
}
