import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
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
import { facetFilter, facets, hasFacet, type Facet, type FacetChoices } from './paperChoices.ts';
import { retryMessage } from './retryMessage.ts';

const headings: Readonly<Record<Facet, string>> = {
  year: 'Year',
  venue: 'Venue',
  type: 'Type',
  topic: 'Topic',
  author: 'Author',
};

/** The maximum number of values that are offered for each facet. */
const MOST_VALUES = 8;
const MOST_YEARS = 12;

interface Value {
  value: string;
  label: string;
  /** Undefined for a chosen value that is not among the most frequent values. */
  paperCount: number | undefined;
  /** Whether choosing the topic also shows papers about narrower topics, which are not counted. */
  hasNarrower: boolean;
}

/** Dispatched when the user has chosen other values. */
export class FacetsEvent extends Event {
  readonly choices: FacetChoices;

  constructor(choices: FacetChoices) {
    super('facets-change');
    this.choices = choices;
  }
}

/**
 * Filters for a list of papers, with the number of papers of each value. The numbers of a facet ignore the value that
 * is chosen in this facet, so that the user can choose another one. The filters are loaded when the user opens them.
 *
 * @fires facets-change {FacetsEvent}
 */
class PaperFacets extends LitElement {
  static override properties = {
    entityId: { attribute: false },
    searched: { attribute: false },
    choices: { attribute: false },
    startsOpen: { attribute: false },
  };
  /** If set, only papers of this entity are counted. */
  declare entityId: string | undefined;
  /** If set, only papers with these words in their titles are counted. */
  declare searched: string | undefined;
  declare choices: FacetChoices;
  /** Whether the filters are visible before the user opens them. */
  declare startsOpen: boolean;
  private readonly query = new QueryController<PaperFacetsQuery, PaperFacetsQueryVariables>(
    this,
    PaperFacetsDocument,
    (data) => (this.data = data),
  );
  /** The last answer to the query. It is shown until the next answer arrives. */
  private data: PaperFacetsQuery | undefined;
  private isOpen = false;

  constructor() {
    super();
    this.choices = {};
    this.startsOpen = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.isOpen ||= hasFacet(this.choices) || (this.startsOpen && !this.hasUpdated);
    if (this.isOpen && changed.has('choices')) this.load();
  }

  protected override render(): TemplateResult {
    const { state } = this.query;
    this.toggleAttribute('data-empty', this.isEmpty);
    return html`<details class="facets" ?open=${this.isOpen} @toggle=${this.onToggle}>
      <summary>${this.searched === undefined ? 'Filter' : 'Filter the papers'}</summary>
      ${state.status === 'failed' ? retryMessage(state.error.userMessage, () => this.query.retry()) : nothing}
      <div class="facet-groups" aria-busy=${state.status === 'loading'}>
        ${facets.map((facet) => this.facet(facet))}
      </div>
      ${this.isEmpty ? html`<p class="note">Nothing to choose: no value would shorten the list.</p>` : nothing}
      ${
        hasFacet(this.choices)
          ? html`<p><button class="link" @click=${() => this.change({})}>Show all papers</button></p>`
          : nothing
      }
    </details>`;
  }

  private facet(facet: Facet): TemplateResult | typeof nothing {
    const values = this.valuesOf(facet);
    if (!this.isOffered(facet, values)) return nothing;
    return html`<fieldset>
      <legend>${headings[facet]}</legend>
      ${values.map(
        ({ value, label, paperCount, hasNarrower }) =>
          html`<button
            class="facet"
            aria-pressed=${this.choices[facet] === value}
            title=${hasNarrower ? 'Also shows papers about narrower topics, which are not counted here' : nothing}
            @click=${() => this.choose(facet, value)}
          >
            ${label}${paperCount === undefined ? nothing : html` <span class="count">${formatNumber(paperCount)}${hasNarrower ? '+' : ''}</span>`}
          </button>`,
      )}
    </fieldset>`;
  }

  /** A facet with a single value is not offered, because it would not make the list shorter. */
  private isOffered(facet: Facet, values: readonly Value[]): boolean {
    return values.length >= (this.choices[facet] === undefined ? 2 : 1);
  }

  /** Whether the answer has arrived and no facet has values to choose from. */
  private get isEmpty(): boolean {
    return this.data !== undefined && !facets.some((facet) => this.isOffered(facet, this.valuesOf(facet)));
  }

  /**
   * The values with the most papers. If the chosen value is not one of these values, it is added as the first value.
   */
  private valuesOf(facet: Facet): Value[] {
    const values = valuesIn(facet, this.data?.[facet] ?? null).filter(({ value }) => value !== this.entityId);
    const shown = values.slice(0, facet === 'year' ? MOST_YEARS : MOST_VALUES);
    const chosen = this.choices[facet];
    if (!this.data || chosen === undefined || shown.some(({ value }) => value === chosen)) return shown;
    const named = this.data.chosen.find((node) => node?.id === chosen);
    const label = named && 'label' in named ? named.label : labelOf(facet, chosen, chosen);
    return [{ value: chosen, label, paperCount: undefined, hasNarrower: false }, ...shown];
  }

  private choose(facet: Facet, value: string): void {
    const { [facet]: current, ...others } = this.choices;
    this.change(current === value ? others : { ...others, [facet]: value });
  }

  private change(choices: FacetChoices): void {
    this.choices = choices;
    this.dispatchEvent(new FacetsEvent(choices));
  }

  private readonly onToggle = ({ target }: Event): void => {
    if (!(target instanceof HTMLDetailsElement)) return;
    this.isOpen = target.open;
    if (target.open && this.query.state.status === 'idle') this.load();
  };

  private load(): void {
    const without = (facet: Facet): PaperFilter =>
      facetFilter({ ...this.choices, [facet]: undefined }, this.searched);
    this.query.start({
      id: this.entityId ?? null,
      ...{ year: without('year'), venue: without('venue'), type: without('type') },
      ...{ topic: without('topic'), author: without('author') },
      chosen: [this.choices.topic, this.choices.author].filter((id) => id !== undefined),
    });
  }
}

const valuesIn = (facet: Facet, groups: FacetGroupsFragment | null): Value[] => {
  const values = (groups?.nodes ?? []).flatMap(({ keys: [key], paperCount }) =>
    key
      ? [
          {
            value: key.value,
            label: labelOf(facet, key.value, key.label),
            paperCount,
            hasNarrower: hasNarrower(key.entity),
          },
        ]
      : [],
  );
  return facet === 'year' ? values.sort((one, other) => Number(other.value) - Number(one.value)) : values;
};

type GroupEntity = FacetGroupsFragment['nodes'][number]['keys'][number]['entity'];

const hasNarrower = (entity: GroupEntity): boolean =>
  entity !== null && 'narrower' in entity && (entity.narrower?.totalCount ?? 0) > 0;

const labelOf = (facet: Facet, value: string, label: string): string => {
  if (facet === 'type') return paperTypeLabels[value as PaperType];
  return facet === 'year' ? String(Number(value)) : label;
};

customElements.define('paper-facets', PaperFacets);
