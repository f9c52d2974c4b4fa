import { html, LitElement, nothing, type TemplateResult } from 'lit';
import '../styles/start.css';
import { KnownEntitiesDocument, type KnownEntitiesQuery } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { QueryController } from '../api/queryController.ts';

const headings: Readonly<Record<keyof KnownEntitiesQuery, string>> = {
  authors: 'People with many collaborators',
  topics: 'Frequent topics',
  institutions: 'Institutions with many papers',
  papers: 'Most cited papers',
};

/** Links to stored entities of each kind, for pages that have nothing else to show. */
class KnownEntities extends LitElement {
  private readonly query = new QueryController(this, KnownEntitiesDocument);

  constructor() {
    super();
    this.query.start({});
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this.query;
    if (state.status !== 'loaded') return nothing;
    const kinds = Object.entries(headings) as [keyof KnownEntitiesQuery, string][];
    const groups = kinds.map(([kind, heading]) => [heading, state.data[kind]?.nodes ?? []] as const);
    return html`${groups.map(([heading, entities]) =>
      entities.length === 0
        ? nothing
        : html`<section class="known">
            <h2>${heading}</h2>
            <ul class="choices">
              ${entities.map(({ id, label }) => html`<li><a class="button" href=${entityPath(id)}>${label}</a></li>`)}
            </ul>
          </section>`,
    )}`;
  }
}

customElements.define('known-entities', KnownEntities);
