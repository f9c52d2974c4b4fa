import { html, nothing, type TemplateResult } from 'lit';
import type { AuthorPageQuery, Identification } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { formatYears } from '../format.ts';
import { identifierList } from './identifierList.ts';

type Author = NonNullable<AuthorPageQuery['author']>;

/** The institution, other names and identifiers of an author, and how certain it is that the author is one person. */
export const authorDetails = (author: Author): TemplateResult => html`
  ${affiliation(author)}
  ${
    author.alternativeNames.length > 0
      ? html`<p class="other-names">Other names: ${author.alternativeNames.join(', ')}</p>`
      : nothing
  }
  ${identifierList(author.identifiers)}
  ${
    author.identification === 'IDENTIFIER'
      ? nothing
      : html`<p class="note identification">${identificationNotes[author.identification]}</p>`
  }
`;

const identificationNotes: Readonly<Record<Exclude<Identification, 'IDENTIFIER'>, string>> = {
  CURATED: 'Told apart from others of the name by a correction.',
  FULL_NAME: 'Known by name only. Papers of another person of the same name may be among these.',
  INITIALS: 'Known by initials only. These may be the papers of several people.',
};

/** The author's institution on the latest paper that states an institution. */
const affiliation = ({ institutions }: Author): TemplateResult | typeof nothing => {
  const [latest] = [...(institutions?.edges ?? [])].sort(
    (one, other) => (other.lastYear ?? 0) - (one.lastYear ?? 0),
  );
  if (!latest) return nothing;
  const years = formatYears(latest.firstYear, latest.lastYear);
  return html`<p class="affiliated">
    <a href=${entityPath(latest.node.id)}>${latest.node.name}</a>${years === '' ? nothing : ` (${years})`}
  </p>`;
};
