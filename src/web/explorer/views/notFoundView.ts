import { html, nothing, type TemplateResult } from 'lit';
import { comparisonPath, pathsPath, searchPath } from '../address.ts';
import '../components/knownEntities.ts';
import { largeSearch } from '../components/largeSearch.ts';
import { searchableText } from '../search/searchableText.ts';
import { View } from './view.ts';

/** The view for an address that does not exist in the explorer. It has links to stored entities. */
export class NotFoundView extends View {
  private readonly path: string;

  constructor(path: string) {
    super();
    this.path = path;
    this.heading = 'Page not found';
  }

  protected override render(): TemplateResult {
    const text = searchableText(this.path.split('/').at(-1) ?? '');
    return html`<article class="page narrow">
      <header class="head">
        <h1 tabindex="-1">Page not found</h1>
        <p class="lead">There is no page at <code>${this.path}</code>.</p>
        ${largeSearch()}
        <p class="hint">
          ${text === undefined ? nothing : html`<a href=${searchPath(text)}>Search for “${text}”</a>, or go`}
          ${text === undefined ? 'Go' : nothing} to <a href="/">the home page</a>,
          <a href=${pathsPath('authors')}>find a path</a> or <a href=${comparisonPath([])}>compare</a>.
        </p>
      </header>
      <known-entities></known-entities>
    </article>`;
  }
}

customElements.define('not-found-view', NotFoundView);
