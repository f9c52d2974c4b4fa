import type { ReactiveControllerHost } from 'lit';
import { ReviewCandidatesDocument, type CandidateFieldsFragment } from '../__generated__/graphql.ts';
import type { ReviewedKind } from '../address.ts';
import { pagedQuery, type PagedList } from '../api/pagedList.ts';
import { RequestError } from '../api/requestError.ts';
import { decide, undo } from './decisions.ts';
import type { Verdict } from './verdict.ts';
import { isSettled } from './isSettled.ts';

/** The maximum number of requests for the first page of candidates. */
const MOST_ATTEMPTS = 5;
/** In ms. A request that fails in less time did not fail because of its time limit, so it is not repeated. */
const SHORTEST_COMPUTATION = 1_000;

interface Decision {
  index: number;
  ids: readonly string[];
  verdict: Verdict;
  correctionId: Promise<string>;
}

/**
 * The candidates (pairs of authors or papers that may be one), which are shown one after the other, and the user's
 * decisions since the page was opened. Decisions are sent to the server in the background.
 */
export class CandidateQueue {
  readonly list: PagedList<{ readonly node: CandidateFieldsFragment }>;
  index = 0;
  /** If a decision could not be stored, a sentence that says why. */
  problem: string | undefined;
  /** The number of decisions that are being stored. */
  private sending = 0;
  /** The request for the last decision. The next decision is sent after it, so that decisions are stored in order. */
  private lastSent: Promise<unknown> = Promise.resolve();
  private readonly decisions: Decision[] = [];
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost, kind: ReviewedKind) {
    this.host = host;
    this.list = pagedQuery(
      host,
      ReviewCandidatesDocument,
      (after) => ({ kind, after }),
      ({ duplicateCandidates }) => duplicateCandidates,
    );
    void this.loadFirst();
  }

  get current(): CandidateFieldsFragment | undefined {
    return this.list.items[this.index]?.node;
  }

  /** The decision about the current candidate; undefined if there is none. */
  get verdict(): Verdict | undefined {
    return this.decisions.find(({ index }) => index === this.index)?.verdict;
  }

  get isSending(): boolean {
    return this.sending > 0;
  }

  get canUndo(): boolean {
    return this.decisions.length > 0;
  }

  /** Shows the next candidate. The next page of candidates is loaded before the user reaches the last candidate. */
  skip(): void {
    this.index = this.openFrom(this.index + 1, 1);
    if (this.index >= this.list.items.length - 3 && this.list.hasMore && this.list.status !== 'loading') {
      void this.list.loadMore();
    }
    this.host.requestUpdate();
  }

  back(): void {
    this.index = Math.max(0, this.openFrom(this.index - 1, -1));
    this.host.requestUpdate();
  }

  /**
   * Stores a decision and shows the next candidate without waiting. If storing fails, the decision is dropped and its
   * candidate is shown again.
   */
  async decide(verdict: Verdict, reason: string): Promise<void> {
    const { current, index } = this;
    if (!current || this.verdict) return;
    const correctionId = this.send(() => decide(current, verdict, reason));
    const decision = { index, ids: idsOf(current), verdict, correctionId };
    this.decisions.push(decision);
    this.skip();
    await correctionId.catch(() => {
      this.remove(decision);
      this.index = index;
    });
    this.host.requestUpdate();
  }

  /** Undoes the last decision since the page was opened, and shows its candidate again. */
  async undo(): Promise<void> {
    const last = this.decisions.at(-1);
    if (!last) return;
    this.remove(last);
    this.index = last.index;
    await this.send(async () => undo(await last.correctionId)).catch(() => this.decisions.push(last));
    this.host.requestUpdate();
  }

  /** Removes the decision whose correction was undone elsewhere on the page. */
  async forget(correctionId: string): Promise<void> {
    for (const decision of [...this.decisions]) {
      if ((await decision.correctionId) === correctionId) this.remove(decision);
    }
  }

  /**
   * Computing the candidates may take the server longer than the time limit of a request. The server continues to
   * compute them after the request has failed, so the request is sent again.
   */
  private async loadFirst(): Promise<void> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const start = performance.now();
      await this.list.reload();
      if (this.list.status !== 'failed' || performance.now() - start < SHORTEST_COMPUTATION) return;
    }
  }

  /**
   * Returns the index of the nearest candidate that other decisions do not already imply, from `start` on in the given
   * direction.
   */
  private openFrom(start: number, direction: 1 | -1): number {
    let index = start;
    for (let each = this.list.items[index]; each; each = this.list.items[(index += direction)]) {
      const isDecided = this.decisions.some((decision) => decision.index === index);
      if (isDecided || !isSettled(idsOf(each.node), this.decisions)) break;
    }
    return Math.min(index, this.list.items.length);
  }

  private remove(decision: Decision): void {
    this.decisions.splice(this.decisions.indexOf(decision), 1);
  }

  private send<Result>(request: () => Promise<Result>): Promise<Result> {
    this.problem = undefined;
    this.sending += 1;
    const sent = this.lastSent.then(request);
    this.lastSent = sent
      .catch((error: unknown) => {
        this.problem = error instanceof RequestError ? error.message : String(error);
      })
      .finally(() => {
        this.sending -= 1;
        this.host.requestUpdate();
      });
    this.host.requestUpdate();
    return sent;
  }
}

const idsOf = ({ entities }: CandidateFieldsFragment): string[] => entities.map(({ id }) => id);
