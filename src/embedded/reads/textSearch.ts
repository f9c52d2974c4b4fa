import { LRUCache } from 'lru-cache';
import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { reversedPage } from '../../graph/model/pages.ts';
import { scoreOfMatch } from '../../graph/search.ts';
import {
  FEW_HITS,
  isEverLoose,
  looseClauses,
  strictClauses,
  type SearchTerm,
} from '../../graph/searchClauses.ts';
import type { SearchPage, SearchRequest } from '../../graph/searchRequest.ts';
import { at } from '../../memory/algorithms/adjacency.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { citationCountOf } from '../../memory/queries/citations.ts';
import { paperCount } from '../../memory/queries/listPages.ts';
import type { Database } from '../file/database.ts';
import { boundaryAt, firstOf, hitNumber, nodeOfHit, scoreOfHit } from './hitNumbers.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { EmbeddedRecords } from './embeddedRecords.ts';
import { SearchIndex, wordTable } from './searchIndex.ts';
import { Vocabulary } from './vocabulary.ts';

/** How many hits are processed between two pauses in which requests are served. */
const HITS_A_PART = 20_000;

/**
 * The maximum number of hits of recent searches in the cache. It mainly helps completion, which often searches for the
 * same short texts.
 */
const CACHED_HITS = 2_000_000;

/**
 * Answers search and completion. SQLite finds the entities whose words match, and those whose names begin with the
 * text. They are sorted here, because only the graph in memory has the counts of papers and citations.
 */
export class TextSearch {
  readonly #database: Database;
  readonly #index: SearchIndex;
  readonly #loaded: LoadedGraph;
  readonly #records: EmbeddedRecords;
  /** The words of the search index by kind. They are read at the first search that needs them. */
  readonly #vocabularies = new Map<EntityKind, Vocabulary>();
  readonly #cache = new LRUCache<string, Float64Array>({
    maxSize: CACHED_HITS,
    sizeCalculation: (hits) => hits.length + 1,
  });

  constructor(database: Database, loaded: LoadedGraph, records: EmbeddedRecords) {
    this.#database = database;
    this.#index = new SearchIndex(database);
    this.#loaded = loaded;
    this.#records = records;
  }

  /** @throws the signal's reason if the signal aborts */
  page(request: SearchRequest, signal?: AbortSignal): Promise<SearchPage> {
    return runCooperatively(this.#page(request), signal);
  }

  *#page(request: SearchRequest): Steps<SearchPage> {
    const hits = yield* this.#cachedHits(request);
    const { first, after, backward = false, count } = request;
    const boundary = after && boundaryAt(after, this.#loaded.graph.ids, backward);
    const rest =
      boundary === undefined ? hits : hits.filter((hit) => (backward ? hit < boundary : hit >= boundary));
    const found = firstOf(rest, first + 1, backward);
    const page = {
      entries: found
        .slice(0, first)
        .map((hit) => ({ node: this.#records.entity(nodeOfHit(hit)), score: scoreOfHit(hit) })),
      hasNext: found.length > first,
      hasPrevious: rest.length < hits.length,
      ...(count && { total: hits.length }),
    };
    return backward ? reversedPage(page) : page;
  }

  *#cachedHits(request: SearchRequest): Steps<Float64Array> {
    const { words, spelledOut, kinds } = request;
    const query = JSON.stringify([words, spelledOut, kinds]);
    const hits = this.#cache.get(query) ?? Float64Array.from(yield* this.#hits(request));
    this.#cache.set(query, hits);
    return hits;
  }

  /** All entities that match strictly; if these are few, also those that match loosely. */
  *#hits(request: SearchRequest): Steps<number[]> {
    const strict = new Map<EntityKind, number[]>();
    let count = 0;
    for (const kind of request.kinds) {
      const rowIds = yield* this.#index.rowIdsOf(kind, strictClauses(request));
      strict.set(kind, rowIds);
      count += rowIds.length;
    }
    const isLoose = count < FEW_HITS && isEverLoose(request);
    const hits: number[] = [];
    for (const [kind, strictRowIds] of strict) {
      const rowIds = isLoose ? yield* this.#looseRowIds(request, kind) : strictRowIds;
      if (rowIds.length > 0)
        yield* this.#addHits(hits, request, kind, rowIds, isLoose ? strictRowIds : rowIds);
    }
    return hits;
  }

  *#addHits(
    hits: number[],
    { words }: SearchRequest,
    kind: EntityKind,
    rowIds: readonly number[],
    strictRowIds: readonly number[],
  ): Steps<void> {
    const text = words.join(' ');
    const { nodeOfRowId } = this.#loaded.rowIds;
    const scores = new Uint8Array(nodeOfRowId.length); // indexed by row id; the initial value 0 is the score of FUZZY
    for (const rowId of strictRowIds) scores[rowId] = scoreOfMatch('WORDS');
    const beginning = yield* this.#index.rowIdsBeginning(kind, text);
    for (const rowId of beginning) scores[rowId] = scoreOfMatch('BEGINNING');
    for (const rowId of yield* this.#index.rowIdsSpelled(kind, text)) scores[rowId] = scoreOfMatch('EXACT');
    for (const [index, rowId] of rowIds.entries()) {
      if (index % HITS_A_PART === 0) yield;
      const node = at(nodeOfRowId, rowId);
      hits.push(hitNumber(scores[rowId] as number, this.#rank(kind, node), node));
    }
  }

  /**
   * Finds the entities that match loosely: replaces each word that may contain typing errors by similar words of the
   * index.
   */
  *#looseRowIds(request: SearchRequest, kind: EntityKind): Steps<number[]> {
    const vocabulary = yield* this.#vocabulary(kind);
    const clauses: SearchTerm[][] = [];
    for (const clause of looseClauses(request, kind === 'AUTHOR')) {
      const terms: SearchTerm[] = [];
      for (const term of clause) {
        if (term.match !== 'ERRORS') terms.push(term);
        else {
          const words = yield* vocabulary.corrections(term.text, term.errors);
          terms.push(...words.map((text): SearchTerm => ({ match: 'WORD', text })));
        }
      }
      clauses.push(terms);
    }
    return clauses.every((terms) => terms.length > 0) ? yield* this.#index.rowIdsOf(kind, clauses) : [];
  }

  *#vocabulary(kind: EntityKind): Steps<Vocabulary> {
    const vocabulary =
      this.#vocabularies.get(kind) ?? (yield* Vocabulary.read(this.#database, wordTable(kind)));
    this.#vocabularies.set(kind, vocabulary);
    return vocabulary;
  }

  /**
   * The rank of a paper is its citation count, or -1 if this is unknown; the rank of other entities is their paper
   * count.
   */
  #rank(kind: EntityKind, node: number): number {
    const { graph } = this.#loaded;
    if (kind !== 'PAPER') return paperCount(graph, kind, node);
    return Math.max(citationCountOf(graph, node), -1);
  }
}
