import { html, nothing, type TemplateResult } from 'lit';
import {
  TopicAuthorsDocument,
  TopicInstitutionsDocument,
  TopicNarrowerDocument,
  TopicPageDocument,
  TopicPapersDocument,
  TopicRelatedDocument,
  type TopicPageQuery,
  type TopicsPageFragment,
} from '../__generated__/graphql.ts';
import { pathsPath } from '../address.ts';
import { pagedQuery, type Connection } from '../api/pagedList.ts';
import { countryPanel } from '../components/countryTable.ts';
import { topicYearsPanel } from '../components/topicYears.ts';
import type { EntityCount } from '../components/entityCountItem.ts';
import { entityCountPanel } from '../components/entityCountPanel.ts';
import { icon } from '../components/icon.ts';
import { identifierList } from '../components/identifierList.ts';
import { linkList } from '../components/linkList.ts';
import { paperVariables, type PaperChoices } from '../components/paperChoices.ts';
import { papersPanel } from '../components/papersPanel.ts';
import type { SectionLink } from '../components/sectionLinks.ts';
import { yearsSection } from '../components/yearsSection.ts';
import { topicLevelLabels } from '../labels.ts';
import { EntityView, type EntityAddress, type EntityContent } from './entityView.ts';

type Topic = NonNullable<TopicPageQuery['topic']>;

export class TopicView extends EntityView<TopicPageQuery, Topic> {
  private readonly onPapers = (choices: PaperChoices): void => this.choosePapers(choices, this.papers);
  private readonly papers = pagedQuery(
    this,
    TopicPapersDocument,
    (after) => ({ id: this.entityId, ...paperVariables(this.paperChoices), after }),
    ({ topic }) => topic?.papers,
  );
  private readonly authors = pagedQuery(
    this,
    TopicAuthorsDocument,
    (after) => ({ id: this.entityId, after }),
    ({ topic }) => topic?.authors,
  );
  private readonly institutions = pagedQuery(
    this,
    TopicInstitutionsDocument,
    (after) => ({ id: this.entityId, after }),
    ({ topic }) => topic?.institutions,
  );
  private readonly related = pagedQuery(
    this,
    TopicRelatedDocument,
    (after) => ({ id: this.entityId, after }),
    ({ topic }) => topic?.relatedTopics,
  );
  private readonly narrower = pagedQuery(
    this,
    TopicNarrowerDocument,
    (after) => ({ id: this.entityId, after }),
    ({ topic }) => topic?.narrower && withPaperCounts(topic.narrower),
  );

  constructor(address: EntityAddress) {
    super(address, TopicPageDocument);
  }

  protected entityOf({ topic }: TopicPageQuery): Topic | null {
    return topic;
  }

  protected nameOf({ name }: Topic): string {
    return name;
  }

  protected setLists(topic: Topic): void {
    this.papers.setFirstPage(topic.papers);
    this.authors.setFirstPage(topic.authors);
    this.institutions.setFirstPage(topic.institutions);
    this.related.setFirstPage(topic.relatedTopics);
    this.narrower.setFirstPage(topic.narrower && withPaperCounts(topic.narrower));
  }

  protected content(topic: Topic, { years, countries }: TopicPageQuery): EntityContent {
    return {
      details: details(topic),
      actions: html`<a class="button" href=${pathsPath('topics', { from: topic.id })}
        >${icon('path')}Find a path from here</a
      >`,
      figures: yearsSection(
        [
          [topic.paperCount, 'papers'],
          [this.authors.total, 'authors'],
          [this.institutions.total, 'institutions'],
        ],
        years,
      ),
      sections: [
        ['papers', 'Papers', this.papers.total],
        ['authors', 'Authors', this.authors.total],
        ...(this.hasNarrower ? [['narrower', 'Narrower topics', this.narrower.total] as SectionLink] : []),
        ['related', 'Related topics', this.related.total],
        ['institutions', 'Institutions', this.institutions.total],
        ['countries', 'Countries', countries?.nodes.length ?? 0],
      ],
      main: this.papersPanel(topic),
      side: html`
        ${entityCountPanel('authors', 'Authors', this.authors, 'authors', this.heading)}
        ${entityCountPanel('narrower', 'Narrower topics', this.narrower, 'topics', this.heading)}
        ${entityCountPanel('related', 'Related topics', this.related, 'topics', this.heading)}
        ${entityCountPanel('institutions', 'Institutions', this.institutions, 'institutions', this.heading)}
        ${countryPanel(topic, countries)}
        ${topicYearsPanel(
          topic,
          (topic.relatedTopics?.edges ?? []).map(({ node }) => node),
        )}
      `,
    };
  }

  private get hasNarrower(): boolean {
    return this.narrower.items.length > 0;
  }

  private papersPanel(topic: Topic): TemplateResult {
    const empty = this.hasNarrower
      ? 'No paper is about this topic itself. The pages of the narrower topics list their papers.'
      : undefined;
    return papersPanel({
      list: this.papers,
      choices: this.paperChoices,
      onChange: this.onPapers,
      owner: topic,
      empty,
    });
  }
}

/** Copies the number of papers of each topic to its edge, because the lists read it from the edge. */
const withPaperCounts = ({ edges, ...page }: TopicsPageFragment): Connection<EntityCount> => ({
  ...page,
  edges: edges.map(({ node }) => ({ node, paperCount: node.paperCount })),
});

const details = ({ level, broader, identifiers }: Topic): TemplateResult => html`
  ${level === null || level === 'TOPIC' ? nothing : html`<p class="facts">${topicLevelLabels[level]}</p>`}
  ${
    broader && broader.edges.length > 0
      ? html`<p>Part of ${linkList(broader.edges.map(({ node }) => node))}</p>`
      : nothing
  }
  ${identifierList(identifiers)}
`;

customElements.define('topic-view', TopicView);
