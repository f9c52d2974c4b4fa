import { counted } from '../../graph/counted.ts';
import type { Paper } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { referenceKey } from '../../graph/model/identifiers.ts';
import { LARGEST_PAGE } from '../../graph/model/pages.ts';
import type { SourceState } from '../../graph/sources/sourceState.ts';
import { isObject } from '../../import/formats/reading/jsonFields.ts';
import type { Checkpoint, SourceItem } from '../../import/importRecord.ts';
import { translatedItems } from '../../import/translated.ts';
import { withRetries } from '../http/withRetries.ts';
import { SourceError } from '../sourceError.ts';
import type { Document, ReaderContext, SourceReader } from '../sourceReader.ts';
import { documentOf } from '../stateOf.ts';
import { askedPaper, citingPapers, completionRecords, type AskedPaper } from './completionRecords.ts';
import { SemanticScholarClient } from './semanticScholarClient.ts';

interface CompletionProgress {
  /** The id of the last paper that was completed, in the order of ids; null before the first one. */
  after: EntityId | null;
  /** The number of papers that were requested since the pass began. */
  read: number;
}

/** The number of pages of stored papers in one request: 500 papers, the maximum that Semantic Scholar allows. */
const PAGES = 5;

/** Adds to the stored papers what Semantic Scholar knows about them. */
export class SemanticScholarReader implements SourceReader {
  readonly #context: ReaderContext;
  readonly #state: SourceState<CompletionProgress>;
  readonly #client: SemanticScholarClient;
  #progress: CompletionProgress;
  #isConfirmed: boolean;
  #requests = 0;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#state = context.state as SourceState<CompletionProgress>;
    this.#isConfirmed = this.#state.progress !== null;
    this.#progress = this.#state.progress ??= { after: null, read: 0 };
    this.#client = new SemanticScholarClient(context.settings, context.limits);
  }

  async *items(): AsyncGenerator<SourceItem | Checkpoint, boolean> {
    const { store, progress, confirm } = this.#context;
    const { paperCount } = await store.statistics();
    const requests = Math.ceil(paperCount / (PAGES * LARGEST_PAGE));
    const estimate = { records: paperCount, recordsRead: this.#progress.read, requests, costUsd: 0 };
    if (!(await confirm({ ...estimate, more: 'and more requests if answers would be too large' })))
      return false;
    this.#isConfirmed = true;
    progress.bytesTotal = paperCount;
    for (;;) {
      const papers = await this.#nextPapers();
      const last = papers.at(-1);
      if (!last) break;
      yield* this.#complete(papers.flatMap((paper) => askedPaper(paper) ?? []));
      this.#progress.after = last.id;
      this.#progress.read += papers.length;
      progress.bytesRead = this.#progress.read;
    }
    this.#state.recordCount = this.#progress.read;
    Object.assign(this.#progress, { after: null, read: 0 });
    return true;
  }

  documents(): readonly Document[] {
    if (!this.#isConfirmed) return [];
    return [documentOf(this.#state)];
  }

  costText(): string {
    return counted(this.#requests, 'request');
  }

  async #nextPapers(): Promise<Paper[]> {
    const papers: Paper[] = [];
    let after = this.#progress.after;
    for (let page = 0; page < PAGES; page += 1) {
      const { entries, hasNext } = await this.#context.store.list('PAPER', {
        first: LARGEST_PAGE,
        order: ['id'],
        count: false,
        ...(after !== null && { after: [after] }),
      });
      papers.push(...entries.map(({ node }) => node as Paper));
      after = papers.at(-1)?.id ?? null;
      if (!hasNext) break;
    }
    return papers;
  }

  /**
   * Requests the papers. If the answer would be too large, requests each half of the papers separately, and a single
   * paper without the papers that cite it.
   */
  async *#complete(
    papers: readonly AskedPaper[],
    hasCitations = true,
  ): AsyncGenerator<SourceItem | Checkpoint> {
    if (papers.length === 0) return;
    const { signal, retries: limits } = this.#context;
    const beforeAttempt = (): Checkpoint[] => {
      this.#requests += 1;
      return [{ checkpoint: new Map(this.documents()) }];
    };
    const ids = papers.map(({ id }) => id);
    const attempt = () => this.#client.papers(ids, hasCitations, signal);
    let answers: readonly unknown[];
    try {
      answers = yield* withRetries(attempt, { beforeAttempt, limits, signal });
    } catch (error) {
      if (!(error instanceof SourceError) || error.code !== 'BAD_USER_INPUT' || !hasCitations) throw error;
      const half = Math.ceil(papers.length / 2);
      yield* this.#complete(papers.slice(0, half), papers.length > 1);
      yield* this.#complete(papers.slice(half));
      return;
    }
    yield* this.#records(papers, answers);
  }

  async *#records(
    papers: readonly AskedPaper[],
    answers: readonly unknown[],
  ): AsyncGenerator<SourceItem | Checkpoint> {
    const isStored = await this.#storedAmong(answers.filter(isObject).flatMap(citingPapers).flat());
    for (const [index, asked] of papers.entries()) {
      const answer = answers[index];
      const origin = { file: this.#state.name, line: this.#progress.read + index + 1 };
      if (!isObject(answer)) continue;
      yield* translatedItems(origin, () =>
        completionRecords(asked, answer, isStored).map((value) => ({ origin, value })),
      );
    }
  }

  /** Looks up which of the papers are stored. Citations by others are left out, because there are very many. */
  async #storedAmong(references: readonly string[]): Promise<(reference: string) => boolean> {
    const keys = new Set(references.flatMap((reference) => referenceKey(reference) ?? []));
    const stored = await this.#context.store.entities([...keys]);
    return (reference) => stored.has(referenceKey(reference) ?? '');
  }
}
