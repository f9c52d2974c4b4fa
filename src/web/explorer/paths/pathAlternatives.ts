import { html, LitElement, nothing, type TemplateResult } from 'lit';
import {
  PathAlternativesDocument,
  type NamedEntityFragment,
  type PathAlternativesQuery,
} from '../__generated__/graphql.ts';
import { comparisonPath, pathsPath } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { linkList } from '../components/linkList.ts';
import { formatCount, formatNumber } from '../format.ts';

type Comparison = NonNullable<PathAlternativesQuery['comparison']>;
type Shared = Comparison['topics']['shared'];

/**
 * Shown if no path connects two authors or two topics: the authors, topics or papers that both share. For two authors,
 * also a link to a path between their topics.
 */
class PathAlternatives extends LitElement {
  static override properties = { ids: { attribute: false } };
  /** The ids of the two authors or of the two topics. They must not be changed after the first update. */
  declare ids: readonly string[];
  private readonly query = new QueryController(this, PathAlternativesDocument);

  constructor() {
    super();
    this.ids = [];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.query.start({ ids: this.ids });
  }

  protected override render(): TemplateResult {
    const { state } = this.query;
    const comparison = state.status === 'loaded' ? state.data.comparison : null;
    return html`
      ${comparison ? alternatives(comparison) : nothing}
      <p><a href=${comparisonPath(this.ids)}>Compare the two</a></p>
    `;
  }
}

const alternatives = ({ entities, authors, topics, institutions }: Comparison): TemplateResult => html`
  ${collaboratorCounts(entities)}
  <ul class="shared">
    ${sharedItem('collaborators' in (entities[0] ?? {}) ? 'Collaborators' : 'Authors', authors.shared)}
    ${sharedItem('Topics', topics.shared)} ${sharedItem('Institutions', institutions.shared)}
  </ul>
  ${topics.shared?.totalCount === 0 ? topicPath(entities) : nothing}
`;

/** The numbers of collaborators of two authors. They tell how far a path can reach. */
const collaboratorCounts = (entities: Comparison['entities']): TemplateResult | typeof nothing => {
  const sentences = entities.flatMap((entity) =>
    'collaborators' in entity
      ? [`${entity.label} has ${formatCount(entity.collaborators?.totalCount ?? 0, 'collaborator')} here.`]
      : [],
  );
  return sentences.length === 0 ? nothing : html`<p class="note">${sentences.join(' ')}</p>`;
};

const sharedItem = (heading: string, shared: Shared): TemplateResult | typeof nothing => {
  const nodes: readonly NamedEntityFragment[] = shared?.nodes ?? [];
  if (nodes.length === 0) return nothing;
  const others = (shared?.totalCount ?? 0) - nodes.length;
  return html`<li>
    ${heading} of both:
    ${linkList(nodes.map(({ id, label }) => ({ id, name: label })))}${others > 0 ? ` and ${formatNumber(others)} more` : nothing}
  </li>`;
};

/** A link to the path between the main topics of two authors. */
const topicPath = (entities: Comparison['entities']): TemplateResult | typeof nothing => {
  const [from, to] = entities.map((entity) => ('topics' in entity ? entity.topics?.nodes[0] : undefined));
  if (!from || !to) return nothing;
  return html`<p>
    <a href=${pathsPath('topics', { from: from.id, to: to.id })}
      >Find a path between their main topics, ${from.label} and ${to.label}</a
    >
  </p>`;
};

customElements.define('path-alternatives', PathAlternatives);
