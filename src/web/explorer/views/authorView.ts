import { html, type TemplateResult } from 'lit';
import {
  AuthorCollaboratorsDocument,
  AuthorInstitutionsDocument,
  AuthorPageDocument,
  AuthorPapersDocument,
  AuthorSuggestionsDocument,
  AuthorTopicsDocument,
  type AuthorPageQuery,
  type CollaboratorOrder,
  type SuggestionScoring,
} from '../__generated__/graphql.ts';
import { pathsPath } from '../address.ts';
import { pagedQuery } from '../api/pagedList.ts';
import { authorDetails } from '../components/authorDetails.ts';
import { authorMetrics } from '../components/authorMetrics.ts';
import { collaboratorItem } from '../components/collaboratorItem.ts';
import { csvButton } from '../components/csvButton.ts';
import { collaboratorColumns, suggestionColumns } from '../components/csvColumns.ts';
import { countryPanel } from '../components/countryTable.ts';
import { topicYearsPanel } from '../components/topicYears.ts';
import { entityCountPanel } from '../components/entityCountPanel.ts';
import { icon } from '../components/icon.ts';
import { pagedItems } from '../components/pagedItems.ts';
import { panel } from '../components/panel.ts';
import { paperVariables, type PaperChoices } from '../components/paperChoices.ts';
import { papersPanel } from '../components/papersPanel.ts';
import { selectField } from '../components/selectField.ts';
import { groupSuggestions } from '../components/groupSuggestions.ts';
import { suggestionItem } from '../components/suggestionItem.ts';
import { collaboratorOrderLabels, scoringChoices, scoringNotes } from '../labels.ts';
import { newsPanel } from '../news/newsPanel.ts';
import { EntityView, type EntityAddress, type EntityContent } from './entityView.ts';

type Author = NonNullable<AuthorPageQuery['author']>;

export class AuthorView extends EntityView<AuthorPageQuery, Author> {
  private collaboratorOrder: CollaboratorOrder = 'MOST_PAPERS';
  private scoring: SuggestionScoring = 'ADAMIC_ADAR';

  private readonly onPapers = (choices: PaperChoices): void => this.choosePapers(choices, this.papers);
  private readonly papers = pagedQuery(
    this,
    AuthorPapersDocument,
    (after) => ({ id: this.entityId, ...paperVariables(this.paperChoices), after }),
    ({ author }) => author?.papers,
  );
  private readonly collaborators = pagedQuery(
    this,
    AuthorCollaboratorsDocument,
    (after) => ({ id: this.entityId, orderBy: this.collaboratorOrder, after }),
    ({ author }) => author?.collaborators,
  );
  private readonly suggestions = pagedQuery(
    this,
    AuthorSuggestionsDocument,
    (after) => ({ id: this.entityId, scoring: this.scoring, after }),
    ({ author }) => author?.suggestedCollaborators,
  );
  private readonly topics = pagedQuery(
    this,
    AuthorTopicsDocument,
    (after) => ({ id: this.entityId, after }),
    ({ author }) => author?.topics,
  );
  private readonly institutions = pagedQuery(
    this,
    AuthorInstitutionsDocument,
    (after) => ({ id: this.entityId, after }),
    ({ author }) => author?.institutions,
  );

  constructor(address: EntityAddress) {
    super(address, AuthorPageDocument);
    // The section about possible duplicates is at the end of the page and sends its own query, so the page does not
    // wait for its script.
    void import('../identity/authorIdentity.ts');
  }

  protected entityOf({ author }: AuthorPageQuery): Author | null {
    return author;
  }

  protected nameOf({ name }: Author): string {
    return name;
  }

  protected setLists(author: Author): void {
    this.papers.setFirstPage(author.papers);
    this.collaborators.setFirstPage(author.collaborators);
    this.suggestions.setFirstPage(author.suggestedCollaborators);
    this.topics.setFirstPage(author.topics);
    this.institutions.setFirstPage(author.institutions);
  }

  protected content(author: Author, { countries }: AuthorPageQuery): EntityContent {
    const { id, metrics } = author;
    return {
      details: authorDetails(author),
      actions: html`<a class="button" href=${pathsPath('authors', { from: id })}
        >${icon('path')}Find a path from here</a
      >`,
      ...(metrics && { figures: authorMetrics(metrics, author.activity?.years ?? []) }),
      sections: [
        ['papers', 'Papers', this.papers.total],
        ['collaborators', 'Collaborators', this.collaborators.total],
        ['institutions', 'Institutions', this.institutions.total],
        ['topics', 'Topics', this.topics.total],
        ['suggestions', 'Suggested collaborators', this.suggestions.total],
      ],
      main: html`${papersPanel({
        list: this.papers,
        choices: this.paperChoices,
        onChange: this.onPapers,
        owner: author,
      })}
      ${this.suggestionsPanel()}`,
      side: html`
        ${this.collaboratorsPanel()}
        ${entityCountPanel('institutions', 'Institutions', this.institutions, 'institutions', this.heading)}
        ${countryPanel(author, countries)}
        ${entityCountPanel('topics', 'Topics', this.topics, 'topics', this.heading)}
        ${topicYearsPanel(
          author,
          (author.topics?.edges ?? []).map(({ node }) => node),
        )}
        ${newsPanel(author, this.listsState)}
      `,
      below: html`<author-identity .authorId=${id}></author-identity>`,
    };
  }

  private collaboratorsPanel(): TemplateResult {
    const onOrder = (order: CollaboratorOrder) => {
      this.collaboratorOrder = order;
      void this.collaborators.reload();
    };
    return panel({
      id: 'collaborators',
      heading: 'Collaborators',
      count: this.collaborators.total,
      control: html`${selectField(
        'Order of the collaborators',
        collaboratorOrderLabels,
        this.collaboratorOrder,
        onOrder,
      )}
      ${csvButton(this.collaborators, `${this.heading} collaborators`, collaboratorColumns)}`,
      body: pagedItems(
        this.collaborators,
        (entry) => collaboratorItem(entry, this.entityId),
        { empty: 'No joint papers are stored.', noun: 'collaborators' },
        'row-list',
      ),
    });
  }

  private suggestionsPanel(): TemplateResult {
    const onScoring = (scoring: SuggestionScoring) => {
      this.scoring = scoring;
      void this.suggestions.reload();
    };
    return panel({
      id: 'suggestions',
      heading: 'Suggested collaborators',
      count: this.suggestions.total,
      control: html`${selectField('Order of the suggestions', scoringChoices, this.scoring, onScoring)}
      ${csvButton(this.suggestions, `${this.heading} suggestions`, suggestionColumns)}`,
      body: html`<p class="note">
          These authors share collaborators with ${this.heading}, but have not written a paper with them.
          ${scoringNotes[this.scoring]}
        </p>
        ${pagedItems(
          this.suggestions,
          (group) => suggestionItem(group, this.heading, this.scoring),
          {
            empty: 'There are no authors who share a collaborator with them and have not written with them.',
            noun: 'suggestions',
          },
          'suggestion-list',
          groupSuggestions,
        )}`,
    });
  }
}

customElements.define('author-view', AuthorView);
