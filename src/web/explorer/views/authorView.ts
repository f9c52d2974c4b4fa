import { html, nothing, type TemplateResult } from 'lit';
import {
  AuthorCollaboratorsDocument,
  AuthorInstitutionsDocument,
  AuthorPageDocument,
  AuthorPapersDocument,
  AuthorSuggestionsDocument,
  AuthorTopicsDocument,
  type AuthorInstitutionsPageFragment,
  type AuthorPageQuery,
  type AuthorPapersPageFragment,
  type AuthorTopicsPageFragment,
  type CollaboratorOrder,
  type CollaboratorsPageFragment,
  type PaperOrder,
  type SuggestionScoring,
  type SuggestionsPageFragment,
} from '../__generated__/graphql.ts';
import { pathsPath } from '../address.ts';
import { ask } from '../api/sendQuery.ts';
import { PagedList } from '../api/pagedList.ts';
import { collaboratorItem } from '../components/collaboratorItem.ts';
import { countedPanel } from '../components/entityCountPanel.ts';
import { identifierList } from '../components/entityHeader.ts';
import { icon } from '../components/icon.ts';
import { authorMetrics } from '../components/authorMetrics.ts';
import { collaboratorOrders, scorings } from '../components/orders.ts';
import { choice, pagedItems, panel } from '../components/panel.ts';
import { papersPanel } from '../components/papersPanel.ts';
import { suggestion } from '../components/suggestionItem.ts';
import { EntityView, type Drawn } from './entityView.ts';

type Author = NonNullable<AuthorPageQuery['author']>;
type Edge<Page extends { edges: readonly unknown[] }> = Page['edges'][number];

/** The page of a person. */
export class AuthorView extends EntityView<AuthorPageQuery, Author> {
  private paperOrder: PaperOrder = 'NEWEST';
  private collaboratorOrder: CollaboratorOrder = 'MOST_PAPERS';
  private scoring: SuggestionScoring = 'ADAMIC_ADAR';

  private readonly papers = new PagedList<Edge<AuthorPapersPageFragment>>(this, async (after, signal) => {
    const asked = { id: this.entityId, orderBy: this.paperOrder, after };
    return (await ask(AuthorPapersDocument, asked, signal)).data.author?.papers;
  });
  private readonly collaborators = new PagedList<Edge<CollaboratorsPageFragment>>(
    this,
    async (after, signal) => {
      const asked = { id: this.entityId, orderBy: this.collaboratorOrder, after };
      return (await ask(AuthorCollaboratorsDocument, asked, signal)).data.author?.collaborators;
    },
  );
  private readonly suggestions = new PagedList<Edge<SuggestionsPageFragment>>(this, async (after, signal) => {
    const asked = { id: this.entityId, scoring: this.scoring, after };
    return (await ask(AuthorSuggestionsDocument, asked, signal)).data.author?.suggestedCollaborators;
  });
  private readonly topics = new PagedList<Edge<AuthorTopicsPageFragment>>(this, async (after, signal) => {
    return (await ask(AuthorTopicsDocument, { id: this.entityId, after }, signal)).data.author?.topics;
  });
  private readonly institutions = new PagedList<Edge<AuthorInstitutionsPageFragment>>(
    this,
    async (after, signal) => {
      return (await ask(AuthorInstitutionsDocument, { id: this.entityId, after }, signal)).data.author
        ?.institutions;
    },
  );

  constructor(id: string) {
    super('AUTHOR', id, AuthorPageDocument);
  }

  protected entityIn({ author }: AuthorPageQuery): Author | null {
    return author;
  }

  protected begin(author: Author): string {
    this.papers.begin(author.papers);
    this.collaborators.begin(author.collaborators);
    this.suggestions.begin(author.suggestedCollaborators);
    this.topics.begin(author.topics);
    this.institutions.begin(author.institutions);
    return author.name;
  }

  protected draw(author: Author): Drawn {
    const { alternativeNames, identifiers, metrics } = author;
    return {
      heading: author.name,
      under: html`
        ${
          alternativeNames.length > 0
            ? html`<p class="spellings">Also printed as ${alternativeNames.join(', ')}</p>`
            : nothing
        }
        ${identifierList(identifiers)}
      `,
      actions: html`<a class="button" href=${pathsPath('authors', { from: author.id })}
        >${icon('path')}Find a path from here</a
      >`,
      ...(metrics && { above: authorMetrics(metrics) }),
      parts: [
        ['papers', 'Papers', this.papers.total],
        ['collaborators', 'Collaborators', this.collaborators.total],
        ['institutions', 'Institutions', this.institutions.total],
        ['topics', 'Topics', this.topics.total],
        ['suggestions', 'Might work with', this.suggestions.total],
      ],
      main: papersPanel(this.papers, this.paperOrder, (order) => {
        this.paperOrder = order;
        void this.papers.restart();
      }),
      side: html`
        ${this.collaboratorsPanel()}
        ${countedPanel('institutions', 'Institutions', this.institutions, {
          none: 'No institution is known.',
          many: 'institutions',
        })}
        ${countedPanel('topics', 'Topics', this.topics, { none: 'No topic is known.', many: 'topics' })}
      `,
      below: this.suggestionsPanel(),
    };
  }

  private suggestionsPanel(): TemplateResult {
    return panel({
      id: 'suggestions',
      heading: 'Might work with',
      count: this.suggestions.total,
      control: choice('Suggestions scored by', scorings, this.scoring, (scoring) => {
        this.scoring = scoring;
        void this.suggestions.restart();
      }),
      body: html`<p class="note">
          They share collaborators with ${this.heading} and never wrote with them. All of them are scored,
          none is sampled.
        </p>
        ${pagedItems(
          this.suggestions,
          suggestion(this.scoring),
          {
            none: 'Nobody shares a collaborator with them whom they do not write with.',
            many: 'suggestions',
          },
          'suggestion-list',
        )}`,
    });
  }

  private collaboratorsPanel(): TemplateResult {
    return panel({
      id: 'collaborators',
      heading: 'Collaborators',
      count: this.collaborators.total,
      control: choice('Order of the collaborators', collaboratorOrders, this.collaboratorOrder, (order) => {
        this.collaboratorOrder = order;
        void this.collaborators.restart();
      }),
      body: pagedItems(
        this.collaborators,
        collaboratorItem,
        { none: 'No paper with others is stored.', many: 'collaborators' },
        'counted-list',
      ),
    });
  }
}

customElements.define('author-view', AuthorView);
