import { html, nothing, type TemplateResult } from 'lit';
import type { PaperItemFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { counted, dayOf, paperTypeWords } from '../labels.ts';
import './authorNames.ts';
import { awayLink } from './entityHeader.ts';

/** A paper in a list. */
export const paperItem = (paper: PaperItemFragment): TemplateResult => html`
  <article class="paper">
    <h3><a href=${entityPath(paper.id)}>${paper.label}</a></h3>
    ${
      paper.authors === null
        ? nothing
        : paper.authors.edges.length === 0
          ? html`<p class="authors">No authors are stored.</p>`
          : html`<p class="authors">
              <author-names
                .paper=${paper.id}
                .first=${paper.authors}
                .cut=${!paper.authorListIsComplete}
              ></author-names>
            </p>`
    }
    <p class="facts">
      ${paper.isRetracted ? html`<strong class="retracted">Retracted</strong>` : nothing}
      ${facts(paper).map((fact) => html`<span>${fact}</span>`)}
      ${paper.url === null ? nothing : awayLink(paper.url, 'Read')}
      ${paper.codeUrl === null ? nothing : awayLink(paper.codeUrl, 'Code')}
    </p>
    ${topics(paper)} ${abstract(paper)}
  </article>
`;

const facts = ({ date, year, venueName, paperType, citationCount }: PaperItemFragment): unknown[] =>
  [
    date === null ? year : html`<time datetime=${date}>${dayOf(date)}</time>`,
    venueName ?? (paperType && paperTypeWords[paperType]),
    citationCount === null ? null : counted(citationCount, 'citation'),
  ].filter((fact) => fact !== null && fact !== '');

const topics = ({ topics }: PaperItemFragment): TemplateResult | typeof nothing =>
  topics && topics.nodes.length > 0
    ? html`<ul class="tags" aria-label="Topics">
        ${topics.nodes.map(({ id, name }) => html`<li><a href=${entityPath(id)}>${name}</a></li>`)}
      </ul>`
    : nothing;

const abstract = ({ abstract, label }: PaperItemFragment): TemplateResult | typeof nothing =>
  abstract === null
    ? nothing
    : html`<details class="abstract">
        <summary>Abstract<span class="unseen"> of ${label}</span></summary>
        <p>${abstract}</p>
      </details>`;
