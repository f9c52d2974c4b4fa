import '../styles/identity.css';
import { html, nothing, type TemplateResult } from 'lit';
import { reviewPath, type ReviewedKind } from '../address.ts';
import { CorrectionsDocument } from '../__generated__/graphql.ts';
import { pagedQuery } from '../api/pagedList.ts';
import { loadingPlaceholder } from '../components/loadingPlaceholder.ts';
import { pagedItems } from '../components/pagedItems.ts';
import { panel } from '../components/panel.ts';
import { formatNumber } from '../format.ts';
import { comparison, likelihood } from '../identity/comparison.ts';
import { CandidateQueue } from '../review/candidateQueue.ts';
import { correctionItem } from '../review/correctionItem.ts';
import { undo } from '../review/decisions.ts';
import { keyForm } from '../review/keyForm.ts';
import { Reviewer } from '../review/reviewer.ts';
import { reviewTexts } from '../review/reviewTexts.ts';
import type { Verdict } from '../review/verdict.ts';
import { View } from './view.ts';
import { retryMessage } from '../components/retryMessage.ts';

/** Works through pairs of authors or papers that may be one, by keyboard or mouse, and shows the history of corrections. */
export class ReviewView extends View {
  private readonly reviewer = new Reviewer(this);
  private readonly queue: CandidateQueue;
  private readonly kind: ReviewedKind;
  private reason = '';
  private readonly history = pagedQuery(
    this,
    CorrectionsDocument,
    (after) => ({ after }),
    ({ corrections }) => corrections,
  );

  constructor(kind: ReviewedKind) {
    super();
    this.kind = kind;
    this.queue = new CandidateQueue(this, kind);
    this.heading = reviewTexts[kind].heading;
    void this.history.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKeyDown);
    window.addEventListener('beforeunload', this.onUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKeyDown);
    window.removeEventListener('beforeunload', this.onUnload);
  }

  protected override render(): TemplateResult {
    const { heading, lead } = reviewTexts[this.kind];
    const other = this.kind === 'AUTHOR' ? 'PAPER' : 'AUTHOR';
    return html`
      <article class="page review">
        <header class="head">
          <h1 tabindex="-1">${heading}</h1>
          <p class="lead">${lead} <a href=${reviewPath(other)}>${reviewTexts[other].heading}</a></p>
          ${keyForm(this.reviewer)}
        </header>
        <section class="panel" aria-label="Candidate" aria-busy=${this.queue.isSending}>
          ${this.candidate()}
        </section>
        ${panel({
          id: 'history',
          heading: 'Corrections',
          count: this.history.total,
          body: pagedItems(
            this.history,
            ({ node }) => correctionItem(node, this.undoOf(node.id)),
            { empty: 'No corrections were made.', noun: 'corrections' },
            'correction-list',
          ),
        })}
      </article>
    `;
  }

  private candidate(): TemplateResult {
    const { current, list, index, verdict, problem } = this.queue;
    if (!current) return this.noCandidate();
    const total = list.total === undefined ? '' : ` of ${formatNumber(list.total)}`;
    return html`
      <div class="panel-head">
        <h2 aria-live="polite">
          ${likelihood(current)} <span class="count">${formatNumber(index + 1)}${total}</span>
        </h2>
        <div class="controls">
          <button @click=${() => this.queue.back()} ?disabled=${index === 0}>Back ${hint('P')}</button>
          <button @click=${() => this.queue.skip()}>Skip ${hint('N')}</button>
        </div>
      </div>
      ${comparison(current)}
      ${verdict ? html`<p class="verdict">${reviewTexts[this.kind].verdicts[verdict]}</p>` : nothing}
      ${this.reviewer.name === undefined ? nothing : this.decisionButtons(verdict)}
      ${problem === undefined ? nothing : html`<p class="error" role="alert">${problem}</p>`}
    `;
  }

  private noCandidate(): TemplateResult {
    const { list, index } = this.queue;
    if (list.status === 'loading') return loadingPlaceholder(8);
    if (list.status === 'failed') {
      const retry = () => void (list.items.length > 0 ? list.loadMore() : list.reload());
      return retryMessage(
        'The candidates could not be loaded. The server may have to compute them first, which may take longer than one request.',
        retry,
      );
    }
    return html`<p class="empty">
        ${index > 0 ? 'There are no more candidates.' : 'There are no candidates.'}
      </p>
      ${index > 0 ? html`<button @click=${() => this.queue.back()}>Back ${hint('P')}</button>` : nothing}`;
  }

  private decisionButtons(verdict: Verdict | undefined): TemplateResult {
    const isOff = verdict !== undefined;
    const { buttons } = reviewTexts[this.kind];
    return html`<div class="decision">
      <label class="field"
        ><span>Reason (optional)</span>
        <input
          .value=${this.reason}
          maxlength="200"
          @input=${(event: InputEvent) => (this.reason = (event.target as HTMLInputElement).value)}
        />
      </label>
      <button class="primary" ?disabled=${isOff} @click=${() => void this.decide('same')}>
        ${buttons.same} ${hint('S')}
      </button>
      <button class="primary" ?disabled=${isOff} @click=${() => void this.decide('different')}>
        ${buttons.different} ${hint('D')}
      </button>
      <button ?disabled=${!this.queue.canUndo} @click=${() => void this.undoLast()}>Undo ${hint('U')}</button>
    </div>`;
  }

  private async decide(verdict: Verdict): Promise<void> {
    if (this.reviewer.name === undefined) return;
    const { reason } = this;
    this.reason = '';
    await this.queue.decide(verdict, reason.trim());
    if (this.queue.problem !== undefined) this.reason = reason;
    void this.history.reload();
  }

  private async undoLast(): Promise<void> {
    if (this.reviewer.name === undefined) return;
    await this.queue.undo();
    void this.history.reload();
  }

  private undoOf(id: string): (() => void) | undefined {
    if (this.reviewer.name === undefined) return undefined;
    return () =>
      void undo(id).then(() => {
        void this.queue.forget(id);
        return this.history.reload();
      });
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea');
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping) return;
    const action = this.actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  };

  /** Makes the browser ask before it leaves the page while decisions are being stored, because they would be lost. */
  private readonly onUnload = (event: BeforeUnloadEvent): void => {
    if (this.queue.isSending) event.preventDefault();
  };

  /** The action of each keyboard key. */
  private readonly actions: Readonly<Record<string, () => void>> = {
    s: () => void this.decide('same'),
    d: () => void this.decide('different'),
    u: () => void this.undoLast(),
    n: () => this.queue.skip(),
    p: () => this.queue.back(),
  };
}

const hint = (key: string): TemplateResult => html`<kbd aria-hidden="true">${key}</kbd>`;

customElements.define('review-view', ReviewView);
