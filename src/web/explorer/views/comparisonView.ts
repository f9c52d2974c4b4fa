import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '../styles/comparison.css';
import '../styles/start.css';
import {
  ComparedEntitiesDocument,
  ComparisonExamplesDocument,
  ComparisonPartnersDocument,
  type ComparedEntityFragment,
} from '../__generated__/graphql.ts';
import { comparisonPath, kindOfId, MOST_COMPARED } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { comparedFigures } from '../comparison/comparedFigures.ts';
import '../comparison/comparedPair.ts';
import { comparisonExamples, partnerExamples } from '../comparison/comparisonExamples.ts';
import { errorMessage } from '../components/errorMessage.ts';
import { examplePanel, type Example } from '../components/examplePanel.ts';
import { loadingPlaceholder } from '../components/loadingPlaceholder.ts';
import { panel } from '../components/panel.ts';
import { selectField } from '../components/selectField.ts';
import { kindLabels } from '../labels.ts';
import type { EntitySelectEvent } from '../search/comboboxEvents.ts';
import '../search/entityCombobox.ts';
import { NavigateEvent, View } from './view.ts';

const list = new Intl.ListFormat('en');

/** Shows two to four entities of one kind side by side, and the lists of two of them. The address contains the ids. */
export class ComparisonView extends View {
  private readonly ids: readonly string[];
  /** The indexes of the two entities whose lists are shown, separated by a space. */
  private pair = '0 1';
  /** Whether the page shows a field in which the user can add another entity. */
  private isAdding = false;
  private entities: readonly (ComparedEntityFragment | null)[] = [];
  private readonly query = new QueryController(this, ComparedEntitiesDocument, ({ nodes }) => {
    this.entities = nodes.map((node) => (node && 'label' in node ? node : null));
    if (this.entities.length > 1) this.heading = list.format(this.entities.map((each) => each?.label ?? '–'));
  });

  /** Comparisons that the user can try while there are fewer than two entities. */
  private examples: readonly Example[] = [];
  private readonly anyExamples = new QueryController(this, ComparisonExamplesDocument, (data) => {
    this.examples = comparisonExamples(data);
  });
  private readonly partners = new QueryController(this, ComparisonPartnersDocument, (data) => {
    this.examples = partnerExamples(data);
  });

  constructor(ids: readonly string[]) {
    super();
    this.ids = ids;
    this.heading = 'Compare';
    if (ids.length > 0) this.query.start({ ids });
    if (ids.length === 0) this.anyExamples.start({});
    if (ids.length === 1) this.partners.start({ ids });
  }

  protected override render(): TemplateResult {
    const fieldCount = Math.max(2, this.ids.length + (this.isAdding ? 1 : 0));
    return html`
      <article class="page comparison">
        <header class="head">
          <h1 tabindex="-1">Compare</h1>
          <p class="lead">What two people, papers, topics or institutions share, and what only one has.</p>
        </header>
        <div class="compared-fields">
          ${Array.from({ length: fieldCount }, (_, index) => this.field(index))}
        </div>
        ${
          this.ids.length > 1 && fieldCount === this.ids.length && fieldCount < MOST_COMPARED
            ? html`<button class="add-compared" @click=${this.addField}>Add another</button>`
            : nothing
        }
        ${this.outcome()}
      </article>
    `;
  }

  /**
   * A text field in which the user chooses an entity to compare.
   *
   * @param index the place of the entity in the comparison, from 0
   */
  private field(index: number): TemplateResult {
    const other = this.ids.find((_, place) => place !== index);
    const label = index === 0 ? 'Compare' : index < 2 ? 'With' : 'And with';
    const kind = other === undefined ? undefined : kindOfId(other);
    return html`<div class="endpoint-field">
      <span class="label" aria-hidden="true">${label}</span>
      <entity-combobox
        label=${label}
        placeholder=${kind === undefined ? 'A person, a paper, a topic, an institution' : `Name of another ${kindLabels[kind].toLowerCase()}`}
        .choosesByName=${true}
        .kinds=${kind === undefined ? undefined : [kind]}
        .text=${this.entities[index]?.label ?? ''}
        @entity-select=${({ entity: { id } }: EntitySelectEvent) => this.choose(index, id)}
      ></entity-combobox>
      ${
        this.ids.length > 2 && index < this.ids.length
          ? html`<a class="aside" href=${comparisonPath(this.ids.toSpliced(index, 1))}>Remove</a>`
          : nothing
      }
    </div>`;
  }

  private readonly addField = async (): Promise<void> => {
    this.isAdding = true;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.endpoint-field:last-child input')?.focus();
  };

  private choose(index: number, id: string): void {
    this.dispatchEvent(new NavigateEvent(comparisonPath(this.ids.toSpliced(index, 1, id))));
  }

  private outcome(): unknown {
    const { state } = this.query;
    if (state.status === 'idle') return this.secondMissing();
    if (state.status === 'loading') return loadingPlaceholder(8);
    if (state.status === 'failed' && state.error.code !== 'BAD_USER_INPUT')
      return errorMessage(state.error, () => this.query.retry());
    if (this.ids.length < 2) return this.secondMissing();
    const entities = this.entities.filter((entity) => entity !== null);
    return entities.length === this.ids.length && areComparable(entities)
      ? this.results(entities)
      : incomparable;
  }

  private secondMissing(): TemplateResult {
    return html`<p class="note comparison-message">
        Choose two by name. For two people, you then see their figures and years side by side, and the
        collaborators, topics, institutions and papers that both have or that only one of them has.
      </p>
      ${examplePanel('For example', this.examples)}`;
  }

  private results(entities: readonly ComparedEntityFragment[]): TemplateResult {
    const places = this.pair.split(' ').map(Number);
    const ids = places.map((place) => entities[place]?.id ?? '');
    return html`
      ${panel({ id: 'figures', heading: 'Figures', body: comparedFigures(entities) })}
      ${entities.length > 2 ? this.pairChoice(entities) : nothing}
      ${keyed(this.pair, html`<compared-pair .ids=${ids}></compared-pair>`)}
    `;
  }

  private pairChoice(entities: readonly ComparedEntityFragment[]): TemplateResult {
    const pairs = entities.flatMap((first, index) =>
      entities
        .slice(index + 1)
        .map((second, place) => [`${index} ${index + 1 + place}`, `${first.label} and ${second.label}`]),
    );
    const onPair = (pair: string) => {
      this.pair = pair;
      this.requestUpdate();
    };
    return html`<p class="pair-choice">
      ${selectField('Below', Object.fromEntries(pairs) as Record<string, string>, this.pair, onPair)}
    </p>`;
  }
}

/** Whether all these entities are different and of the same kind. */
const areComparable = (entities: readonly ComparedEntityFragment[]): boolean =>
  new Set(entities.map(({ id }) => id)).size === entities.length &&
  new Set(entities.map(({ kind }) => kind)).size === 1;

const incomparable = html`<p class="error comparison-message" role="alert">
  These cannot be compared: one of them is not stored here, or they are not different entities of one kind.
  Select them again.
</p>`;

customElements.define('comparison-view', ComparisonView);
