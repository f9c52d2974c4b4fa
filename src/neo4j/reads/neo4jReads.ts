import { readFormerIds } from '../../graph/corrections/readFormerIds.ts';
import { readRemovals } from '../../graph/removals/readRemovals.ts';
import type { ReadArguments } from '../../graph/readArguments.ts';
import type { GraphReads } from '../../graph/store.ts';
import type { MemoryAnswers } from '../../memory/memoryReads.ts';
import { waitFor } from '../connection/waitFor.ts';
import type { VersionedMemoryGraph } from '../memoryFeed/versionedMemoryGraph.ts';
import { memoryReadsOf } from './memoryReadsOf.ts';
import { OutdatedMemoryGraph } from './records/neo4jRecords.ts';
import { StatementReads, type ReadSources } from './statementReads.ts';

/**
 * The maximum number of attempts to answer a read from the memory graph. An attempt fails if an import finishes during
 * the read. After the last attempt, Cypher statements answer the read.
 */
const ATTEMPTS = 3;

/**
 * Answers reads from the graph in memory if it has the stored version, else by statements: while an import is under
 * way, while the graph is being read into memory, and if the graph is too large for memory. Abstracts, documents,
 * corrections and searches that are not cached are always answered by statements.
 */
export class Neo4jReads implements GraphReads {
  readonly #sources: ReadSources;
  readonly #signal: AbortSignal | undefined;
  readonly #statements: StatementReads;
  /**
   * The graph in memory that the first read of a request used. Later reads of the same request use it without another
   * check of its version.
   */
  #checked: Promise<VersionedMemoryGraph | undefined> | undefined;

  /**
   * @param signal belongs to one request; when it aborts, every read fails with the signal's reason, and the database
   *   ends the running statements
   */
  constructor(sources: ReadSources, signal?: AbortSignal) {
    this.#sources = sources;
    this.#signal = signal;
    this.#statements = new StatementReads(sources, signal);
  }

  abstracts(...[paperIds]: ReadArguments<'abstracts'>) {
    return this.#statements.abstracts(paperIds);
  }

  latexTexts(...[paperIds]: ReadArguments<'latexTexts'>) {
    return this.#statements.latexTexts(paperIds);
  }

  /**
   * Pages are cached with the graph in memory, whose version was checked. After an import a new graph has an empty
   * cache; while an import is unfinished, no cache is used.
   */
  async search(...[request]: ReadArguments<'search'>) {
    const searches = (await this.#current(false))?.searches;
    const key = JSON.stringify(request);
    const page = searches?.get(key) ?? (await this.#statements.search(request));
    searches?.set(key, page);
    return page;
  }

  documents() {
    return this.#statements.documents();
  }

  corrections() {
    return this.#statements.corrections();
  }

  formerIds(...[ids]: ReadArguments<'formerIds'>) {
    return readFormerIds(
      ids,
      (wanted) => this.entities(wanted),
      (keys) => this.#statements.kept('retired', keys),
    );
  }

  removals(...[ids]: ReadArguments<'removals'>) {
    return readRemovals(
      ids,
      (wanted) => this.entities(wanted),
      (keys) => this.#statements.kept('removed', keys),
    );
  }

  entities(...[ids]: ReadArguments<'entities'>) {
    return this.#read((reads) => reads.entities(ids));
  }

  neighbors(...[ids, requests]: ReadArguments<'neighbors'>) {
    return this.#read((reads) => reads.neighbors(ids, requests));
  }

  neighborhoods(...[ids, requests]: ReadArguments<'neighborhoods'>) {
    return this.#read((reads) => reads.neighborhoods(ids, requests));
  }

  egoNetwork(...[id, requests, relations]: ReadArguments<'egoNetwork'>) {
    return this.#read((reads) => reads.egoNetwork(id, requests, relations));
  }

  commonNeighbors(...[relation, pairs, page]: ReadArguments<'commonNeighbors'>) {
    return this.#read((reads) => reads.commonNeighbors(relation, pairs, page));
  }

  collaborations(...[pairs, filter]: ReadArguments<'collaborations'>) {
    return this.#read((reads) => reads.collaborations(pairs, filter));
  }

  list(...[kind, page]: ReadArguments<'list'>) {
    return this.#read((reads) => reads.list(kind, page));
  }

  metrics(...[authorIds]: ReadArguments<'metrics'>) {
    return this.#read((reads) => reads.metrics(authorIds));
  }

  activities(...[authorIds]: ReadArguments<'activities'>) {
    return this.#read((reads) => reads.activities(authorIds));
  }

  authorEvents(...[authorIds, request]: ReadArguments<'authorEvents'>) {
    return this.#read((reads) => reads.authorEvents(authorIds, request));
  }

  breakdown(...[request]: ReadArguments<'breakdown'>) {
    return this.#read((reads) => reads.breakdown(request));
  }

  feed(...[request]: ReadArguments<'feed'>) {
    return this.#read((reads) => reads.feed(request));
  }

  suggestions(...[authorIds, request]: ReadArguments<'suggestions'>) {
    return this.#read((reads) => reads.suggestions(authorIds, request));
  }

  relatedPapers(...[paperIds, request]: ReadArguments<'relatedPapers'>) {
    return this.#read((reads) => reads.relatedPapers(paperIds, request));
  }

  surroundingWorks(...[paperIds, request]: ReadArguments<'surroundingWorks'>) {
    return this.#read((reads) => reads.surroundingWorks(paperIds, request));
  }

  reviewers(...[request]: ReadArguments<'reviewers'>) {
    return this.#read((reads) => reads.reviewers(request));
  }

  duplicates(...[authorId, request]: ReadArguments<'duplicates'>) {
    return this.#read((reads) => reads.duplicates(authorId, request));
  }

  mixtures(...[authorIds]: ReadArguments<'mixtures'>) {
    return this.#read((reads) => reads.mixtures(authorIds));
  }

  collaborationPaths(...[queries]: ReadArguments<'collaborationPaths'>) {
    return this.#read((reads) => reads.collaborationPaths(queries));
  }

  topicPaths(...[queries]: ReadArguments<'topicPaths'>) {
    return this.#read((reads) => reads.topicPaths(queries));
  }

  links(...[ids, relations, counted]: ReadArguments<'links'>) {
    return this.#read((reads) => reads.links(ids, relations, counted));
  }

  statistics() {
    return this.#read((reads) => reads.statistics());
  }

  async #read<Result>(read: (reads: MemoryAnswers) => Promise<Result>): Promise<Result> {
    const { database } = this.#sources;
    const signal = this.#signal;
    const context = { database: signal ? database.during(signal) : database, signal, isChecked: true };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const versioned = await this.#current(attempt > 1);
      if (!versioned) break;
      try {
        return await read(memoryReadsOf(versioned, context));
      } catch (thrown) {
        if (!(thrown instanceof OutdatedMemoryGraph)) throw thrown;
        this.#checked = undefined;
      }
    }
    return read(this.#statements);
  }

  #current(isFresh: boolean): Promise<VersionedMemoryGraph | undefined> {
    const { preparation, memoryGraphs } = this.#sources;
    const check = async (): Promise<VersionedMemoryGraph | undefined> => {
      await waitFor(preparation.done(), { signal: this.#signal });
      return waitFor(memoryGraphs.current(isFresh), { signal: this.#signal });
    };
    // A store without a signal does not belong to one request, so each of its reads makes its own check.
    if (!this.#signal) return check();
    return (this.#checked ??= check());
  }
}
