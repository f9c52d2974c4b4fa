import { isEdge, keyOf, type PictureItem } from '../picture.ts';
import { fetchEdgePapers, fetchNodeFacts, type ListedPaper } from './fetchDetails.ts';

/**
 * What the server says about a node or an edge. The lists are empty while the details are loading and if the server
 * does not answer.
 */
export interface Details {
  facts: readonly string[];
  papers: readonly ListedPaper[];
  isLoading: boolean;
}

const noDetails: Details = { facts: [], papers: [], isLoading: false };

/** Loads details of nodes and edges, once each. */
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

  /** Drops everything, because the element shows other data. */
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
      // The picture is useful without details. The next selection asks again.
      if (!signal.aborted) this.#details.delete(key);
    }
    this.#onChange();
  }
}
