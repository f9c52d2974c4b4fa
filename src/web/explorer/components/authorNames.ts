import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { PaperAuthorNamesDocument, type PaperAuthorsPageFragment } from '../__generated__/graphql.ts';
import { pagedQuery } from '../api/pagedList.ts';
import { formatNumber } from '../format.ts';
import { linkList } from './linkList.ts';

/** Shows the first authors of a paper, and a button that shows the others. */
export class AuthorNames extends LitElement {
  static override properties = {
    paperId: { attribute: false },
    firstPage: { attribute: false },
    isTruncated: { attribute: false },
  };
  declare paperId: string;
  declare firstPage: PaperAuthorsPageFragment;
  /** Whether the source lists only some of the authors. */
  declare isTruncated: boolean;
  private readonly list = pagedQuery(
    this,
    PaperAuthorNamesDocument,
    (after) => ({ id: this.paperId, after }),
    ({ paper }) => paper?.authors,
  );

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('firstPage')) this.list.setFirstPage(this.firstPage);
  }

  protected override render(): TemplateResult {
    const { items, total, status } = this.list;
    const remaining = (total ?? 0) - items.length;
    return html`${linkList(items.map(({ node }) => node))}${remaining > 0 ? this.moreButton(remaining) : nothing}${
      remaining <= 0 && this.isTruncated ? ' and others, whom the source does not list' : nothing
    }
    ${
      status === 'failed'
        ? html`<span role="alert"
            >could not be loaded, <button class="link" @click=${this.loadMore}>try again</button></span
          >`
        : nothing
    }`;
  }

  private moreButton(remaining: number): TemplateResult {
    const isLoading = this.list.status === 'loading';
    return html` <button class="link" aria-disabled=${isLoading} @click=${this.loadMore}>
      ${isLoading ? 'loading …' : `and ${formatNumber(remaining)} more`}
    </button>`;
  }

  private readonly loadMore = async (): Promise<void> => {
    const firstNew = this.list.items.length;
    const hadFocus = this.contains(document.activeElement);
    await this.list.loadMore();
    await this.updateComplete;
    if (hadFocus) this.querySelectorAll('a')[firstNew]?.focus();
  };
}

customElements.define('author-names', AuthorNames);
