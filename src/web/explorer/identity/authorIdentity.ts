import '../styles/identity.css';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  AuthorIdentityDocument,
  type AuthorIdentityQuery,
  type CandidateFieldsFragment,
} from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { RequestError } from '../api/requestError.ts';
import { panel } from '../components/panel.ts';
import { Reviewer } from '../review/reviewer.ts';
import { authorFacts, comparison, isAuthor, likelihood } from './comparison.ts';
import { NavigateEvent } from '../views/view.ts';
import { paperGroups } from './paperGroups.ts';
import { splitGroup } from './splitGroup.ts';

type Author = NonNullable<AuthorIdentityQuery['author']>;

/**
 * Shows other authors who may be the same person as this author, and papers of this author that may be by another
 * person. It has a query of its own, because finding possible duplicates takes seconds after an import. Shows nothing
 * if there are no such authors and papers.
 */
export class AuthorIdentity extends LitElement {
  static override properties = { authorId: { attribute: false } };
  declare authorId: string;
  private readonly query = new QueryController(this, AuthorIdentityDocument);
  private readonly reviewer = new Reviewer(this);
  /** If papers could not be assigned to another person, a sentence that says why. */
  private problem: string | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('authorId')) this.query.start({ id: this.authorId });
  }

  protected override render(): unknown {
    const { state } = this.query;
    if (state.status === 'failed') return this.failure();
    if (state.status !== 'loaded' || !state.data.author) return nothing;
    const { author } = state.data;
    return html`${author.possibleDuplicates ? duplicates(author) : this.failure()} ${this.mixture(author)}`;
  }

  private mixture({ id, name, possibleMixture }: Author): TemplateResult | typeof nothing {
    if (!possibleMixture) return nothing;
    const split = (firstPaperId: string) => void this.split(id, firstPaperId);
    return panel({
      id: 'mixture',
      heading: 'Papers that may be another person’s',
      body: html`<p class="note">
          These groups of papers have little in common. They may be the papers of several people named
          ${name}, or of one who has changed subject and collaborators.
        </p>
        ${this.problem === undefined ? nothing : html`<p class="error" role="alert">${this.problem}</p>`}
        ${paperGroups(possibleMixture, this.reviewer.name === undefined ? undefined : split)}`,
    });
  }

  /** Assigns a group of papers to another person, and opens the page of that person. */
  private async split(id: string, firstPaperId: string): Promise<void> {
    try {
      this.dispatchEvent(new NavigateEvent(entityPath(await splitGroup(id, firstPaperId))));
    } catch (error) {
      this.problem = error instanceof RequestError ? error.message : String(error);
      this.requestUpdate();
    }
  }

  private failure(): TemplateResult {
    return html`<p class="note identity-note" role="status">
      Who else this may be is not known yet.
      <button class="link" @click=${() => this.query.retry()}>Try again</button>
    </p>`;
  }
}

const duplicates = ({ id, name, possibleDuplicates }: Author): TemplateResult | typeof nothing => {
  if (!possibleDuplicates || possibleDuplicates.nodes.length === 0) return nothing;
  return panel({
    id: 'duplicates',
    heading: `Is ${name} the same person as …`,
    count: possibleDuplicates.totalCount ?? undefined,
    control: html`<a href="/review">Review all candidates</a>`,
    body: html`<ul class="candidate-list">
      ${possibleDuplicates.nodes.map(
        (candidate, index) =>
          html`<li>
            <details ?open=${index === 0}>
              <summary>${otherAuthor(candidate, id)}: ${likelihood(candidate)}</summary>
              ${comparison(candidate)}
            </details>
          </li>`,
      )}
    </ul>`,
  });
};

/**
 * The name of the other author of the pair, who is not the author of the page. Facts are added to the name, because
 * both authors may have the same name.
 */
const otherAuthor = ({ entities }: CandidateFieldsFragment, id: string): string => {
  const other = entities.filter(isAuthor).find((author) => author.id !== id);
  return other ? `${other.name} (${authorFacts(other)})` : '';
};

customElements.define('author-identity', AuthorIdentity);
