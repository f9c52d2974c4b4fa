import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  SearchPageDocument,
  SearchPapersDocument,
  type EntityKind,
  type SearchMatch,
  type SearchPageQueryVariables,
} from '../__generated__/graphql.ts';
import { searchPath, type Address } from '../address.ts';
import { pagedQuery, type PagedList } from '../api/pagedList.ts';
import { QueryController } from '../api/queryController.ts';
import '../styles/results.css';
import { errorMessage } from '../components/errorMessage.ts';
import '../components/knownEntities.ts';
import {
  choicesPath,
  facetFilter,
  hasFacet,
  parseChoices,
  type PaperChoices,
} from '../components/paperChoices.ts';
import '../components/paperFacets.ts';
import type { FacetsEvent } from '../components/paperFacets.ts';
import { formatCount } from '../format.ts';
import { kindLinks } from '../search/kindLinks.ts';
import { resultsPlaceholder } from '../search/resultsPlaceholder.ts';
import { resultList, type Result } from '../search/resultList.ts';
import { listedOrder, resultOrder, type ResultOrder } from '../search/resultOrder.ts';
import { noResults, spellings } from '../search/spellings.ts';
import { NavigateEvent, View } from './view.ts';

const USUAL_ORDER: ResultOrder = 'RELEVANCE';

/**
 * All results of a search. Papers can be filtered by facets and listed in other orders; the searched words must then be
 * in their titles.
 */
export class SearchView extends View {
  private readonly text: string;
  private readonly kind: EntityKind | undefined;
  private choices: PaperChoices<ResultOrder>;
  private readonly isWide = matchMedia('(min-width: 1021px)').matches;
  private readonly list = pagedQuery(
    this,
    SearchPageDocument,
    (after) => this.variables(after),
    ({ search }) => search,
  );
  private readonly query = new QueryController(this, SearchPageDocument, ({ search }) =>
    this.list.setFirstPage(search),
  );

  private readonly papers = pagedQuery(
    this,
    SearchPapersDocument,
    (after) => ({
      filter: facetFilter(this.choices.facets, this.text),
      orderBy: listedOrder(this.choices.orderBy),
      after,
    }),
    ({ papers }) => papers,
  );

  constructor({ text, kind, lists }: Extract<Address, { view: 'search' }>) {
    super();
    this.text = text;
    this.kind = kind;
    this.choices = parseChoices<ResultOrder>(lists, USUAL_ORDER);
    this.heading = text.trim() === '' ? 'Search' : `Search for “${text}”`;
    if (text.trim() === '') return;
    this.query.start(this.variables(null));
    if (this.hasChoice) void this.papers.reload();
  }

  private variables(after: string | null): SearchPageQueryVariables {
    return { text: this.text, kinds: this.kind ? [this.kind] : null, after, withCounts: after === null };
  }

  /** Whether the user has chosen filters or another order for papers. */
  private get hasChoice(): boolean {
    const { orderBy, facets } = this.choices;
    return this.kind === 'PAPER' && (hasFacet(facets) || orderBy !== USUAL_ORDER);
  }

  /**
   * The list to show. After a choice of filters or an order, this is still the list of search results until the chosen
   * papers have arrived.
   */
  private get shownList(): PagedList<Result> {
    const isFirst = this.papers.status === 'loading' && this.papers.total === undefined;
    return this.hasChoice && !isFirst ? this.papers : this.list;
  }

  protected override render(): TemplateResult {
    const { state } = this.query;
    const { total } = this.shownList;
    return html`
      <article class="page search">
        <header class="head">
          <h1 tabindex="-1">${this.heading}</h1>
          <p class="lead" role="status">
            ${state.status === 'loaded' && total !== undefined ? formatCount(total, 'result') : nothing}
          </p>
        </header>
        ${
          state.status === 'loaded' && state.data.all?.totalCount === 0
            ? nothing
            : html`<nav class="pill-links" aria-label="Kinds">
                ${state.status === 'loaded' ? kindLinks(state.data, this.text, this.kind) : nothing}
              </nav>`
        }
        ${
          state.status === 'failed'
            ? errorMessage(state.error, () => this.query.retry())
            : state.status === 'loading'
              ? resultsPlaceholder
              : this.results()
        }
      </article>
    `;
  }

  private results(): TemplateResult {
    if (this.text.trim() === '')
      return html`<p class="empty">
          Type a name, words of a title or an identifier into the search field above.
        </p>
        <known-entities></known-entities>`;
    const hasFacets = this.hasFacets;
    const { facets } = this.choices;
    const onOrder = (order: ResultOrder) => this.choose({ facets, orderBy: order });
    return html`<div class="columns ${hasFacets ? '' : 'single'}">
      <section class="main" aria-label="Results">
        ${spellings(this.text, this.list.items)}
        ${hasFacets || this.hasChoice ? resultOrder(this.choices, onOrder) : nothing}
        ${resultList(this.shownList, this.text, hasFacet(facets) ? 'No paper passes the filters.' : noResults(this.text))}
        ${this.list.total === 0 ? html`<known-entities></known-entities>` : nothing}
      </section>
      ${hasFacets ? this.facets() : nothing}
    </div>`;
  }

  /**
   * Whether papers can be filtered. The filters find only titles with the searched words, so they are not offered if all
   * papers have only similar words.
   */
  private get hasFacets(): boolean {
    const isMatch = ({ node, matched }: (typeof this.list.items)[number]): boolean =>
      node.kind === 'PAPER' && matchesTitle.has(matched);
    return (this.kind === undefined || this.kind === 'PAPER') && this.list.items.some(isMatch);
  }

  /** The filters for papers: beside the results, or closed above them on a narrow screen. */
  private facets(): TemplateResult {
    const { orderBy, facets } = this.choices;
    return html`<aside class="side" aria-label="Filters">
      <paper-facets
        .searched=${this.text}
        .startsOpen=${this.isWide}
        .choices=${live(facets)}
        @facets-change=${({ choices }: FacetsEvent) => this.choose({ orderBy, facets: choices })}
      ></paper-facets>
    </aside>`;
  }

  /**
   * Shows the papers with the chosen filters and order. If results of all kinds are shown, this is a new page, so that
   * the browser's Back button leads to these results.
   */
  private choose(choices: PaperChoices<ResultOrder>): void {
    this.requestUpdate();
    if (this.kind === undefined) {
      const page = new URL(searchPath(this.text, 'PAPER'), location.href);
      this.dispatchEvent(new NavigateEvent(choicesPath(page, choices, USUAL_ORDER)));
      return;
    }
    this.choices = choices;
    if (this.hasChoice) void this.papers.reload();
    this.dispatchEvent(new NavigateEvent(choicesPath(location, choices, USUAL_ORDER), 'replace'));
  }
}

/** The kinds of matches in which each searched word is the beginning of a word of the title. */
const matchesTitle: ReadonlySet<SearchMatch> = new Set(['WORDS', 'BEGINNING', 'EXACT']);

customElements.define('search-view', SearchView);
