import { html, nothing, type TemplateResult } from 'lit';
import type { CandidateFieldsFragment, ComparedAuthorFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { identifierList } from '../components/identifierList.ts';
import { linkList } from '../components/linkList.ts';
import { formatCount, formatYears } from '../format.ts';
import { evidenceList } from './evidenceList.ts';

/** Two authors who may be one person, side by side, with the evidence for and against this. */
export const comparison = ({ entities, evidence }: CandidateFieldsFragment): TemplateResult => html`
  <div class="side-by-side">${authorsOf(entities).map(comparedAuthor)}</div>
  ${evidenceList(evidence)}
`;

/** Only authors can be shown in the comparison. Other entities are left out. */
export const authorsOf = (entities: CandidateFieldsFragment['entities']): ComparedAuthorFragment[] =>
  entities.filter((entity): entity is ComparedAuthorFragment => 'name' in entity);

/** The likelihood as a text, for example "87 % likely to be one person". */
export const likelihood = ({ score }: CandidateFieldsFragment): string =>
  `${Math.round(score * 100)} % likely to be one person`;

const comparedAuthor = (author: ComparedAuthorFragment): TemplateResult => html`
  <section class="compared" aria-label=${author.name}>
    <h3><a href=${entityPath(author.id)}>${author.name}</a></h3>
    <p class="note">${authorFacts(author)}</p>
    ${
      author.alternativeNames.length > 0
        ? html`<p class="other-names">Other names: ${author.alternativeNames.join(', ')}</p>`
        : nothing
    }
    ${identifierList(author.identifiers)} ${row('Institutions', author.institutions?.nodes)}
    ${row('Collaborators', author.collaborators?.nodes)} ${row('Topics', author.topics?.nodes)}
    <ul class="compared-papers">
      ${author.papers?.nodes.map(
        ({ id, label, year, venueName }) =>
          html`<li>
            <a href=${entityPath(id)}>${label}</a>
            <span class="aside">${[year, venueName].filter((each) => each !== null).join(', ')}</span>
          </li>`,
      )}
    </ul>
  </section>
`;

/** Facts about an author as a text, for example "3 papers, 2001–2004". */
export const authorFacts = ({ paperCount, metrics }: ComparedAuthorFragment): string => {
  const years = formatYears(metrics?.firstYear ?? null, metrics?.lastYear ?? null);
  return `${formatCount(paperCount, 'paper')}${years === '' ? '' : `, ${years}`}`;
};

/** One line of the comparison that lists entities, for example topics; empty if the author has no such entities. */
export const row = (
  label: string,
  entities: readonly { readonly id: string; readonly name: string }[] | undefined,
): TemplateResult | typeof nothing =>
  entities && entities.length > 0
    ? html`<p class="compared-row"><span class="label">${label}</span> ${linkList(entities)}</p>`
    : nothing;
