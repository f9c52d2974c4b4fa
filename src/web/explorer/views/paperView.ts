import { html, nothing, type TemplateResult } from 'lit';
import {
  PaperAuthorshipsDocument,
  PaperCitedByDocument,
  PaperInstitutionsDocument,
  PaperPageDocument,
  PaperReferencesDocument,
  type AuthorshipsPageFragment,
  type PaperInstitutionsPageFragment,
  type PaperPageQuery,
  type PapersPageFragment,
} from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { ask } from '../api/sendQuery.ts';
import { PagedList } from '../api/pagedList.ts';
import { authorshipItem } from '../components/authorshipItem.ts';
import { awayLink, identifierList } from '../components/entityHeader.ts';
import { more, pagedItems, panel } from '../components/panel.ts';
import { paperItem } from '../components/paperItem.ts';
import { counted, dayOf, numeral, paperTypeWords } from '../labels.ts';
import { EntityView, type Drawn } from './entityView.ts';

type Paper = NonNullable<PaperPageQuery['paper']>;

/** The page of a paper. */
export class PaperView extends EntityView<PaperPageQuery, Paper> {
  private readonly authors = new PagedList<AuthorshipsPageFragment['edges'][number]>(
    this,
    async (after, signal) => {
      return (await ask(PaperAuthorshipsDocument, { id: this.entityId, after }, signal)).data.paper?.authors;
    },
  );
  private readonly institutions = new PagedList<PaperInstitutionsPageFragment['edges'][number]>(
    this,
    async (after, signal) =>
      (await ask(PaperInstitutionsDocument, { id: this.entityId, after }, signal)).data.paper?.institutions,
  );
  private readonly references = new PagedList<PapersPageFragment['edges'][number]>(
    this,
    async (after, signal) => {
      return (await ask(PaperReferencesDocument, { id: this.entityId, after }, signal)).data.paper
        ?.references;
    },
  );
  private readonly citedBy = new PagedList<PapersPageFragment['edges'][number]>(
    this,
    async (after, signal) => {
      return (await ask(PaperCitedByDocument, { id: this.entityId, after }, signal)).data.paper?.citedBy;
    },
  );

  constructor(id: string) {
    super('PAPER', id, PaperPageDocument);
  }

  protected entityIn({ paper }: PaperPageQuery): Paper | null {
    return paper;
  }

  protected begin(paper: Paper): string {
    this.authors.begin(paper.authors);
    this.institutions.begin(paper.institutions);
    this.references.begin(paper.references);
    this.citedBy.begin(paper.citedBy);
    return paper.label;
  }

  protected draw(paper: Paper): Drawn {
    const { abstract, topics } = paper;
    return {
      heading: paper.label,
      under: html`<p class="facts">${facts(paper)}</p>
        ${identifierList(paper.identifiers)}`,
      actions: html`
        ${paper.url === null ? nothing : html`<span class="button">${awayLink(paper.url, 'Read it')}</span>`}
        ${paper.codeUrl === null ? nothing : html`<span class="button">${awayLink(paper.codeUrl, 'Code')}</span>`}
      `,
      above: html`<section class="abstract-whole" aria-label="Abstract">
        ${abstract === null ? html`<p class="none">No abstract is stored.</p>` : html`<p>${abstract}</p>`}
      </section>`,
      parts: [
        ['authors', 'Authors', this.authors.total],
        ['cited-by', 'Cited by', this.citedBy.total],
        ['references', 'References', this.references.total],
        ['topics', 'Topics', topics?.edges.length],
        ['institutions', 'Institutions', this.institutions.total],
      ],
      main: html`
        ${this.papers('cited-by', 'Cited by', this.citedBy, 'No paper stored here refers to it.', paper.citationCount)}
        ${this.papers('references', 'References', this.references, 'It refers to no paper stored here.')}
      `,
      side: html`${this.authorsPanel(paper)} ${topicsPanel(paper)} ${this.institutionsPanel()}`,
    };
  }

  private authorsPanel(paper: Paper): TemplateResult {
    const { items } = this.authors;
    return panel({
      id: 'authors',
      heading: 'Authors',
      count: paper.authorCount ?? this.authors.total,
      body: html`
        ${
          items.length > 0
            ? html`<ol class="authorships">
                ${items.map(authorshipItem)}
              </ol>`
            : html`<p class="none">No authors are stored.</p>`
        }
        ${more(this.authors, 'authors')}
        ${paper.authorListIsComplete ? nothing : html`<p class="note">The source cut this list.</p>`}
        ${
          paper.isTooLargeForCollaboration
            ? html`<p class="note">With so many authors, a paper makes nobody collaborators.</p>`
            : nothing
        }
      `,
    });
  }

  private institutionsPanel(): TemplateResult {
    return panel({
      id: 'institutions',
      heading: 'Institutions',
      count: this.institutions.total,
      body: pagedItems(
        this.institutions,
        ({ node }) =>
          html`<a class="name" href=${entityPath(node.id)}>${node.name}</a>
            ${node.countryCode === null ? nothing : html`<span class="aside">${node.countryCode}</span>`}`,
        { none: 'No institution is known.', many: 'institutions' },
        'counted-list',
      ),
    });
  }

  private papers(
    id: string,
    heading: string,
    list: PagedList<PapersPageFragment['edges'][number]>,
    none: string,
    reported: number | null = null,
  ): TemplateResult {
    return panel({
      id,
      heading,
      count: list.total,
      body: html`
        ${
          reported !== null && reported > (list.total ?? 0)
            ? html`<p class="note">
                Its source reports ${counted(reported, 'citation')}; ${numeral(list.total ?? 0)} of them are
                by papers stored here.
              </p>`
            : nothing
        }
        ${pagedItems(list, ({ node }) => paperItem(node), { none, many: 'papers' }, 'paper-list')}
      `,
    });
  }
}

const facts = ({ isRetracted, date, year, venueName, paperType, citationCount }: Paper): unknown => html`
  ${isRetracted ? html`<strong class="retracted">Retracted</strong>` : nothing}
  ${[
    date === null ? year : html`<time datetime=${date}>${dayOf(date)}</time>`,
    venueName,
    paperType && paperTypeWords[paperType],
    citationCount === null ? null : counted(citationCount, 'citation'),
  ]
    .filter((fact) => fact !== null && fact !== '')
    .map((fact) => html`<span>${fact}</span>`)}
`;

const topicsPanel = ({ topics }: Paper): TemplateResult =>
  panel({
    id: 'topics',
    heading: 'Topics',
    count: topics?.edges.length,
    body:
      topics && topics.edges.length > 0
        ? html`<ul class="counted-list">
            ${topics.edges.map(
              ({ node, score }) =>
                html`<li>
                  <a class="name" href=${entityPath(node.id)}>${node.name}</a>
                  ${score === null ? nothing : html`<span class="measure" title="How much it is about it, 0–1">${score.toFixed(2)}</span>`}
                </li>`,
            )}
          </ul>`
        : html`<p class="none">No topic is known.</p>`,
  });

customElements.define('paper-view', PaperView);
