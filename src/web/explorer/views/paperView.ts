import { html, nothing, type TemplateResult } from 'lit';
import {
  PaperAuthorshipsDocument,
  PaperCitedByDocument,
  PaperInstitutionsDocument,
  PaperPageDocument,
  PaperReferencesDocument,
  PaperRelatedDocument,
  type PaperItemFragment,
  type PaperPageQuery,
} from '../__generated__/graphql.ts';
import { pagedQuery, type PagedList } from '../api/pagedList.ts';
import { csvButton } from '../components/csvButton.ts';
import { paperColumns, relatedPaperColumns } from '../components/csvColumns.ts';
import { externalLink } from '../components/externalLink.ts';
import { identifierList } from '../components/identifierList.ts';
import { pagedItems } from '../components/pagedItems.ts';
import { panel } from '../components/panel.ts';
import { paperAbstract } from '../components/paperAbstract.ts';
import { paperAuthorsPanel } from '../components/paperAuthorsPanel.ts';
import { paperTopicsPanel } from '../components/paperTopicsPanel.ts';
import { paperByline } from '../components/paperByline.ts';
import { paperFacts } from '../components/paperFacts.ts';
import { paperInstitutionsPanel } from '../components/paperInstitutionsPanel.ts';
import '../components/paperReviewers.ts';
import { paperGraphPanel, type PaperGraph } from '../relatedMap/paperGraphPanel.ts';
import { relatedPaperItem } from '../components/relatedPaperItem.ts';
import { paperItem } from '../components/paperItem.ts';
import { formatCount, formatNumber } from '../format.ts';
import { EntityView, type EntityAddress, type EntityContent } from './entityView.ts';
import { NavigateEvent } from './view.ts';

type Paper = NonNullable<PaperPageQuery['paper']>;

export class PaperView extends EntityView<PaperPageQuery, Paper> {
  private readonly authors = pagedQuery(
    this,
    PaperAuthorshipsDocument,
    (after) => ({ id: this.entityId, after }),
    ({ paper }) => paper?.authors,
  );
  private readonly institutions = pagedQuery(
    this,
    PaperInstitutionsDocument,
    (after) => ({ id: this.entityId, after }),
    ({ paper }) => paper?.institutions,
  );
  private readonly related = pagedQuery(
    this,
    PaperRelatedDocument,
    (after) => ({ id: this.entityId, after }),
    ({ paper }) => paper?.relatedPapers,
  );
  private readonly references = pagedQuery(
    this,
    PaperReferencesDocument,
    (after) => ({ id: this.entityId, after }),
    ({ paper }) => paper?.references,
  );
  private readonly citedBy = pagedQuery(
    this,
    PaperCitedByDocument,
    (after) => ({ id: this.entityId, after }),
    ({ paper }) => paper?.citedBy,
  );

  private graph: PaperGraph;
  /**
   * Whether the user has switched from the graph of related papers to the graph of neighbors, or back. The state of the
   * graph in the opened address is then not used, because it belongs to the first graph.
   */
  private hasOtherGraph = false;

  constructor(address: EntityAddress) {
    super(address, PaperPageDocument);
    this.graph = new URLSearchParams(address.graph).has('graph', 'neighbors') ? 'neighbors' : 'related';
  }

  protected entityOf({ paper }: PaperPageQuery): Paper | null {
    return paper;
  }

  protected nameOf({ label }: Paper): string {
    return label;
  }

  protected setLists(paper: Paper): void {
    this.authors.setFirstPage(paper.authors);
    this.institutions.setFirstPage(paper.institutions);
    this.related.setFirstPage(paper.relatedPapers);
    this.references.setFirstPage(paper.references);
    this.citedBy.setFirstPage(paper.citedBy);
  }

  protected content(paper: Paper): EntityContent {
    const { abstract, topics, url, codeUrl } = paper;
    return {
      details: html`${paperByline(paper.authors)}
        <p class="facts">${paperFacts(paper)}</p>
        ${identifierList(paper.identifiers)}`,
      actions: html`
        ${url === null ? nothing : html`<span class="button">${externalLink(url, 'Read the paper')}</span>`}
        ${codeUrl === null ? nothing : html`<span class="button">${externalLink(codeUrl, 'Code')}</span>`}
      `,
      figures: abstract === null ? nothing : paperAbstract(abstract),
      sections: [
        ['authors', 'Authors', this.authors.total],
        ['related', 'Related papers', this.related.total],
        ['cited-by', 'Cited by', this.citedBy.total],
        ['references', 'References', this.references.total],
        ['topics', 'Topics', topics?.edges.length],
        ['institutions', 'Institutions', this.institutions.total],
        ['reviewers', 'Who could review this', this.related.total === 0 ? 0 : undefined],
      ],
      main: html`${this.relatedPanel(paper)} ${this.citedByPanel(paper)} ${this.referencesPanel()}`,
      side: html`${paperAuthorsPanel(paper, this.authors)} ${paperTopicsPanel(paper)}
      ${paperInstitutionsPanel(paper.label, this.institutions)}
      ${this.related.total === 0 ? nothing : html`<paper-reviewers .paper=${paper}></paper-reviewers>`}`,
    };
  }

  protected override graphPanel(state: string): TemplateResult {
    const shownState = this.hasOtherGraph ? '' : state;
    return paperGraphPanel(this.entityId, shownState, this.graph, (graph, isChosen) => {
      if (graph === this.graph) return;
      this.graph = graph;
      if (isChosen) {
        this.hasOtherGraph = true;
        const query = graph === 'neighbors' ? '?graph=neighbors' : '';
        this.dispatchEvent(new NavigateEvent(location.pathname + query, 'replace'));
      }
      this.requestUpdate();
    });
  }

  private citedByPanel({ citationCount }: Paper): TemplateResult {
    const storedCount = this.citedBy.total ?? 0;
    return panel({
      id: 'cited-by',
      heading: 'Cited by',
      count: this.citedBy.total,
      control: csvButton(this.citedBy, `${this.heading} cited by`, paperColumns),
      body: html`
        ${
          citationCount !== null && citationCount > storedCount
            ? html`<p class="note">
                The source reports ${formatCount(citationCount, 'citation')}. ${formatNumber(storedCount)} of
                the citing papers are stored here.
              </p>`
            : nothing
        }
        ${paperList(this.citedBy, 'No stored paper cites this paper.')}
      `,
    });
  }

  private relatedPanel({ relatedPapers }: Paper): TemplateResult | typeof nothing {
    if (this.related.total === 0 && relatedPapers?.status !== 'STOPPED') return nothing;
    return panel({
      id: 'related',
      heading: 'Related papers',
      count: this.related.total,
      control: csvButton(this.related, `${this.heading} related papers`, relatedPaperColumns),
      body: pagedItems(
        this.related,
        relatedPaperItem,
        { empty: 'Too many papers share something with this paper to compare them all.', noun: 'papers' },
        'paper-list',
      ),
    });
  }

  private referencesPanel(): TemplateResult {
    return panel({
      id: 'references',
      heading: 'References',
      count: this.references.total,
      control: csvButton(this.references, `${this.heading} references`, paperColumns),
      body: paperList(this.references, 'This paper cites no stored paper.'),
    });
  }
}

const paperList = (list: PagedList<{ readonly node: PaperItemFragment }>, empty: string): TemplateResult =>
  pagedItems(list, ({ node }) => paperItem(node), { empty, noun: 'papers' }, 'paper-list');

customElements.define('paper-view', PaperView);
