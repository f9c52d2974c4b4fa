import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { ComparisonDocument, type ComparisonQuery, type EntityKind } from '../__generated__/graphql.ts';
import { QueryController } from '../api/queryController.ts';
import { errorMessage } from '../components/errorMessage.ts';
import { loadingPlaceholder } from '../components/loadingPlaceholder.ts';
import { panel } from '../components/panel.ts';
import { aspects, comparedLists, setFirstPages, type Aspect, type ComparedLists } from './comparedLists.ts';
import { comparedPanel } from './comparedPanel.ts';
import { comparedYears } from './comparedYears.ts';

type Comparison = NonNullable<ComparisonQuery['comparison']>;

const authorHeadings = {
  authors: 'Collaborators',
  topics: 'Topics',
  institutions: 'Institutions',
  papers: 'Papers',
  references: 'References',
};

/** The headings of the lists, by the kind of the two entities. */
const headings: Readonly<Record<EntityKind, Readonly<Record<Aspect, string>>>> = {
  AUTHOR: authorHeadings,
  INSTITUTION: { ...authorHeadings, authors: 'Authors', institutions: 'Partners' },
  PAPER: { ...authorHeadings, authors: 'Authors', papers: 'Citing papers' },
  TOPIC: { ...authorHeadings, authors: 'Authors', topics: 'Related topics' },
};

/** Shows what two entities share and what only one of them has. The ids must not be changed after the first update. */
class ComparedPair extends LitElement {
  static override properties = { ids: { attribute: false } };
  declare ids: readonly string[];
  private lists: ComparedLists | undefined;
  private readonly query = new QueryController(this, ComparisonDocument, ({ comparison }) => {
    if (comparison && this.lists) setFirstPages(this.lists, comparison);
  });

  constructor() {
    super();
    this.ids = [];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (this.lists) return;
    this.lists = comparedLists(this, this.ids);
    this.query.start({ ids: this.ids });
  }

  protected override render(): unknown {
    const { state } = this.query;
    if (state.status === 'failed') return errorMessage(state.error, () => this.query.retry());
    if (state.status !== 'loaded') return loadingPlaceholder(8);
    const { comparison } = state.data;
    return comparison && this.lists ? pairPanels(comparison, this.lists) : nothing;
  }
}

const pairPanels = (
  { entities, years }: Comparison,
  lists: ComparedLists,
): TemplateResult | typeof nothing => {
  const [first, second] = entities;
  if (!first || !second) return nothing;
  const names = [first.label, second.label] as const;
  const noun = first.kind === 'PAPER' ? 'citing paper' : 'paper';
  const charts = comparedYears(years ?? [], names, noun);
  return html`
    ${charts === nothing ? nothing : panel({ id: 'years', heading: 'Years', body: charts })}
    ${aspects.map((aspect) =>
      comparedPanel({ id: aspect, heading: headings[first.kind][aspect], lists: lists[aspect], names }),
    )}
  `;
};

customElements.define('compared-pair', ComparedPair);
