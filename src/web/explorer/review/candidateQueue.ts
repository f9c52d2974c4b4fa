import type { ReactiveControllerHost } from 'lit';
import { ReviewCandidatesDocument, type CandidateFieldsFragment } from '../__generated__/graphql.ts';
import { pagedQuery, type PagedList } from '../api/pagedList.ts';
import { RequestError } from '../api/requestError.ts';
import { decide, undo, type Verdict } from './decisions.ts';

interface Decision {
  index: number;
  verdict: Verdict;
  correctionId: string;
}

/** The candidates, of which one is looked at, and the decisions of this visit. */
export class CandidateQueue {
  readonly list: PagedList<{ readonly node: CandidateFieldsFragment }>;
  index = 0;
  /** Why the last decision was not stored. */
  problem: string | undefined;
  isSending = false;
  private readonly decisions: Decision[] = [];
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    this.list = pagedQuery(
      host,
      ReviewCandidatesDocument,
      (after) => ({ after }),
      ({ duplicateCandidates }) => duplicateCandidates,
    );
    void this.list.reload();
  }

  get current(): CandidateFieldsFragment | undefined {
    return this.list.items[this.index]?.node;
  }

  /** What was decided about the current candidate. */
  get verdict(): Verdict | undefined {
    return this.decisions.find(({ index }) => index === this.index)?.verdict;
  }

  get canUndo(): boolean {
    return this.decisions.length > 0;
  }

  /** Shows the next candidate; the next page is loaded before the last one is reached. */
  skip(): void {
    if (this.index < this.list.items.length) this.index += 1;
    if (this.index >= this.list.items.length - 3 && this.list.hasMore && this.list.status !== 'loading') {
      void this.list.loadMore();
    }
    this.host.requestUpdate();
  }

  back(): void {
    this.index = Math.max(0, this.index - 1);
    this.host.requestUpdate();
  }

  async decide(verdict: Verdict, reason: string): Promise<void> {
    const { current, index } = this;
    if (!current || this.verdict) return;
    await this.send(async () => {
      const correctionId = await decide(current, verdict, reason);
      this.decisions.push({ index, verdict, correctionId });
      this.skip();
    });
  }

  /** Takes the last decision of this visit back, and shows its candidate again. */
  async undo(): Promise<void> {
    const last = this.decisions.at(-1);
    if (!last) return;
    await this.send(async () => {
      await undo(last.correctionId);
      this.forget(last.correctionId);
      this.index = last.index;
    });
  }

  /** For a correction that was undone elsewhere on the page. */
  forget(correctionId: string): void {
    const place = this.decisions.findIndex((each) => each.correctionId === correctionId);
    if (place >= 0) this.decisions.splice(place, 1);
  }

  private async send(request: () => Promise<void>): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      await request();
    } catch (error) {
      this.problem = error instanceof RequestError ? error.message : String(error);
    }
    this.isSending = false;
    this.host.requestUpdate();
  }
}
