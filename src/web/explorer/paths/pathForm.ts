import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { pathsPath, type PathKind } from '../address.ts';
import { icon } from '../components/icon.ts';
import { selectField } from '../components/selectField.ts';
import { NavigateEvent } from '../views/view.ts';
import { endpointField, type Endpoint } from './endpointField.ts';
import { numberField } from './numberField.ts';
import { formatPathOptions, hasFilter, maxLengths, pathCounts, type PathOptions } from './pathOptions.ts';

/** The form of a path search. Submitting it navigates to the address with the chosen options. */
export class PathForm extends LitElement {
  static override properties = {
    kind: { attribute: false },
    options: { attribute: false },
    endpoints: { attribute: false },
  };
  declare kind: PathKind;
  /** The options in the address of the page. */
  declare options: PathOptions;
  /** The entities of the current address, once their names are loaded. */
  declare endpoints: readonly Endpoint[];
  /** The options that the user is editing. */
  private draft!: PathOptions;
  private from: Endpoint | undefined;
  private to: Endpoint | undefined;
  private isIncomplete = false;

  /**
   * Discards changes that were not submitted: when the user comes back to this page, the form shows the options of the
   * address.
   */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resetDraft();
    this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('options')) this.resetDraft();
    if (changed.has('endpoints')) {
      // Keeps an end of the path that the user has typed or selected in the meantime.
      this.from ??= this.endpointOf(this.draft.from);
      this.to ??= this.endpointOf(this.draft.to);
    }
  }

  protected override render(): TemplateResult {
    const kind = this.kind === 'authors' ? 'AUTHOR' : 'TOPIC';
    return html`
      <form class="panel path-form" @submit=${this.onSubmit} novalidate>
        <div class="endpoints">
          ${endpointField('From', kind, this.from, (endpoint) => this.setEndpoint('from', endpoint))}
          <button type="button" class="plain swap" aria-label="Swap From and To" @click=${this.swap}>
            ${icon('swap')}
          </button>
          ${endpointField('To', kind, this.to, (endpoint) => this.setEndpoint('to', endpoint))}
          <button class="primary">Find</button>
        </div>
        ${
          this.isIncomplete
            ? html`<p class="error" role="alert">
                Choose both ${kind === 'AUTHOR' ? 'people' : 'topics'}: type a name, then pick an entry of the
                list with the arrow keys or the mouse.
              </p>`
            : nothing
        }
        <details class="options" ?open=${hasFilter(this.draft)}>
          <summary>Options</summary>
          <div class="fields">
            ${this.kind === 'authors' ? this.costField() : this.throughField()} ${this.sizeFields()}
            ${this.kind === 'authors' ? this.filterFields() : nothing}
          </div>
        </details>
      </form>
    `;
  }

  private costField(): TemplateResult {
    const labels = { HOPS: 'Fewest steps', STRENGTH: 'Strongest ties' };
    return selectField('Prefer', labels, this.draft.cost, (cost) => (this.draft.cost = cost));
  }

  private throughField(): TemplateResult {
    const labels = { PAPERS: 'Papers about both topics', AUTHORS: 'Authors who work on both topics' };
    return selectField(
      'Connected by',
      labels,
      this.draft.through,
      (through) => (this.draft.through = through),
    );
  }

  private sizeFields(): TemplateResult {
    const { draft } = this;
    const countLabels = numberLabels(pathCounts, draft.k);
    const lengthLabels = numberLabels(maxLengths, draft.maxLength);
    return html`
      ${selectField('Number of paths', countLabels, String(draft.k), (k) => (draft.k = Number(k)))}
      ${selectField('Maximum number of steps', lengthLabels, String(draft.maxLength), (length) => (draft.maxLength = Number(length)))}
    `;
  }

  private filterFields(): TemplateResult {
    const { draft } = this;
    return html`
      ${numberField('Papers from year', 'any', draft.fromYear, (value) => (draft.fromYear = value))}
      ${numberField('Papers to year', 'any', draft.toYear, (value) => (draft.toYear = value))}
      ${numberField('Minimum of joint papers', '1', draft.minPapers, (value) => (draft.minPapers = value))}
      ${numberField('Maximum of authors per paper', 'any', draft.maxAuthors, (value) => (draft.maxAuthors = value))}
    `;
  }

  private resetDraft(): void {
    this.draft = { ...this.options };
    this.from = this.endpointOf(this.draft.from);
    this.to = this.endpointOf(this.draft.to);
  }

  private endpointOf(id: string): Endpoint | undefined {
    return this.endpoints.find((endpoint) => endpoint.id === id);
  }

  private setEndpoint(side: 'from' | 'to', endpoint: Endpoint): void {
    this[side] = endpoint;
    this.draft[side] = endpoint.id;
    this.isIncomplete = false;
    this.requestUpdate();
  }

  private readonly swap = (): void => {
    [this.from, this.to] = [this.to, this.from];
    [this.draft.from, this.draft.to] = [this.draft.to, this.draft.from];
    this.requestUpdate();
  };

  private readonly onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.isIncomplete = this.draft.from === '' || this.draft.to === '';
    this.requestUpdate();
    if (!this.isIncomplete)
      this.dispatchEvent(new NavigateEvent(pathsPath(this.kind, formatPathOptions(this.draft))));
  };
}

/** Labels for a drop-down of numbers, including the current one. */
const numberLabels = (numbers: readonly number[], current: number): Record<string, string> =>
  Object.fromEntries([...new Set([...numbers, current])].sort((a, b) => a - b).map((n) => [n, String(n)]));

customElements.define('path-form', PathForm);
