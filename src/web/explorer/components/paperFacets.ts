import { html, LitElement, nothing, type TemplateResult } from 'lit';
import {
  PaperFacetsDocument,
  type FacetGroupsFragment,
  type PaperFacetsQuery,
  type PaperFacetsQueryVariables,
  type PaperFilter,
  type PaperType,
} from '../__generated__/graphql.ts';
import { QueryController } from '../api/queryController.ts';
import { formatNumber } from '../format.ts';
import { paperTypeLabels } from '../labels.ts';

type Facet = keyof PaperFacetsQuery;

const facets = ['years', 'venues', 'types', 'topics'] as const satisfies readonly Facet[];

const headings: Readonly<Record<Facet, string>> = {
  years: 'Year',
  venues: 'Venue',
  types: 'Type',
  topics: 'Topic',
};

/** The chosen values of each facet, with the texts to print. */
type Choices = Readonly<Partial<Record<Facet, { value: string; label: string }>>>;

/** The papers with all chosen values. */
const filterOf = ({ years, venues, types, topics }: Choices): PaperFilter => ({
  years: years ? { from: Number(years.value), to: Number(years.value) } : null,
  venueNames: venues ? [venues.value] : null,
  paperTypes: types ? [types.value as PaperType] : null,
  topicIds: topics ? [topics.value] : null,
});

/** The papers should be filtered. */
export class PaperFilterEvent extends Event {
  readonly filter: PaperFilter;

  constructor(filter: PaperFilter) {
    super('paper-filter');
    this.filter = filter;
  }
}

/**
 * Filters for the papers of an entity, each value with its number of papers. They are loaded when the user opens them.
 *
 * @fires paper-filter {PaperFilterEvent}
 */
class PaperFacets extends LitElement {
  static override properties = { entityId: { attribute: false }, choices: { state: true } };
  declare entityId: string;
  declare private choices: Choices;
  private readonly query = new QueryController<PaperFacetsQuery, PaperFacetsQueryVariables>(
    this,
    PaperFacetsDocument,
    (data) => (this.data = data),
  );
  /** The last answer; it stays while the next one is loading. */
  private data: PaperFacetsQuery | undefined;

  constructor() {
    super();
    this.choices = {};
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { state } = this.query;
    return html`<details class="facets" @toggle=${this.onToggle}>
      <summary>Filter</summary>
      ${
        state.status === 'failed'
          ? html`<p role="alert">
              ${state.error.userMessage}
              <button class="link" @click=${() => this.query.retry()}>Try again</button>
            </p>`
          : nothing
      }
      <div class="facet-groups" aria-busy=${state.status === 'loading'}>
        ${facets.map((facet) => this.facet(facet, this.data?.[facet]))}
      </div>
    </details>`;
  }

  private facet(facet: Facet, groups: FacetGroupsFragment | null | undefined): unknown {
    const chosen = this.choices[facet];
    // A facet with a single value does not narrow the list.
    if (!groups || (!chosen && groups.nodes.length < 2)) return nothing;
    const sorted =
      facet === 'years'
        ? [...groups.nodes].sort((one, other) => Number(other.keys[0]?.value) - Number(one.keys[0]?.value))
        : groups.nodes;
    return html`<fieldset>
      <legend>${headings[facet]}</legend>
      ${sorted.map(({ keys: [key], paperCount }) => {
        if (!key) return nothing;
        const label = facet === 'types' ? paperTypeLabels[key.value as PaperType] : key.label;
        return html`<button
          class="facet"
          aria-pressed=${chosen?.value === key.value}
          @click=${() => this.choose(facet, { value: key.value, label })}
        >
          ${label} <span class="count">${formatNumber(paperCount)}</span>
        </button>`;
      })}
    </fieldset>`;
  }

  private choose(facet: Facet, choice: { value: string; label: string }): void {
    const isChosen = this.choices[facet]?.value === choice.value;
    const { [facet]: _, ...others } = this.choices;
    this.choices = isChosen ? others : { ...others, [facet]: choice };
    this.load();
    this.dispatchEvent(new PaperFilterEvent(filterOf(this.choices)));
  }

  private readonly onToggle = ({ target }: Event): void => {
    if (target instanceof HTMLDetailsElement && target.open && !this.data) this.load();
  };

  private load(): void {
    this.query.start({ id: this.entityId, filter: filterOf(this.choices) });
  }
}

customElements.define('paper-facets', PaperFacets);
