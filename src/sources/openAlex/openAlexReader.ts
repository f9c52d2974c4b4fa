import { counted } from '../../graph/counted.ts';
import type { SourceState } from '../../graph/sources/sourceState.ts';
import { openAlexItems } from '../../import/formats/openAlex/openAlex.ts';
import { openAlexId, topicRecorder } from '../../import/formats/openAlex/topicHierarchy.ts';
import { isObject } from '../../import/formats/reading/jsonFields.ts';
import type { Checkpoint, RecordOrigin, SourceItem } from '../../import/importRecord.ts';
import { translatedItems } from '../../import/translated.ts';
import { SourceError } from '../sourceError.ts';
import { documentOf } from '../stateOf.ts';
import type { Document, ReaderContext, SourceReader } from '../sourceReader.ts';
import { coauthorsOf } from './coauthors.ts';
import { OpenAlexBudget } from './openAlexBudget.ts';
import { OpenAlexClient, type WorksPage } from './openAlexClient.ts';
import { ListedWorks } from './listedWorks.ts';
import { listFilters } from './openAlexLists.ts';
import {
  FIRST_CURSOR,
  firstProgress,
  newPass,
  type OpenAlexProgress,
  type PassPosition,
} from './openAlexProgress.ts';
import { PassRecovery } from './passRecovery.ts';
import { readPage, type PageOutcome } from './readPage.ts';
import { checkPage, type ListPosition } from './checkPage.ts';
import { estimateOf } from './estimateOf.ts';
import { SingleWorks } from './singleWorks.ts';

/** Reads the works of a scope, and the works of co-authors if the scope has the option `hops`. */
export class OpenAlexReader implements SourceReader {
  readonly #context: ReaderContext;
  readonly #state: SourceState<OpenAlexProgress>;
  readonly #progress: OpenAlexProgress;
  readonly #budget: OpenAlexBudget;
  readonly #client: OpenAlexClient;
  readonly #singleWorks: SingleWorks;
  readonly #listedWorks: ListedWorks;
  readonly #coauthors: Set<string>;
  readonly #recorder = topicRecorder();
  readonly #recovery: PassRecovery;
  #isConfirmed: boolean;
  #line = 0;

  constructor(context: ReaderContext) {
    const { settings, documents, limits } = context;
    const state = context.state as SourceState<OpenAlexProgress>;
    this.#isConfirmed = state.progress !== null;
    this.#context = context;
    this.#state = state;
    this.#progress = state.progress ??= firstProgress();
    this.#budget = new OpenAlexBudget(documents, {
      source: state.name,
      budgetUsd: settings.openAlex.budgetUsd,
      hasKey: settings.openAlex.apiKey !== undefined,
    });
    this.#client = new OpenAlexClient(settings, this.#budget, limits);
    this.#singleWorks = new SingleWorks(this.#client, context);
    this.#listedWorks = new ListedWorks(state.name, documents);
    this.#coauthors = new Set(this.#progress.coauthors);
    this.#recovery = new PassRecovery(this.#progress);
  }

  async *items(): AsyncGenerator<SourceItem | Checkpoint, boolean> {
    const progress = this.#progress;
    const pass = (progress.pass ??= newPass(progress));
    while (!this.#isComplete(pass)) {
      try {
        if (!(yield* this.#readList(pass))) return false;
      } catch (error) {
        this.#recovery.recover(error, pass);
      }
    }
    if (pass.window === null) {
      const missing = this.#listedWorks.missingFrom(pass.startedAt);
      const unread = yield* this.#singleWorks.vanished(missing, this.#origin());
      this.#listedWorks.carryOver(pass.startedAt, pass.read, unread);
      this.#listedWorks.forgetBefore(pass.startedAt);
      progress.lastFullPass = pass.startedAt;
      this.#state.recordCount = this.#listedWorks.countOf(pass.startedAt);
    }
    progress.lastPass = pass.startedAt;
    progress.coauthorsRead = progress.coauthors.length;
    progress.pass = null;
    return true;
  }

  documents(): readonly Document[] {
    if (!this.#isConfirmed) return [this.#budget.document];
    return [this.#budget.document, documentOf(this.#state), ...this.#listedWorks.changes];
  }

  costText(): string | undefined {
    const { requests, spentUsd } = this.#budget;
    return `${counted(requests, 'request')} for lists, $${this.#budget.costUsd(requests)}; $${spentUsd} spent today`;
  }

  #isComplete(pass: PassPosition): boolean {
    return this.#isFull(pass) || pass.list >= listFilters(this.#state.scope, this.#progress, pass).length;
  }

  /** Reads one list to its end. @returns false if the user did not agree to the estimated number of records and cost */
  async *#readList(pass: PassPosition): AsyncGenerator<SourceItem | Checkpoint, boolean> {
    const filter = listFilters(this.#state.scope, this.#progress, pass)[pass.list] ?? '';
    const cursors = new Set([pass.cursor]);
    let isNoted = false;
    for (let isFirst = true; ; isFirst = false) {
      const position = { readBefore: pass.readInList, cursors, isNoted };
      const { page, note, fault } = yield* this.#page(filter, pass, position);
      if (isFirst && !(await this.#confirm(page, pass))) return false;
      yield* this.#records(page, pass);
      if (fault) throw fault;
      if (note !== undefined) {
        yield { origin: this.#origin(), problem: { kind: 'contradictoryCount', message: note } };
        isNoted = true;
      }
      if (page.nextCursor === null || page.works.length === 0 || this.#isFull(pass)) {
        Object.assign(pass, { list: pass.list + 1, cursor: FIRST_CURSOR, readInList: 0 });
        return true;
      }
      pass.cursor = page.nextCursor;
      cursors.add(pass.cursor);
    }
  }

  #isFull({ read }: PassPosition): boolean {
    return read >= (this.#state.scope.most ?? Infinity);
  }

  #page(
    filter: string,
    { cursor }: PassPosition,
    position: ListPosition,
  ): AsyncGenerator<Checkpoint, PageOutcome> {
    const { signal, retries: limits } = this.#context;
    const beforeAttempt = (): Checkpoint[] => {
      this.#budget.reserve();
      return [{ checkpoint: new Map(this.documents()) }];
    };
    const attempt = async () => checkPage(await this.#client.works(filter, cursor, signal), position);
    return readPage(attempt, { beforeAttempt, limits, signal });
  }

  /**
   * Asks the user before works of the first list are stored, and again when there are more works than the user agreed
   * to.
   */
  async #confirm({ count, works }: WorksPage, pass: PassPosition): Promise<boolean> {
    const { confirm, progress } = this.#context;
    const { scope } = this.#state;
    const isFirstPage = this.#progress.lastPass === null && pass.list === 0 && pass.read === 0;
    if (isFirstPage && count === 0 && works.length === 0) {
      throw new SourceError(
        'BAD_USER_INPUT',
        'No work in OpenAlex matches the scope. Check its identifiers and its filter.',
      );
    }
    const estimate = estimateOf(scope, count, pass, (requests) => this.#budget.costUsd(requests));
    progress.bytesTotal = estimate.records;
    if (!(await confirm(estimate))) return false;
    this.#isConfirmed = true;
    return true;
  }

  async *#records({ works }: WorksPage, pass: PassPosition): AsyncGenerator<SourceItem | Checkpoint> {
    const { state, progress, collaborationCap } = this.#context;
    const { orcid, hops, most = Infinity } = state.scope;
    const wanted = works.slice(0, most - pass.read);
    for (const listed of wanted) {
      this.#line += 1;
      const work = yield* this.#singleWorks.completed(listed, this.#origin());
      const origin = this.#origin();
      yield* translatedItems(origin, () => openAlexItems(work, origin, this.#recorder));
      if (hops !== 1 || orcid === undefined || pass.list > 0) continue;
      for (const id of coauthorsOf(work, orcid, collaborationCap)) this.#coauthors.add(id);
    }
    this.#progress.coauthors = [...this.#coauthors];
    const ids = wanted.flatMap((work) => (isObject(work) && openAlexId('PAPER', work['id'])) || []);
    this.#listedWorks.add(pass.startedAt, pass.read, ids);
    pass.readInList += works.length;
    pass.read += wanted.length;
    progress.bytesRead = pass.read;
    if (this.#progress.lastFullPass === null) state.recordCount = pass.read;
  }

  /**
   * The origin of the last record: the name of the source as the file, and the number of the work in this run as the
   * line.
   */
  #origin(): RecordOrigin {
    return { file: this.#state.name, line: this.#line };
  }
}
