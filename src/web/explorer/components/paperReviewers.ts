import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { PaperReviewersDocument, type PaperReviewersQuery } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { pagedQuery } from '../api/pagedList.ts';
import { formatCount } from '../format.ts';
import { csvButton, type CsvColumn } from './csvButton.ts';
import { loadingPlaceholder } from './loadingPlaceholder.ts';
import { pagedItems } from './pagedItems.ts';
import { panel } from './panel.ts';
import { WhenVisible } from './whenVisible.ts';

type Reviewer = NonNullable<PaperReviewersQuery['reviewers']>['edges'][number];

/** How many related papers are named for each reviewer. */
const NAMED_PAPERS = 2;

const columns: readonly CsvColumn<Reviewer>[] = [
  ['id', ({ node }) => node.id],
  ['name', ({ node }) => node.name],
  ['score', ({ score }) => score],
  ['related papers', ({ relatedPaperCount }) => relatedPaperCount],
];

/**
 * The people who could review a paper, each with their related papers. They are loaded when the user scrolls to the
 * panel.
 */
class PaperReviewers extends LitElement {
  static override properties = { paper: { attribute: false } };
  declare paper: { readonly id: string; readonly label: string };
  /** The number of authors who are left out because of a conflict of interest. */
  private excludedCount = 0;
  private isRequested = false;
  private readonly list = pagedQuery(
    this,
    PaperReviewersDocument,
    (after) => ({ id: this.paper.id, after }),
    ({ reviewers }) => {
      this.excludedCount = reviewers?.excludedCount ?? 0;
      return reviewers;
    },
  );

  constructor() {
    super();
    new WhenVisible(this, () => {
      this.isRequested = true;
      void this.list.reload();
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { list } = this;
    return panel({
      id: 'reviewers',
      heading: 'Who could review this',
      count: list.total,
      control: csvButton(list, `${this.paper.label} reviewers`, columns),
      body: this.isRequested ? this.reviewers() : html`<div class="unloaded"></div>`,
    });
  }

  private reviewers(): TemplateResult {
    const { list } = this;
    if (list.status === 'loading' && list.items.length === 0) return loadingPlaceholder(5);
    return html`<p class="note">${this.note()}</p>
      ${pagedItems(list, reviewerItem, { empty: 'Nobody is left.', noun: 'reviewers' }, 'paper-list')}`;
  }

  private note(): string {
    const rule =
      'Authors of related papers who are not authors of this one, and who in the last 4 years neither wrote with one of them nor were at the same institution.';
    return this.excludedCount === 0
      ? rule
      : `${rule} ${formatCount(this.excludedCount, 'author is', 'authors are')} left out by these rules.`;
  }
}

const reviewerItem = ({ node, relatedPaperCount, relatedPapers }: Reviewer): TemplateResult => {
  const named = relatedPapers.slice(0, NAMED_PAPERS);
  return html`
    <article class="paper">
      <h3><a href=${entityPath(node.id)}>${node.name}</a></h3>
      <p class="reason">
        ${formatCount(relatedPaperCount, 'related paper')}:
        ${named.map(
          ({ paper: { id, label, year } }, index) =>
            html`${index === 0 ? '' : ', '}<a href=${entityPath(id)}>${label}</a
              >${year === null ? '' : ` (${year})`}`,
        )}${relatedPaperCount > named.length ? ' …' : nothing}
      </p>
    </article>
  `;
};

customElements.define('paper-reviewers', PaperReviewers);
