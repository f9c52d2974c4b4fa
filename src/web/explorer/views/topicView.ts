import { html, nothing, type TemplateResult } from 'lit';
import {
  TopicAuthorsDocument,
  TopicInstitutionsDocument,
  TopicNarrowerDocument,
  TopicPageDocument,
  TopicPapersDocument,
  TopicRelatedDocument,
  type PaperOrder,
  type PapersPageFragment,
  type RelatedTopicsPageFragment,
  type TopicAuthorsPageFragment,
  type TopicInstitutionsPageFragment,
  type TopicPageQuery,
  type TopicsPageFragment,
} from '../__generated__/graphql.ts';
import { entityPath, pathsPath } from '../address.ts';
import { ask } from '../api/sendQuery.ts';
import { PagedList, type Connection } from '../api/pagedList.ts';
import type { CountedEdge } from '../components/entityCountItem.ts';
import { countedPanel } from '../components/entityCountPanel.ts';
import { identifierList } from '../components/entityHeader.ts';
import { icon } from '../components/icon.ts';
import { papersPanel } from '../components/papersPanel.ts';
import type { Part } from '../components/sectionLinks.ts';
import { counted, topicLevelWords } from '../labels.ts';
import { EntityView, type Drawn } from './entityView.ts';

type Topic = NonNullable<TopicPageQuery['topic']>;
type Edge<Page extends { edges: readonly unknown[] }> = Page['edges'][number];

/** The page of a topic. */
export class TopicView extends EntityView<TopicPageQuery, Topic> {
  private order: PaperOrder = 'NEWEST';

  private readonly papers = new PagedList<Edge<PapersPageFragment>>(this, async (after, signal) => {
    return (await ask(TopicPapersDocument, { id: this.entityId, orderBy: this.order, after }, signal)).data
      .topic?.papers;
  });
  private readonly authors = new PagedList<Edge<TopicAuthorsPageFragment>>(this, async (after, signal) => {
    return (await ask(TopicAuthorsDocument, { id: this.entityId, after }, signal)).data.topic?.authors;
  });
  private readonly institutions = new PagedList<Edge<TopicInstitutionsPageFragment>>(
    this,
    async (after, signal) => {
      return (await ask(TopicInstitutionsDocument, { id: this.entityId, after }, signal)).data.topic
        ?.institutions;
    },
  );
  private readonly related = new PagedList<Edge<RelatedTopicsPageFragment>>(this, async (after, signal) => {
    return (await ask(TopicRelatedDocument, { id: this.entityId, after }, signal)).data.topic?.relatedTopics;
  });
  private readonly narrower = new PagedList<CountedEdge>(this, async (after, signal) => {
    const { topic } = (await ask(TopicNarrowerDocument, { id: this.entityId, after }, signal)).data;
    return topic?.narrower && withCounts(topic.narrower);
  });

  constructor(id: string) {
    super('TOPIC', id, TopicPageDocument);
  }

  protected entityIn({ topic }: TopicPageQuery): Topic | null {
    return topic;
  }

  protected begin(topic: Topic): string {
    this.papers.begin(topic.papers);
    this.authors.begin(topic.authors);
    this.institutions.begin(topic.institutions);
    this.related.begin(topic.relatedTopics);
    this.narrower.begin(topic.narrower && withCounts(topic.narrower));
    return topic.name;
  }

  protected draw(topic: Topic): Drawn {
    const hasNarrower = this.narrower.items.length > 0;
    return {
      heading: topic.name,
      under: html`
        <p class="facts">
          <span>${counted(topic.paperCount, 'paper')}</span>
          ${topic.level === null ? nothing : html`<span>${topicLevelWords[topic.level]}</span>`}
        </p>
        ${broader(topic)} ${identifierList(topic.identifiers)}
      `,
      actions: html`<a class="button" href=${pathsPath('topics', { from: topic.id })}
        >${icon('path')}Find a path from here</a
      >`,
      parts: [
        ['papers', 'Papers', this.papers.total],
        ['authors', 'Authors', this.authors.total],
        ...(hasNarrower ? [['narrower', 'Narrower topics', this.narrower.total] as Part] : []),
        ['related', 'Related topics', this.related.total],
        ['institutions', 'Institutions', this.institutions.total],
      ],
      main: papersPanel(
        this.papers,
        this.order,
        (order) => {
          this.order = order;
          void this.papers.restart();
        },
        hasNarrower ? 'No paper names it itself. Those about narrower topics are on their pages.' : undefined,
      ),
      side: html`
        ${countedPanel('authors', 'Authors', this.authors, { none: 'Nobody wrote a paper about it.', many: 'authors' })}
        ${
          hasNarrower
            ? countedPanel('narrower', 'Narrower topics', this.narrower, { none: '', many: 'topics' })
            : nothing
        }
        ${countedPanel('related', 'Related topics', this.related, {
          none: 'It shares papers with no other topic.',
          many: 'topics',
        })}
        ${countedPanel('institutions', 'Institutions', this.institutions, {
          none: 'No institution is known.',
          many: 'institutions',
        })}
      `,
    };
  }
}

/** The same list with each topic's own number of papers at its edge, where the other lists have theirs. */
const withCounts = ({ edges, ...page }: TopicsPageFragment): Connection<CountedEdge> => ({
  ...page,
  edges: edges.map(({ node }) => ({ node, paperCount: node.paperCount })),
});

const broader = ({ broader }: Topic): TemplateResult | typeof nothing =>
  broader && broader.edges.length > 0
    ? html`<p class="broader">
        Part of
        ${broader.edges.map(({ node }, at) => html`${at > 0 ? ', ' : ''}<a href=${entityPath(node.id)}>${node.name}</a>`)}
      </p>`
    : nothing;

customElements.define('topic-view', TopicView);
