import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { AutocompleteDocument } from '../__generated__/graphql.ts';
import { pathsPath } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { formatCount } from '../format.ts';
import type { EntitySummary } from '../search/entitySummary.ts';
import type { Endpoint } from './endpointField.ts';
import { formatPathOptions, type PathOptions } from './pathOptions.ts';

/** Shown if no path connects two authors: links to the same search that ends at other authors of the same name. */
class PathNamesakes extends LitElement {
  static override properties = { end: { attribute: false }, options: { attribute: false } };
  /** The author at whom the search ends. It must not be changed after the first update. */
  declare end: Endpoint;
  declare options: PathOptions;
  private readonly query = new QueryController(this, AutocompleteDocument);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.query.start({ prefix: this.end.label, kinds: ['AUTHOR'] });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this.query;
    const found = state.status === 'loaded' ? state.data.autocomplete : [];
    const others = found.map(({ entity }) => entity).filter((entity) => this.isNamesake(entity));
    if (others.length === 0) return nothing;
    return html`
      <p class="note">Others are named ${this.end.label}, too:</p>
      <ul class="choices" aria-label="Other people of the same name">
        ${others.map((other) => html`<li><a class="button" href=${this.pathTo(other)}>${nameAndPapers(other)}</a></li>`)}
      </ul>
    `;
  }

  private isNamesake({ id, label }: EntitySummary): boolean {
    return label === this.end.label && id !== this.end.id && id !== this.options.from;
  }

  private pathTo({ id }: EntitySummary): string {
    return pathsPath('authors', formatPathOptions({ ...this.options, to: id }));
  }
}

const nameAndPapers = ({ label, paperCount }: EntitySummary): string =>
  `To ${label} with ${formatCount(paperCount, 'paper')}`;

customElements.define('path-namesakes', PathNamesakes);
