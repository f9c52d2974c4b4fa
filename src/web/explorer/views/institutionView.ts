import { html } from 'lit';
import {
  InstitutionAuthorsDocument,
  InstitutionPageDocument,
  InstitutionPapersDocument,
  InstitutionPartnersDocument,
  InstitutionTopicsDocument,
  type InstitutionPageQuery,
} from '../__generated__/graphql.ts';
import { pagedQuery } from '../api/pagedList.ts';
import { countryPanel } from '../components/countryTable.ts';
import { topicYearsPanel } from '../components/topicYears.ts';
import { entityCountPanel } from '../components/entityCountPanel.ts';
import { identifierList } from '../components/identifierList.ts';
import { paperVariables, type PaperChoices } from '../components/paperChoices.ts';
import { papersPanel } from '../components/papersPanel.ts';
import { yearsSection } from '../components/yearsSection.ts';
import { countryName } from '../format.ts';
import { institutionTypeLabels } from '../labels.ts';
import { EntityView, type EntityAddress, type EntityContent } from './entityView.ts';

type Institution = NonNullable<InstitutionPageQuery['institution']>;

export class InstitutionView extends EntityView<InstitutionPageQuery, Institution> {
  private readonly onPapers = (choices: PaperChoices): void => this.choosePapers(choices, this.papers);
  private readonly papers = pagedQuery(
    this,
    InstitutionPapersDocument,
    (after) => ({ id: this.entityId, ...paperVariables(this.paperChoices), after }),
    ({ institution }) => institution?.papers,
  );
  private readonly authors = pagedQuery(
    this,
    InstitutionAuthorsDocument,
    (after) => ({ id: this.entityId, after }),
    ({ institution }) => institution?.authors,
  );
  private readonly partners = pagedQuery(
    this,
    InstitutionPartnersDocument,
    (after) => ({ id: this.entityId, after }),
    ({ institution }) => institution?.partners,
  );
  private readonly topics = pagedQuery(
    this,
    InstitutionTopicsDocument,
    (after) => ({ id: this.entityId, after }),
    ({ institution }) => institution?.topics,
  );

  constructor(address: EntityAddress) {
    super(address, InstitutionPageDocument);
  }

  protected entityOf({ institution }: InstitutionPageQuery): Institution | null {
    return institution;
  }

  protected nameOf({ name }: Institution): string {
    return name;
  }

  protected setLists(institution: Institution): void {
    this.papers.setFirstPage(institution.papers);
    this.authors.setFirstPage(institution.authors);
    this.partners.setFirstPage(institution.partners);
    this.topics.setFirstPage(institution.topics);
  }

  protected content(institution: Institution, { years, countries }: InstitutionPageQuery): EntityContent {
    const { institutionType, city, countryCode, identifiers } = institution;
    const facts = [
      institutionType && institutionTypeLabels[institutionType],
      [city, countryCode && countryName(countryCode)].filter(Boolean).join(', '),
    ].filter(Boolean);
    return {
      details: html`<p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
        ${identifierList(identifiers)}`,
      figures: yearsSection(
        [
          [institution.paperCount, 'papers'],
          [this.authors.total, 'authors'],
          [this.partners.total, 'partner institutions'],
        ],
        years,
      ),
      sections: [
        ['papers', 'Papers', this.papers.total],
        ['authors', 'Authors', this.authors.total],
        ['partners', 'Partners', this.partners.total],
        ['topics', 'Topics', this.topics.total],
      ],
      main: papersPanel({
        list: this.papers,
        choices: this.paperChoices,
        onChange: this.onPapers,
        owner: institution,
      }),
      side: html`
        ${entityCountPanel('authors', 'Authors', this.authors, 'authors', this.heading)}
        ${entityCountPanel('partners', 'Partners', this.partners, 'partners', this.heading)}
        ${countryPanel(institution, countries)}
        ${entityCountPanel('topics', 'Topics', this.topics, 'topics', this.heading)}
        ${topicYearsPanel(
          institution,
          (institution.topics?.edges ?? []).map(({ node }) => node),
        )}
      `,
    };
  }
}

customElements.define('institution-view', InstitutionView);
