import { html, nothing, type TemplateResult } from 'lit';
import {
  ComparisonDocument,
  EndpointLabelsDocument,
  type ComparisonQuery,
  type EntityKind,
} from '../__generated__/graphql.ts';
import { comparisonPath, kindOfId } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { comparedFigures } from '../comparison/comparedFigures.ts';
import { aspects, comparedLists, setFirstPages, type Aspect } from '../comparison/comparedLists.ts';
import { comparedPanel } from '../comparison/comparedPanel.ts';
import { comparedYears } from '../comparison/comparedYears.ts';
import { errorMessage } from '../components/errorMessage.ts';
import { loadingPlaceholder } from '../components/loadingPlaceholder.ts';
import { panel } from '../components/panel.ts';
import { kindLabels } from '../labels.ts';
import type { EntitySelectEvent } from '../search/comboboxEvents.ts';
import '../search/entityCombobox.ts';
import { NavigateEvent, View } from './view.ts';

type Comparison = NonNullable<ComparisonQuery['comparison']>;

const authorHeadings = {
  authors: 'Collaborators',
  topics: 'Topics',
  institutions: 'Institutions',
  papers: 'Papers',
  references: 'References',
};

/** What the lists of each kind contain. */
const headings: Readonly<Record<EntityKind, Readonly<Record<Aspect, string>>>> = {
  AUTHOR: authorHeadings,
  INSTITUTION: { ...authorHeadings, authors: 'Authors', institutions: 'Partners' },
  PAPER: { ...authorHeadings, authors: 'Authors', papers: 'Citing papers' },
  TOPIC: { ...authorHeadings, authors: 'Authors', topics: 'Related topics' },
};

/** Two entities of one kind side by side. The address has their ids. */
export class ComparisonView extends View {
  private readonly ids: readonly string[];
  private readonly lists;
  /** The names of the entities, by id as in the address. */
  private names: readonly string[] = [];
  private readonly query = new QueryController(this, ComparisonDocument, ({ comparison }) => {
    if (comparison) this.onComparison(comparison);
  });
  private readonly labels = new QueryController(this, EndpointLabelsDocument, ({ nodes }) => {
    this.names = nodes.map((node) => (node && 'label' in node ? node.label : ''));
  });

  constructor(ids: readonly string[]) {
    super();
    this.ids = ids;
    this.lists = comparedLists(this, ids);
    this.heading = 'Compare';
    if (ids.length === 2) this.query.start({ ids: [...ids] });
    else if (ids.length === 1) this.labels.start({ ids: [...ids] });
  }

  private onComparison(comparison: Comparison): void {
    setFirstPages(this.lists, comparison);
    this.names = comparison.entities.map(({ label }) => label);
    this.heading = this.names.join(' and ');
  }

  protected override render(): TemplateResult {
    return html`
      <article class="page comparison">
        <header class="head">
          <h1 tabindex="-1">Compare</h1>
          <p class="lead">What two people, papers, topics or institutions share, and what only one has.</p>
        </header>
        <div class="compared-fields">${this.field(0)} ${this.field(1)}</div>
        ${this.outcome()}
      </article>
    `;
  }

  /** A field that chooses the first or the second entity. */
  private field(index: number): TemplateResult {
    const other = this.ids[1 - index];
    const label = index === 0 ? 'Compare' : 'With';
    const kind = other === undefined ? undefined : kindOfId(other);
    return html`<div class="endpoint-field">
      <span class="label" aria-hidden="true">${label}</span>
      <entity-combobox
        label=${label}
        placeholder=${kind === undefined ? 'A person, a paper, a topic, an institution' : `Name of another ${kindLabels[kind].toLowerCase()}`}
        .kinds=${kind === undefined ? undefined : [kind]}
        .text=${this.names[index] ?? ''}
        @entity-select=${({ entity: { id } }: EntitySelectEvent) => this.choose(index, id)}
      ></entity-combobox>
    </div>`;
  }

  private choose(index: number, id: string): void {
    const other = this.ids[1 - index];
    const ids = other === undefined ? [id] : index === 0 ? [id, other] : [other, id];
    this.dispatchEvent(new NavigateEvent(comparisonPath(ids)));
  }

  private outcome(): unknown {
    const { state } = this.query;
    if (state.status === 'idle') return nothing;
    if (state.status === 'loading') return loadingPlaceholder(8);
    if (state.status === 'loaded' && state.data.comparison) return this.results(state.data.comparison);
    if (state.error && state.error.code !== 'BAD_USER_INPUT')
      return errorMessage(state.error, () => this.query.retry());
    return html`<p class="error comparison-error" role="alert">
      These two cannot be compared: one of them is not stored here, or they are not two different entities of
      one kind. Select both again.
    </p>`;
  }

  private results({ entities, years }: Comparison): TemplateResult {
    const [first, second] = entities;
    if (!first || !second) return html``;
    const names = [first.label, second.label] as const;
    const noun = first.kind === 'PAPER' ? 'citing paper' : 'paper';
    return html`
      ${panel({
        id: 'figures',
        heading: 'Figures',
        body: html`${comparedFigures([first, second])} ${comparedYears(years ?? [], names, noun)}`,
      })}
      ${aspects.map((aspect) =>
        comparedPanel({
          id: aspect,
          heading: headings[first.kind][aspect],
          lists: this.lists[aspect],
          names,
        }),
      )}
    `;
  }
}

customElements.define('comparison-view', ComparisonView);
