import { html, nothing, type TemplateResult } from 'lit';
import {
  SearchPageDocument,
  type EntityKind,
  type SearchPageQuery,
  type SearchPageQueryVariables,
} from '../__generated__/graphql.ts';
import { entityPath, searchPath } from '../address.ts';
import { pagedQuery } from '../api/pagedList.ts';
import { QueryController } from '../api/queryController.ts';
import { errorMessage } from '../components/errorMessage.ts';
import { loadingPlaceholder } from '../components/loadingPlaceholder.ts';
import { pagedItems } from '../components/pagedItems.ts';
import { formatCount, formatNumber } from '../format.ts';
import { kindLabels } from '../labels.ts';
import { markMatches } from '../search/markMatches.ts';
import { entityDescription } from '../search/entitySummary.ts';
import { View } from './view.ts';

/** The kinds of results, and the field with the number of results of the kind. */
const kindFilters = [
  ['AUTHOR', 'Authors', 'authors'],
  ['PAPER', 'Papers', 'papers'],
  ['TOPIC', 'Topics', 'topics'],
  ['INSTITUTION', 'Institutions', 'institutions'],
] as const satisfies readonly [EntityKind, string, keyof SearchPageQuery][];

/** How many similar spellings are offered. */
const MOST_SPELLINGS = 3;

/** All results of a search. */
export class SearchView extends View {
  private readonly text: string;
  private readonly kind: EntityKind | undefined;
  private readonly list = pagedQuery(
    this,
    SearchPageDocument,
    (after) => this.variables(after),
    ({ search }) => search,
  );
  private readonly query = new QueryController(this, SearchPageDocument, ({ search }) =>
    this.list.setFirstPage(search),
  );

  constructor(text: string, kind: EntityKind | undefined) {
    super();
    this.text = text;
    this.kind = kind;
    this.heading = `Search for “${text}”`;
    if (text.trim() !== '') this.query.start(this.variables(null));
  }

  private variables(after: string | null): SearchPageQueryVariables {
    return { text: this.text, kinds: this.kind ? [this.kind] : null, after, withCounts: after === null };
  }

  protected override render(): TemplateResult {
    const { state } = this.query;
    return html`
      <article class="page narrow">
        <header class="head">
          <h1 tabindex="-1">${this.heading}</h1>
          ${
            state.status === 'loaded' && this.list.total !== undefined
              ? html`<p class="lead" role="status">${formatCount(this.list.total, 'result')}</p>`
              : nothing
          }
        </header>
        <nav class="pill-links" aria-label="Kinds">
          ${state.status === 'loaded' ? this.filterLinks(state.data) : nothing}
        </nav>
        ${
          state.status === 'failed'
            ? errorMessage(state.error, () => this.query.retry())
            : state.status === 'loading'
              ? loadingPlaceholder(8)
              : this.results()
        }
      </article>
    `;
  }

  /** Links to the results of one kind. Kinds without results are left out. */
  private filterLinks(data: SearchPageQuery): TemplateResult[] {
    const total = kindFilters.reduce((sum, [, , field]) => sum + (data[field]?.totalCount ?? 0), 0);
    return [
      this.filterLink(undefined, 'All', total),
      ...kindFilters
        .map(([kind, label, field]) => ({ kind, label, count: data[field]?.totalCount ?? 0 }))
        .filter(({ kind, count }) => count > 0 || kind === this.kind)
        .map(({ kind, label, count }) => this.filterLink(kind, label, count)),
    ];
  }

  private filterLink(kind: EntityKind | undefined, label: string, count: number): TemplateResult {
    return html`<a href=${searchPath(this.text, kind)} aria-current=${kind === this.kind ? 'page' : nothing}
      >${label} <span class="count">${formatNumber(count)}</span></a
    >`;
  }

  /** If nothing has all words of the text, names that are spelled like it. */
  private spellings(): TemplateResult | typeof nothing {
    const { items } = this.list;
    if (items.length === 0 || items.some(({ matched }) => matched !== 'FUZZY')) return nothing;
    const spellings = [...new Set(items.map(({ matchedText }) => matchedText))].slice(0, MOST_SPELLINGS);
    return html`<p class="note spellings">
      Nothing has all of these words. Did you mean
      ${spellings.map(
        (spelling, index) =>
          html`${index === 0 ? '' : ' or '}<a href=${searchPath(spelling)}>${spelling}</a>`,
      )}?
    </p>`;
  }

  private results(): TemplateResult {
    if (this.text.trim() === '')
      return html`<p class="empty">Type a name or words of a title into the search field above.</p>`;
    return html`${this.spellings()}
      <section aria-label="Results">
        ${pagedItems(
          this.list,
          ({ node }) => html`
            <span class="kind" data-kind=${node.kind}>${kindLabels[node.kind]}</span>
            <a class="name" href=${entityPath(node.id)}>${markMatches(node.label, this.text)}</a>
            <span class="description">${entityDescription(node)}</span>
          `,
          { empty: 'No entity matches all of these words. Try fewer or shorter words.', noun: 'results' },
          'result-list',
        )}
      </section>`;
  }
}

customElements.define('search-view', SearchView);
