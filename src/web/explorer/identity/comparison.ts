import { html, nothing, type TemplateResult } from 'lit';
import type {
  CandidateFieldsFragment,
  ComparedAuthorFragment,
  ComparedPaperFragment,
} from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { identifierList } from '../components/identifierList.ts';
import { linkList } from '../components/linkList.ts';
import { formatCount, formatYears } from '../format.ts';
import { evidenceList } from './evidenceList.ts';

/** Two authors or papers that may be one, side by side, with the evidence for and against this. */
export const comparison = ({ entities, evidence }: CandidateFieldsFragment): TemplateResult => html`
  <div class="side-by-side">${entities.map(compared)}</div>
  ${evidenceList(evidence, conclusionsOf(entities))}
`;

const conclusionsOf = (entities: readonly Compared[]) =>
  entities.some(isPaper)
    ? { one: 'one paper', different: 'different papers' }
    : { one: 'one person', different: 'different people' };

type Compared = CandidateFieldsFragment['entities'][number];

export const isAuthor = (entity: Compared): entity is ComparedAuthorFragment => 'name' in entity;
const isPaper = (entity: Compared): entity is ComparedPaperFragment => 'venueName' in entity;

const compared = (entity: Compared): TemplateResult | typeof nothing => {
  if (isAuthor(entity)) return comparedAuthor(entity);
  return isPaper(entity) ? comparedPaper(entity) : nothing;
};

/** The likelihood as a text, for example "87 % likely to be one person". */
export const likelihood = ({ score, entities }: CandidateFieldsFragment): string =>
  `${Math.round(score * 100)} % likely to be ${conclusionsOf(entities).one}`;

const comparedPaper = ({ id, label, year, venueName, identifiers, authors }: ComparedPaperFragment) => html`
  <section class="compared" aria-label=${label}>
    <h3><a href=${entityPath(id)}>${label}</a></h3>
    <p class="note">${[year, venueName].filter((each) => each !== null).join(', ')}</p>
    ${identifierList(identifiers)} ${row('Authors', authors?.nodes)}
    ${
      authors && (authors.totalCount ?? 0) > authors.nodes.length
        ? html`<p class="aside">${formatCount(authors.totalCount ?? 0, 'author')} in all</p>`
        : nothing
    }
  </section>
`;

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
