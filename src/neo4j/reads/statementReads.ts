import type { EntityId } from '../../graph/model/ids.ts';
import type { ReadArguments } from '../../graph/readArguments.ts';
import type { GraphReads } from '../../graph/store.ts';
import type { KeptType } from '../../graph/storeSession.ts';
import type { MemoryReads } from '../../memory/memoryReads.ts';
import type { Database } from '../connection/database.ts';
import type { Preparation } from '../preparation.ts';
import { waitFor } from '../connection/waitFor.ts';
import type { MemoryGraphCache } from '../memoryFeed/memoryGraphCache.ts';
import { readCollaborations } from './collaborations/readCollaborations.ts';
import { readCorrections, readKept } from './corrections/readCorrections.ts';
import { readDocuments } from './documents/readDocuments.ts';
import { readEgoNetwork } from './egoNetwork/readEgoNetwork.ts';
import {
  readAbstracts,
  readEntities,
  readLatexTexts,
  readMetrics,
  readStatistics,
} from './entities/readEntities.ts';
import { readLinks } from './links/readLinks.ts';
import { readList } from './lists/readList.ts';
import { readCommonNeighbors, readNeighborhoods, readNeighbors } from './neighbors/readNeighbors.ts';
import { readFromMemoryGraph } from './readFromMemoryGraph.ts';
import { readSearch } from './search/readSearch.ts';
import { readSuggestions } from './suggestions/readSuggestions.ts';

/** The objects that all reads of a store share. */
export interface ReadSources {
  database: Database;
  preparation: Preparation;
  memoryGraphs: MemoryGraphCache;
}

/**
 * Answers every read by Cypher statements, except paths, rankings and counts over many papers, which are computed in
 * the memory graph. Each read waits until constraints and indexes exist.
 */
export class StatementReads implements Omit<GraphReads, 'formerIds' | 'removals'> {
  readonly #sources: ReadSources;
  readonly #database: Database;
  readonly #signal: AbortSignal | undefined;

  /**
   * @param signal when it aborts, every read fails with the signal's reason, and the database ends the running
   *   statements
   */
  constructor(sources: ReadSources, signal?: AbortSignal) {
    this.#sources = sources;
    this.#database = signal ? sources.database.during(signal) : sources.database;
    this.#signal = signal;
  }

  entities(...[ids]: ReadArguments<'entities'>) {
    return this.#read((cap) => readEntities(this.#database, cap, ids));
  }

  abstracts(...[paperIds]: ReadArguments<'abstracts'>) {
    return this.#read(() => readAbstracts(this.#database, paperIds));
  }

  latexTexts(...[paperIds]: ReadArguments<'latexTexts'>) {
    return this.#read(() => readLatexTexts(this.#database, paperIds));
  }

  neighbors(...[ids, requests]: ReadArguments<'neighbors'>) {
    return this.#read((cap) => readNeighbors(this.#database, cap, ids, requests));
  }

  neighborhoods(...[ids, requests]: ReadArguments<'neighborhoods'>) {
    return this.#read((cap) => readNeighborhoods(this.#database, cap, ids, requests));
  }

  egoNetwork(...[id, requests, relations]: ReadArguments<'egoNetwork'>) {
    return this.#read((cap) => readEgoNetwork(this.#database, cap, id, requests, relations));
  }

  commonNeighbors(...[relation, pairs, page]: ReadArguments<'commonNeighbors'>) {
    return this.#read((cap) => readCommonNeighbors(this.#database, cap, relation, pairs, page));
  }

  collaborations(...[pairs, filter]: ReadArguments<'collaborations'>) {
    return this.#read((cap) => readCollaborations(this.#database, cap, pairs, filter));
  }

  list(...[kind, page]: ReadArguments<'list'>) {
    return this.#read((cap) => readList(this.#database, cap, kind, page));
  }

  search(...[request]: ReadArguments<'search'>) {
    return this.#read((cap) => readSearch(this.#database, cap, request));
  }

  metrics(...[authorIds]: ReadArguments<'metrics'>) {
    return this.#read(() => readMetrics(this.#database, authorIds));
  }

  suggestions(...[authorIds, request]: ReadArguments<'suggestions'>) {
    return this.#read((cap) => readSuggestions(this.#database, cap, authorIds, request));
  }

  relatedPapers(...[paperIds, request]: ReadArguments<'relatedPapers'>) {
    return this.#fromMemoryGraph((reads) => reads.relatedPapers(paperIds, request));
  }

  activities(...[authorIds]: ReadArguments<'activities'>) {
    return this.#fromMemoryGraph((reads) => reads.activities(authorIds));
  }

  authorEvents(...[authorIds, request]: ReadArguments<'authorEvents'>) {
    return this.#fromMemoryGraph((reads) => reads.authorEvents(authorIds, request));
  }

  breakdown(...[request]: ReadArguments<'breakdown'>) {
    return this.#fromMemoryGraph((reads) => reads.breakdown(request));
  }

  surroundingWorks(...[paperIds, request]: ReadArguments<'surroundingWorks'>) {
    return this.#fromMemoryGraph((reads) => reads.surroundingWorks(paperIds, request));
  }

  reviewers(...[request]: ReadArguments<'reviewers'>) {
    return this.#fromMemoryGraph((reads) => reads.reviewers(request));
  }

  feed(...[request]: ReadArguments<'feed'>) {
    return this.#fromMemoryGraph((reads) => reads.feed(request));
  }

  duplicates(...[authorId, request]: ReadArguments<'duplicates'>) {
    return this.#fromMemoryGraph((reads) => reads.duplicates(authorId, request));
  }

  mixtures(...[authorIds]: ReadArguments<'mixtures'>) {
    return this.#fromMemoryGraph((reads) => reads.mixtures(authorIds));
  }

  collaborationPaths(...[queries]: ReadArguments<'collaborationPaths'>) {
    return this.#fromMemoryGraph((reads) => reads.collaborationPaths(queries));
  }

  topicPaths(...[queries]: ReadArguments<'topicPaths'>) {
    return this.#fromMemoryGraph((reads) => reads.topicPaths(queries));
  }

  links(...[ids, relations, counted]: ReadArguments<'links'>) {
    return this.#read(() => readLinks(this.#database, ids, relations, counted));
  }

  corrections() {
    return this.#read(() => readCorrections(this.#database));
  }

  kept(type: KeptType, ids: readonly EntityId[]) {
    return this.#read(() => readKept(this.#database, type, ids));
  }

  documents() {
    return this.#read(() => readDocuments(this.#database));
  }

  statistics() {
    return this.#read((cap) => readStatistics(this.#database, cap));
  }

  async #read<Result>(read: (cap: number) => Promise<Result>): Promise<Result> {
    const { preparation } = this.#sources;
    await waitFor(preparation.done(), { signal: this.#signal });
    return read(preparation.cap);
  }

  #fromMemoryGraph<Result>(read: (reads: MemoryReads) => Promise<Result>): Promise<Result> {
    const { memoryGraphs } = this.#sources;
    const context = { database: this.#database, memoryGraphs, signal: this.#signal };
    return this.#read(() => readFromMemoryGraph(context, read));
  }
}
