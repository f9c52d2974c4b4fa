import { html, nothing, type TemplateResult } from 'lit';
import { SearchPageDocument, type EntityKind, type SearchPageQuery } from '../__generated__/graphql.ts';
import { entityPath, searchPath } from '../address.ts';
import { ask } from '../api/sendQuery.ts';
import { PagedList } from '../api/pagedList.ts';
import { Question } from '../api/queryController.ts';
import { pagedItems } from '../components/panel.ts';
import { failed, loading } from '../components/errorMessage.ts';
import { aboutEntity } from '../search/entitySummary.ts';
import { counted, kindWords } from '../labels.ts';
import { View } from './view.ts';

type Edge = NonNullable<SearchPageQuery['search']>['edges'][number];

const kinds: readonly (readonly [EntityKind | undefined, string])[] = [
  [undefined, 'All'],
  ['AUTHOR', 'Authors'],
  ['PAPER', 'Papers'],
  ['TOPIC', 'Topics'],
  ['INSTITUTION', 'Institutions'],
];

/** All that a search finds. */
export class SearchView extends View {
  private readonly text: string;
  private readonly kind: EntityKind | undefined;
  private readonly found = new PagedList<Edge>(this, async (after, signal) => {
    return (await ask(SearchPageDocument, { ...this.asked(), after }, signal)).data.search;
  });
  private readonly question = new Question(this, SearchPageDocument, ({ search }) =>
    this.found.begin(search),
  );

  constructor(text: string, kind: EntityKind | undefined) {
    super();
    this.text = text;
    this.kind = kind;
    this.heading = `Search for “${text}”`;
    if (text.trim() !== '') this.question.ask(this.asked());
  }

  private asked(): { text: string; kinds: EntityKind[] | null } {
    return { text: this.text, kinds: this.kind ? [this.kind] : null };
  }

  protected override render(): TemplateResult {
    const { standing } = this.question;
    return html`
      <article class="page narrow">
        <header class="head">
          <h1 tabindex="-1">${this.heading}</h1>
          ${
            standing.state === 'answered' && this.found.total !== undefined
              ? html`<p class="lead" role="status">${counted(this.found.total, 'result')}</p>`
              : nothing
          }
        </header>
        <nav class="parts" aria-label="Kinds">
          ${kinds.map(
            ([kind, word]) =>
              html`<a
                href=${searchPath(this.text, kind)}
                aria-current=${kind === this.kind ? 'page' : nothing}
                >${word}</a
              >`,
          )}
        </nav>
        ${
          standing.state === 'failed'
            ? failed(standing.failure, () => this.question.again())
            : standing.state === 'asking'
              ? loading(8)
              : this.results()
        }
      </article>
    `;
  }

  private results(): TemplateResult {
    if (this.text.trim() === '')
      return html`<p class="none">Type a name or words of a title into the box above.</p>`;
    return html`<section aria-label="Results">
      ${pagedItems(
        this.found,
        ({ node }) => html`
          <span class="kind" data-kind=${node.kind}>${kindWords[node.kind]}</span>
          <a class="name" href=${entityPath(node.id)}>${node.label}</a>
          <span class="more">${aboutEntity(node)}</span>
        `,
        { none: 'Nothing has all of these words. Fewer or shorter words find more.', many: 'results' },
        'result-list',
      )}
    </section>`;
  }
}

customElements.define('search-view', SearchView);
