import { html } from 'lit';
import {
  InstitutionAuthorsDocument,
  InstitutionPageDocument,
  InstitutionPapersDocument,
  InstitutionPartnersDocument,
  InstitutionTopicsDocument,
  type InstitutionAuthorsPageFragment,
  type InstitutionPageQuery,
  type InstitutionTopicsPageFragment,
  type PaperOrder,
  type PapersPageFragment,
  type PartnersPageFragment,
} from '../__generated__/graphql.ts';
import { ask } from '../api/sendQuery.ts';
import { PagedList } from '../api/pagedList.ts';
import { countedPanel } from '../components/entityCountPanel.ts';
import { identifierList } from '../components/entityHeader.ts';
import { papersPanel } from '../components/papersPanel.ts';
import { counted, countryOf, institutionTypeWords } from '../labels.ts';
import { EntityView, type Drawn } from './entityView.ts';

type Institution = NonNullable<InstitutionPageQuery['institution']>;
type Edge<Page extends { edges: readonly unknown[] }> = Page['edges'][number];

/** The page of an institution. */
export class InstitutionView extends EntityView<InstitutionPageQuery, Institution> {
  private order: PaperOrder = 'NEWEST';

  private readonly papers = new PagedList<Edge<PapersPageFragment>>(this, async (after, signal) => {
    const asked = { id: this.entityId, orderBy: this.order, after };
    return (await ask(InstitutionPapersDocument, asked, signal)).data.institution?.papers;
  });
  private readonly authors = new PagedList<Edge<InstitutionAuthorsPageFragment>>(
    this,
    async (after, signal) => {
      return (await ask(InstitutionAuthorsDocument, { id: this.entityId, after }, signal)).data.institution
        ?.authors;
    },
  );
  private readonly partners = new PagedList<Edge<PartnersPageFragment>>(this, async (after, signal) => {
    return (await ask(InstitutionPartnersDocument, { id: this.entityId, after }, signal)).data.institution
      ?.partners;
  });
  private readonly topics = new PagedList<Edge<InstitutionTopicsPageFragment>>(
    this,
    async (after, signal) => {
      return (await ask(InstitutionTopicsDocument, { id: this.entityId, after }, signal)).data.institution
        ?.topics;
    },
  );

  constructor(id: string) {
    super('INSTITUTION', id, InstitutionPageDocument);
  }

  protected entityIn({ institution }: InstitutionPageQuery): Institution | null {
    return institution;
  }

  protected begin(institution: Institution): string {
    this.papers.begin(institution.papers);
    this.authors.begin(institution.authors);
    this.partners.begin(institution.partners);
    this.topics.begin(institution.topics);
    return institution.name;
  }

  protected draw(institution: Institution): Drawn {
    const { name, institutionType, city, countryCode, paperCount, identifiers } = institution;
    const facts = [
      counted(paperCount, 'paper'),
      institutionType && institutionTypeWords[institutionType],
      [city, countryCode && countryOf(countryCode)].filter(Boolean).join(', '),
    ].filter(Boolean);
    return {
      heading: name,
      under: html`<p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
        ${identifierList(identifiers)}`,
      parts: [
        ['papers', 'Papers', this.papers.total],
        ['authors', 'Authors', this.authors.total],
        ['partners', 'Partners', this.partners.total],
        ['topics', 'Topics', this.topics.total],
      ],
      main: papersPanel(this.papers, this.order, (order) => {
        this.order = order;
        void this.papers.restart();
      }),
      side: html`
        ${countedPanel('authors', 'Authors', this.authors, { none: 'Nobody is known.', many: 'authors' })}
        ${countedPanel('partners', 'Partners', this.partners, {
          none: 'It shares papers with no other institution.',
          many: 'partners',
        })}
        ${countedPanel('topics', 'Topics', this.topics, { none: 'No topic is known.', many: 'topics' })}
      `,
    };
  }
}

customElements.define('institution-view', InstitutionView);
