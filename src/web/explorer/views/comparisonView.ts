import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ComparedEntitiesDocument, type ComparedEntityFragment } from '../__generated__/graphql.ts';
import { comparisonPath, kindOfId, MOST_COMPARED } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { comparedFigures } from '../comparison/comparedFigures.ts';
import '../comparison/comparedPair.ts';
import { errorMessage } from '../components/errorMessage.ts';
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
  private entities: readonly (ComparedEntityFragment | null)[] = [];
  private readonly query = new QueryController(this, ComparedEntitiesDocument, ({ nodes }) => {
    this.entities = nodes.map((node) => (node && 'label' in node ? node : null));
    if (this.entities.length > 1) this.heading = list.format(this.entities.map((each) => each?.label ?? '–'));
  });

  constructor(ids: readonly string[]) {
    super();
    this.ids = ids;
    this.heading = 'Compare';
    if (ids.length > 0) this.query.start({ ids });
  }

  protected override render(): TemplateResult {
    const fieldCount = Math.max(2, Math.min(this.ids.length + 1, MOST_COMPARED));
    return html`
      <article class="page comparison">
        <header class="head">
          <h1 tabindex="-1">Compare</h1>
          <p class="lead">What two people, papers, topics or institutions share, and what only one has.</p>
        </header>
        <div class="compared-fields">
          ${Array.from({ length: fieldCount }, (_, index) => this.field(index))}
        </div>
        ${this.outcome()}
      </article>
    `;
  }

  /** A field that chooses one of the entities. */
  private field(index: number): TemplateResult {
    const other = this.ids.find((_, place) => place !== index);
    const label =
      index === 0
        ? 'Compare'
        : index < 2
          ? 'With'
          : `And with${index < this.ids.length ? '' : ' (optional)'}`;
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

  private choose(index: number, id: string): void {
    this.dispatchEvent(new NavigateEvent(comparisonPath(this.ids.toSpliced(index, 1, id))));
  }

  private outcome(): unknown {
    const { state } = this.query;
    if (state.status === 'idle') return secondMissing;
    if (state.status === 'loading') return loadingPlaceholder(8);
    if (state.status === 'failed' && state.error.code !== 'BAD_USER_INPUT')
      return errorMessage(state.error, () => this.query.retry());
    if (this.ids.length < 2) return secondMissing;
    const entities = this.entities.filter((entity) => entity !== null);
    return entities.length === this.ids.length && areComparable(entities)
      ? this.results(entities)
      : incomparable;
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

const secondMissing = html`<p class="note comparison-message">
  Choose two by name. For two people, you then see their figures and years side by side, and the
  collaborators, topics, institutions and papers that both have or that only one of them has.
</p>`;

/** Whether all these entities are different and of the same kind. */
const areComparable = (entities: readonly ComparedEntityFragment[]): boolean =>
  new Set(entities.map(({ id }) => id)).size === entities.length &&
  new Set(entities.map(({ kind }) => kind)).size === 1;

const incomparable = html`<p class="error comparison-message" role="alert">
  These cannot be compared: one of them is not stored here, or they are not different entities of one kind.
  Select them again.
</p>`;

customElements.define('comparison-view', ComparisonView);
