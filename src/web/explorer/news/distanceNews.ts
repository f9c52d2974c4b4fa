import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  DistanceNewsDocument,
  type DistanceNewsQuery,
  type DistanceNewsQueryVariables,
} from '../__generated__/graphql.ts';
import { entityPath, kindOfId, pathsPath } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { icon } from '../components/icon.ts';
import { distanceFeedPath } from '../feedLink.ts';
import { formatCount, formatDate } from '../format.ts';
import { pathWithList } from '../pageQuery.ts';
import type { EntitySelectEvent } from '../search/comboboxEvents.ts';
import '../search/entityCombobox.ts';
import { NavigateEvent } from '../views/view.ts';
import { retryMessage } from '../components/retryMessage.ts';

/** The name of the address parameter that has the id of the other author. */
export const OTHER_PARAMETER = 'news.distance-to';

type Event = NonNullable<NonNullable<DistanceNewsQuery['author']>['events']>['nodes'][number];

/** Shows when the distance between an author and another author, whom the user chooses, became shorter. */
class DistanceNews extends LitElement {
  static override properties = { author: { attribute: false }, otherId: { attribute: false } };
  declare author: { readonly id: string; readonly name: string };
  /** The id of the other author; empty if no author is chosen. */
  declare otherId: string;
  private readonly query = new QueryController<DistanceNewsQuery, DistanceNewsQueryVariables>(
    this,
    DistanceNewsDocument,
  );

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('otherId') && kindOfId(this.otherId) === 'AUTHOR')
      this.query.start({ id: this.author.id, otherId: this.otherId });
  }

  protected override render(): TemplateResult {
    const { state } = this.query;
    const other = state.status === 'loaded' ? state.data.other : null;
    return html`<div class="distance-news">
      <h3>Steps to another person</h3>
      <p class="note">Choose somebody to see which papers brought the two nearer to each other.</p>
      <entity-combobox
        label="Another person"
        placeholder="Name of a person"
        .kinds=${['AUTHOR']}
        .text=${other?.__typename === 'Author' ? other.name : ''}
        @entity-select=${this.onSelect}
      ></entity-combobox>
      ${state.status === 'failed' ? retryMessage(state.error.userMessage, () => this.query.retry()) : nothing}
      ${state.status === 'loading' ? html`<p class="slow" role="status">Searching …</p>` : nothing}
      ${state.status === 'loaded' ? this.events(state.data) : nothing}
    </div>`;
  }

  private events({ author, other }: DistanceNewsQuery): TemplateResult {
    if (other?.__typename !== 'Author') return html`<p class="note">This person is not stored here.</p>`;
    const { id, name } = this.author;
    const events = author?.events?.nodes ?? [];
    if (events.length === 0)
      return html`<p class="note" role="status">
        ${other.id === id ? 'Choose somebody else.' : `No chain of dated joint papers connects ${name} with ${other.name}.`}
      </p>`;
    return html`<ul class="news">
        ${events.map((event) => eventItem(event, other.name))}
      </ul>
      <p class="note">
        <a href=${pathsPath('authors', { from: id, to: other.id })}>Show the path</a> ·
        <a href=${distanceFeedPath(id, other.id)}>${icon('feed')} Atom feed</a>
      </p>`;
  }

  private readonly onSelect = ({ entity }: EntitySelectEvent): void => {
    this.otherId = entity.id;
    const [list = '', name = ''] = OTHER_PARAMETER.split('.');
    this.dispatchEvent(new NavigateEvent(pathWithList(location, list, { [name]: entity.id }), 'replace'));
  };
}

const eventItem = (event: Event, name: string): TemplateResult =>
  html`<li>
    <p class="facts"><span>${event.date === null ? event.year : formatDate(event.date)}</span></p>
    <p>${sentence(event, name)}</p>
    ${event.paper ? html`<p class="note">Because of <a href=${entityPath(event.paper.id)}>${event.paper.label}</a></p>` : nothing}
  </li>`;

const sentence = ({ distance, previousDistance }: Event, name: string): string => {
  const steps = formatCount(distance ?? 0, 'step');
  if (distance === 1) return `First paper with ${name}`;
  return previousDistance === null
    ? `Connected with ${name} for the first time, by ${steps}`
    : `${steps} to ${name} instead of ${previousDistance}`;
};

customElements.define('distance-news', DistanceNews);
