import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { PaperAuthorNamesDocument, type PaperAuthorsPageFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { ask } from '../api/sendQuery.ts';
import { PagedList } from '../api/pagedList.ts';
import { numeral } from '../labels.ts';

type Names = PaperAuthorsPageFragment;

/** The authors of a paper in a list: the first of them "and 5 more", which are shown on demand. */
export class AuthorNames extends LitElement {
  static override properties = {
    paper: { attribute: false },
    first: { attribute: false },
    cut: { attribute: false },
  };
  /** Id of the paper. */
  declare paper: string;
  /** The first page of its authors, which is known already. */
  declare first: Names;
  /** Whether the source cut the list. */
  declare cut: boolean;
  private readonly list = new PagedList<Names['edges'][number]>(this, async (after, signal) => {
    const { data } = await ask(PaperAuthorNamesDocument, { id: this.paper, after }, signal);
    return data.paper?.authors;
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('first')) this.list.begin(this.first);
  }

  protected override render(): TemplateResult {
    const { items, state } = this.list;
    const others = (this.list.total ?? 0) - items.length;
    const names = items.map(
      ({ node }, at) => html`${at > 0 ? ', ' : ''}<a href=${entityPath(node.id)}>${node.name}</a>`,
    );
    return html`${names}${others > 0 ? this.others(others) : this.cut ? ' and others the source does not list' : nothing}
    ${
      state === 'failed'
        ? html`<span role="alert"
            >could not be loaded, <button class="link" @click=${this.more}>try again</button></span
          >`
        : nothing
    }`;
  }

  private others(count: number): TemplateResult {
    const asking = this.list.state === 'asking';
    return html` <button class="link" aria-disabled=${asking} @click=${this.more}>
      ${asking ? 'loading …' : `and ${numeral(count)} more`}
    </button>`;
  }

  private readonly more = async (): Promise<void> => {
    const known = this.list.items.length;
    const hadFocus = this.contains(document.activeElement);
    await this.list.more();
    await this.updateComplete;
    if (hadFocus) this.querySelectorAll('a')[known]?.focus();
  };
}

customElements.define('author-names', AuthorNames);
